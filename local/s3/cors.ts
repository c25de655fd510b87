import type { IncomingMessage, ServerResponse } from "node:http";
import { S3Error } from "./errors";
import { blocksOf, escapeXml, textsOf } from "./xml";

/** The rule a bucket for browser uploads needs: these origins may read and write, and see ETags. */
export function corsFor(origins: readonly string[]): string {
  const rule = [
    ...origins.map((origin) => `<AllowedOrigin>${escapeXml(origin)}</AllowedOrigin>`),
    ...["GET", "HEAD", "PUT", "POST"].map((method) => `<AllowedMethod>${method}</AllowedMethod>`),
    "<AllowedHeader>*</AllowedHeader><ExposeHeader>ETag</ExposeHeader><ExposeHeader>Content-Range</ExposeHeader><MaxAgeSeconds>600</MaxAgeSeconds>",
  ];
  return `<CORSConfiguration><CORSRule>${rule.join("")}</CORSRule></CORSConfiguration>`;
}

/** Writes the CORS headers the bucket's rules allow this request. @returns whether any rule matched */
export function applyCors(request: IncomingMessage, response: ServerResponse, rules: string | undefined): boolean {
  const origin = request.headers.origin;
  if (!origin || !rules) return false;
  const method = request.headers["access-control-request-method"] ?? request.method ?? "";
  const rule = blocksOf(rules, "CORSRule").find((one) => textsOf(one, "AllowedOrigin").some((allowed) => matches(allowed, origin)) && textsOf(one, "AllowedMethod").includes(method));
  if (rule === undefined) return false;
  response.setHeader("access-control-allow-origin", origin);
  response.setHeader("vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
  response.setHeader("access-control-allow-methods", textsOf(rule, "AllowedMethod").join(", "));
  response.setHeader("access-control-expose-headers", textsOf(rule, "ExposeHeader").join(", "));
  response.setHeader("access-control-max-age", textsOf(rule, "MaxAgeSeconds")[0] ?? "0");
  const asked = request.headers["access-control-request-headers"];
  if (asked && textsOf(rule, "AllowedHeader").includes("*")) response.setHeader("access-control-allow-headers", asked);
  return true;
}

function matches(pattern: string, origin: string): boolean {
  const [before = "", after] = pattern.split("*");
  return after === undefined ? pattern === origin : origin.startsWith(before) && origin.endsWith(after);
}

export function preflight(request: IncomingMessage, response: ServerResponse, rules: string | undefined): void {
  if (!applyCors(request, response, rules)) throw new S3Error(403, "AccessForbidden", "CORSResponse: This CORS request is not allowed.");
  response.writeHead(200).end();
}
