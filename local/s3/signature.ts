import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { S3Error } from "./errors";

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
}

const maxSkew = 15 * 60 * 1000;

const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** AWS's own percent-encoding: everything but the unreserved characters. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

function signingKey(secret: string, date: string, region: string, service: string): Buffer {
  return hmac(hmac(hmac(hmac(`AWS4${secret}`, date), region), service), "aws4_request");
}

export function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function parseTime(stamp: string): number {
  return Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
}

interface Claim {
  credential: string;
  signedHeaders: string;
  signature: string;
  stamp: string;
  presigned: boolean;
}

function claimOf(request: IncomingMessage, url: URL): Claim {
  const query = url.searchParams;
  if (query.has("X-Amz-Signature")) {
    const part = (name: string): string => query.get(`X-Amz-${name}`) ?? "";
    const expires = Number(part("Expires"));
    const signedAt = parseTime(part("Date"));
    if (!(expires > 0 && expires <= 604_800)) throw new S3Error(400, "AuthorizationQueryParametersError", "X-Amz-Expires must be between 1 and 604800 seconds");
    if (!(Date.now() <= signedAt + expires * 1000)) throw new S3Error(403, "AccessDenied", "Request has expired");
    return { credential: part("Credential"), signedHeaders: part("SignedHeaders"), signature: part("Signature"), stamp: part("Date"), presigned: true };
  }
  const match = /^AWS4-HMAC-SHA256 Credential=([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=(\w+)$/.exec(request.headers.authorization ?? "");
  if (!match) throw new S3Error(403, "AccessDenied", "Access Denied");
  const [, credential = "", signedHeaders = "", signature = ""] = match;
  const stamp = header(request, "x-amz-date");
  if (!(Math.abs(Date.now() - parseTime(stamp)) <= maxSkew)) throw new S3Error(403, "RequestTimeTooSkewed", "The difference between the request time and the current time is too large.");
  return { credential, signedHeaders, signature, stamp, presigned: false };
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return (Array.isArray(value) ? value.join(",") : value ?? "").trim().replace(/ +/g, " ");
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function canonicalRequest(request: IncomingMessage, url: URL, claim: Claim): string {
  const query = [...url.searchParams]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)))
    .map((pair) => pair.join("="))
    .join("&");
  const path = url.pathname.split("/").map((part) => encode(decodeURIComponent(part))).join("/");
  const headers = claim.signedHeaders.split(";").map((name) => `${name}:${header(request, name)}\n`).join("");
  const payload = claim.presigned ? "UNSIGNED-PAYLOAD" : header(request, "x-amz-content-sha256");
  return [request.method, path, query, headers, claim.signedHeaders, payload].join("\n");
}

/** Checks a SigV4 signature, in the header or in the query. @throws S3Error 403 */
export function authenticate(request: IncomingMessage, url: URL, { accessKeyId, secretAccessKey }: Credentials): void {
  const claim = claimOf(request, url);
  const [id, date = "", region = "", service = ""] = claim.credential.split("/");
  if (id !== accessKeyId) throw new S3Error(403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.");
  if (!claim.signedHeaders.split(";").includes("host")) throw new S3Error(403, "AccessDenied", "The host header must be signed");
  const text = `AWS4-HMAC-SHA256\n${claim.stamp}\n${date}/${region}/${service}/aws4_request\n${sha256(canonicalRequest(request, url, claim))}`;
  const wanted = hmac(signingKey(secretAccessKey, date, region, service), text).toString("hex");
  if (!sameText(wanted, claim.signature)) throw new S3Error(403, "SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided.");
}

/** Checks the signature of a browser form's policy document. @throws S3Error 403 */
export function authenticatePolicy(fields: Readonly<Record<string, string>>, { accessKeyId, secretAccessKey }: Credentials): void {
  const [id, date = "", region = "", service = ""] = (fields["x-amz-credential"] ?? "").split("/");
  if (id !== accessKeyId) throw new S3Error(403, "InvalidAccessKeyId");
  const wanted = hmac(signingKey(secretAccessKey, date, region, service), fields.policy ?? "").toString("hex");
  if (!sameText(wanted, fields["x-amz-signature"] ?? "")) throw new S3Error(403, "SignatureDoesNotMatch");
}
