import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { bodyOf } from "./body";
import { S3Error } from "./errors";
import { abortUpload, beginUpload, completeUpload, listParts, putPart } from "./multipart";
import type { Bucket, Condition, ObjectInfo, Store } from "./store";
import { escapeXml, namespace, sendXml } from "./xml";
import { readBody } from "../support/http";

export interface ObjectRequest {
  request: IncomingMessage;
  response: ServerResponse;
  query: URLSearchParams;
  store: Store;
  bucket: Bucket;
  key: string;
}

const keptHeaders = ["content-type", "cache-control", "content-disposition", "content-encoding", "content-language", "expires", "x-amz-server-side-encryption"];

function headersOf(request: IncomingMessage): Record<string, string> {
  const kept: Record<string, string> = { "content-type": "application/octet-stream" };
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === "string" && (keptHeaders.includes(name) || name.startsWith("x-amz-meta-"))) kept[name] = value;
  }
  // aws-chunked is how the bytes travelled, not what they are
  const encoding = kept["content-encoding"]?.split(",").map((part) => part.trim()).filter((part) => part !== "aws-chunked").join(",");
  if (encoding) kept["content-encoding"] = encoding;
  else delete kept["content-encoding"];
  return kept;
}

function conditionOf(request: IncomingMessage): Condition {
  return { ifNoneMatch: request.headers["if-none-match"], ifMatch: request.headers["if-match"] };
}

/** Everything that is asked of one key. */
export async function serveObject(call: ObjectRequest): Promise<void> {
  const { request, response, query, bucket, key } = call;
  if (query.has("uploads") || query.has("uploadId")) return serveUpload(call);
  if (query.has("tagging")) return serveTagging(call);
  switch (request.method) {
    case "PUT":
      return request.headers["x-amz-copy-source"] ? copy(call) : put(call);
    case "DELETE":
      await bucket.remove(key);
      response.writeHead(204).end();
      return;
    case "GET":
    case "HEAD":
      return get(call);
    default:
      throw new S3Error(405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
  }
}

async function put({ request, response, bucket, key }: ObjectRequest): Promise<void> {
  const blob = await bucket.write(bodyOf(request));
  const info = await bucket.commit({ key, size: blob.size, file: blob.file, etag: `"${blob.md5.toString("hex")}"`, headers: headersOf(request) }, conditionOf(request));
  response.writeHead(200, { etag: info.etag }).end();
}

async function copy({ request, response, store, bucket, key }: ObjectRequest): Promise<void> {
  const source = decodeURIComponent(String(request.headers["x-amz-copy-source"])).replace(/^\//, "").replace(/\?versionId=.*$/, "");
  const slash = source.indexOf("/");
  const from = store.find(source.slice(0, slash));
  const old = from.find(source.slice(slash + 1));
  const headers = request.headers["x-amz-metadata-directive"] === "REPLACE" ? headersOf(request) : old.headers;
  const file = await bucket.copyBlob(from, old.file);
  const info = await bucket.commit({ ...old, key, file, headers }, conditionOf(request));
  sendXml(response, 200, `<CopyObjectResult ${namespace}><ETag>${escapeXml(info.etag)}</ETag><LastModified>${new Date(info.modified).toISOString()}</LastModified></CopyObjectResult>`);
}

async function get({ request, response, query, bucket, key }: ObjectRequest): Promise<void> {
  const info = bucket.find(key);
  const headers: Record<string, string> = { ...info.headers, etag: info.etag, "last-modified": new Date(info.modified).toUTCString(), "accept-ranges": "bytes" };
  for (const [name, value] of query) if (name.startsWith("response-")) headers[name.slice("response-".length)] = value;
  if (request.headers["if-none-match"] === info.etag) {
    response.writeHead(304, headers).end();
    return;
  }
  if (request.headers["if-match"] !== undefined && request.headers["if-match"] !== info.etag) throw new S3Error(412, "PreconditionFailed");
  const range = rangeOf(request.headers.range, info);
  if (range) headers["content-range"] = `bytes ${range.from}-${range.to}/${info.size}`;
  const { from, to } = range ?? { from: 0, to: info.size - 1 };
  headers["content-length"] = String(to - from + 1);
  response.writeHead(range ? 206 : 200, headers);
  if (request.method === "HEAD" || to < from) {
    response.end();
    return;
  }
  // A reader that walks away (a video that is skipped) is no error.
  await pipeline(bucket.read(info.file, from, to), response).catch(() => response.destroy());
}

function rangeOf(header: string | undefined, { size }: ObjectInfo): { from: number; to: number } | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (!match || (match[1] === "" && match[2] === "")) return undefined;
  const [, first = "", last = ""] = match;
  const from = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (from > to) throw new S3Error(416, "InvalidRange", "The requested range is not satisfiable");
  return { from, to };
}

async function serveTagging({ request, response, bucket, key }: ObjectRequest): Promise<void> {
  const info = bucket.find(key);
  if (request.method === "GET") {
    sendXml(response, 200, info.tagging ?? `<Tagging ${namespace}><TagSet></TagSet></Tagging>`);
    return;
  }
  const tagging = request.method === "DELETE" ? "" : (await readBody(bodyOf(request))).toString().replace(/^<\?xml[^>]*\?>/, "");
  await bucket.setTagging(key, tagging || `<Tagging ${namespace}><TagSet></TagSet></Tagging>`);
  response.writeHead(request.method === "DELETE" ? 204 : 200).end();
}

async function serveUpload({ request, response, query, bucket, key }: ObjectRequest): Promise<void> {
  const id = query.get("uploadId") ?? "";
  if (query.has("uploads")) {
    const begun = await beginUpload(bucket, key, headersOf(request));
    sendXml(response, 200, `<InitiateMultipartUploadResult ${namespace}><Bucket>${bucket.name}</Bucket><Key>${escapeXml(key)}</Key><UploadId>${begun}</UploadId></InitiateMultipartUploadResult>`);
  } else if (request.method === "PUT") {
    const etag = await putPart(bucket, id, key, Number(query.get("partNumber")), bodyOf(request));
    response.writeHead(200, { etag }).end();
  } else if (request.method === "DELETE") {
    await abortUpload(bucket, id, key);
    response.writeHead(204).end();
  } else if (request.method === "GET") {
    const parts = await listParts(bucket, id, key);
    const rows = parts.map((part) => `<Part><PartNumber>${part.number}</PartNumber><ETag>${escapeXml(part.etag)}</ETag><Size>${part.size}</Size></Part>`);
    sendXml(response, 200, `<ListPartsResult ${namespace}><Bucket>${bucket.name}</Bucket><Key>${escapeXml(key)}</Key><UploadId>${id}</UploadId><IsTruncated>false</IsTruncated>${rows.join("")}</ListPartsResult>`);
  } else {
    const xml = (await readBody(bodyOf(request))).toString();
    const info = await completeUpload(bucket, id, key, xml, conditionOf(request));
    sendXml(response, 200, `<CompleteMultipartUploadResult ${namespace}><Bucket>${bucket.name}</Bucket><Key>${escapeXml(key)}</Key><ETag>${escapeXml(info.etag)}</ETag></CompleteMultipartUploadResult>`);
  }
}
