import type { IncomingMessage } from "node:http";

export interface Incoming {
  method: string;
  /** Decoded by nobody yet: `/v1/customers/cus_1`. */
  path: string;
  /** Without the question mark. */
  query: string;
  body: string;
  /** The body as it came. */
  bytes: Buffer;
  header(name: string): string | undefined;
}

export interface Outgoing {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A little more than the largest file, so that a file beyond it is refused in words. */
const mostBytes = 6_000_000;

/** Reads the whole request; a body beyond six megabytes is cut off with an error. */
export async function readIncoming(request: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > mostBytes) throw new Error("request body too large");
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  const url = new URL(request.url ?? "/", "http://double");
  return {
    method: request.method ?? "GET",
    path: url.pathname,
    query: url.search.slice(1),
    body: bytes.toString("utf8"),
    bytes,
    header: (name) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
  };
}

export function page(html: string, status = 200): Outgoing {
  return { status, headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" }, body: html };
}

/** 303: the browser follows with GET, so that reloading never submits again. */
export function seeOther(location: string): Outgoing {
  return { status: 303, headers: { location, "cache-control": "no-store" }, body: "" };
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Outgoing {
  return { status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(value, null, 2) };
}
