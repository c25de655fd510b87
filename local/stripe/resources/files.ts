import type Stripe from "stripe";
import { must } from "../engine/refs";
import { invalid, missing } from "../http/errors";
import { matches, momentFilter, pageOf, pagingNames } from "../http/lists";
import { idOf, type Call, type Route } from "../http/router";
import { newId } from "../state/ids";

const purposes = ["dispute_evidence", "identity_document", "additional_verification"] as const;
/** What a bank opens, by the first bytes. */
const kinds = [
  { type: "pdf", magic: "25504446" },
  { type: "png", magic: "89504e47" },
  { type: "jpg", magic: "ffd8ff" },
] as const;
const mostBytes = 5_000_000;

/** Takes a file sent as `multipart/form-data`. @throws 400 when it is empty, too large, or nothing that a bank opens */
function create(call: Call): Stripe.File {
  const { params } = call;
  const purpose = params.choice("purpose", purposes);
  if (purpose === undefined) throw missing("purpose");
  const file = params.object("file", ["base64", "filename", "type"]);
  if (!file) throw missing("file");
  const base64 = file.text("base64") ?? "";
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length === 0) throw invalid("The file is empty.", { code: "file_invalid", param: "file" });
  if (bytes.length > mostBytes) throw invalid(`The file is too large: ${bytes.length} bytes, and ${mostBytes} is the most.`, { code: "file_too_large", param: "file" });
  const kind = kinds.find(({ magic }) => bytes.toString("hex", 0, 4).startsWith(magic));
  if (!kind) throw invalid("The file is of a type that is not supported: send a PDF, a JPEG or a PNG.", { code: "file_type_unsupported", param: "file" });
  const id = newId("file");
  call.db.fileContents.put({ id, base64 });
  return call.db.files.put({
    id, object: "file", created: call.now, expires_at: null, filename: file.text("filename") ?? null, links: { object: "list", data: [], has_more: false, url: `/v1/file_links?file=${id}` },
    purpose, size: bytes.length, title: null, type: kind.type, url: `${call.baseUrl}/v1/files/${id}/contents`,
  });
}

function list(call: Call): Stripe.ApiList<Stripe.File> {
  const inTime = momentFilter(call.params, "created");
  return pageOf(call, "/v1/files", call.db.files.where({}), "file", (row) => inTime(row.created) && matches(call.params, "purpose", row.purpose));
}

export const fileRoutes: readonly Route[] = [
  { method: "POST", path: "/v1/files", accepts: ["file", "purpose"], handle: create },
  { method: "GET", path: "/v1/files", accepts: [...pagingNames, "created", "purpose"], handle: list },
  { method: "GET", path: "/v1/files/:id", accepts: [], handle: (call) => must(call.db.files, "file", idOf(call)) },
];
