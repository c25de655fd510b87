import type { IncomingMessage, ServerResponse } from "node:http";
import { readBody } from "../support/http";
import { S3Error } from "./errors";
import { authenticatePolicy, type Credentials } from "./signature";
import type { Bucket } from "./store";

/** A form is parsed in memory; browsers that send more should use a presigned PUT or parts. Bytes. */
const largestForm = 256 * 1024 * 1024;

interface Policy {
  expiration: string;
  conditions: (readonly [string, string | number, string | number] | Record<string, string>)[];
}

/** A browser's `POST` form: the signed policy document says which key, type and size it may have. */
export async function postForm(request: IncomingMessage, response: ServerResponse, bucket: Bucket, credentials: Credentials): Promise<void> {
  const raw = await readBody(request, largestForm);
  const form = await new Response(new Uint8Array(raw), { headers: { "content-type": request.headers["content-type"] ?? "" } }).formData();
  const fields: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") fields[name.toLowerCase()] = value;
  const file = form.get("file");
  if (!(file instanceof Blob)) throw new S3Error(400, "InvalidArgument", "POST requires exactly one file upload per request.");

  authenticatePolicy(fields, credentials);
  const key = fields.key?.replace("${filename}", file instanceof File ? file.name : "") ?? "";
  if (!key) throw new S3Error(400, "InvalidArgument", "Bucket POST must contain a field named 'key'.");
  check(fields, bucket.name, file.size);

  const blob = await bucket.write(file.stream() as unknown as AsyncIterable<Buffer>);
  const headers: Record<string, string> = { "content-type": fields["content-type"] ?? "application/octet-stream" };
  for (const [name, value] of Object.entries(fields)) if (name.startsWith("x-amz-meta-")) headers[name] = value;
  const info = await bucket.commit({ key, size: blob.size, file: blob.file, etag: `"${blob.md5.toString("hex")}"`, headers });
  response.writeHead(fields.success_action_status === "201" ? 201 : 204, { etag: info.etag }).end();
}

function check(fields: Readonly<Record<string, string>>, bucketName: string, size: number): void {
  const policy = JSON.parse(Buffer.from(fields.policy ?? "", "base64").toString()) as Policy;
  if (!(Date.parse(policy.expiration) > Date.now())) throw new S3Error(403, "AccessDenied", "Invalid according to Policy: Policy expired.");
  const denied = (condition: unknown): S3Error => new S3Error(403, "AccessDenied", `Invalid according to Policy: Policy Condition failed: ${JSON.stringify(condition)}`);
  for (const condition of policy.conditions) {
    if (!isRule(condition)) {
      for (const [name, value] of Object.entries(condition)) if ((name === "bucket" ? bucketName : fields[name.toLowerCase()]) !== value) throw denied(condition);
      continue;
    }
    const [kind, first, second] = condition;
    if (kind === "content-length-range") {
      if (size < Number(first)) throw new S3Error(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
      if (size > Number(second)) throw new S3Error(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size");
      continue;
    }
    const value = fields[String(first).slice(1).toLowerCase()];
    const holds = kind === "eq" ? value === String(second) : kind === "starts-with" && value?.startsWith(String(second));
    if (!holds) throw denied(condition);
  }
}

function isRule(condition: Policy["conditions"][number]): condition is readonly [string, string | number, string | number] {
  return Array.isArray(condition);
}
