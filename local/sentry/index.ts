import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { promisify } from "node:util";
import { gunzip, inflate, brotliDecompress } from "node:zlib";
import { readBody, sendHtml, sendJson, serve, urlOf, type Service } from "../support/http";
import { escapeHtml, page } from "../support/page";
import { openRecords, type Records } from "../support/records";

/** One item of an envelope. `payload` is its JSON, or its text when it is none. */
export interface SentryItem {
  type: string;
  payload: unknown;
}

export interface SentryEnvelope {
  /** ISO 8601, UTC. */
  at: string;
  project: string;
  header: Record<string, unknown>;
  items: SentryItem[];
}

const unpack: Partial<Record<string, (bytes: Buffer) => Promise<Buffer>>> = { gzip: promisify(gunzip), deflate: promisify(inflate), br: promisify(brotliDecompress) };

/** A Sentry that keeps what it is told: `/` for people, `/envelopes` for tests. Any public key is welcome. */
export async function startSentry({ dataDir, port }: { dataDir: string; port?: number }): Promise<Service> {
  const envelopes = await openRecords<SentryEnvelope>(path.join(dataDir, "envelopes.jsonl"));
  return serve((request, response) => answer(request, response, envelopes), port);
}

async function answer(request: IncomingMessage, response: ServerResponse, envelopes: Records<SentryEnvelope>): Promise<void> {
  const { pathname } = urlOf(request);
  const project = /^\/api\/([^/]+)\/envelope\/?$/.exec(pathname)?.[1];
  // Browsers send from the app's origin.
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("access-control-allow-headers", "*");
  if (request.method === "OPTIONS") {
    response.writeHead(204).end();
  } else if (project && request.method === "POST") {
    const raw = await readBody(request, 40 * 1024 * 1024);
    const bytes = await (unpack[request.headers["content-encoding"] ?? ""]?.(raw) ?? raw);
    const envelope = parseEnvelope(bytes, project);
    await envelopes.add(envelope);
    sendJson(response, 200, { id: envelope.header.event_id ?? null });
  } else if (pathname === "/envelopes" && request.method === "DELETE") {
    await envelopes.clear();
    response.writeHead(204).end();
  } else if (pathname === "/envelopes") {
    sendJson(response, 200, { envelopes: envelopes.all().toReversed() });
  } else if (pathname === "/") {
    sendHtml(response, 200, errorsPage(envelopes.all().toReversed()));
  } else {
    sendJson(response, 404, { detail: "not found" });
  }
}

/** Lines of JSON: a header, then pairs of item header and payload; a payload of stated length may hold line ends. */
export function parseEnvelope(bytes: Buffer, project: string): SentryEnvelope {
  let at = 0;
  const line = (): Buffer => {
    const end = bytes.indexOf(10, at);
    const text = bytes.subarray(at, end < 0 ? bytes.length : end);
    at = end < 0 ? bytes.length : end + 1;
    return text;
  };
  const header = json(line()) as Record<string, unknown>;
  const items: SentryItem[] = [];
  while (at < bytes.length) {
    const head = line();
    if (head.length === 0) continue;
    const { type, length } = json(head) as { type?: string; length?: number };
    let payload: Buffer;
    if (length === undefined) payload = line();
    else {
      payload = bytes.subarray(at, at + length);
      at += length + 1;
    }
    items.push({ type: type ?? "unknown", payload: json(payload) });
  }
  return { at: new Date().toISOString(), project, header, items };
}

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return bytes.toString();
  }
}

function errorsPage(envelopes: readonly SentryEnvelope[]): string {
  const cards = envelopes.map(({ at, items }) => items.map((item) => `<article><h2>${escapeHtml(titleOf(item))}</h2><p class="quiet"><small>${escapeHtml(item.type)} · ${at.replace("T", " ").slice(0, 19)} UTC</small></p><details><summary>Everything it says</summary><pre>${escapeHtml(JSON.stringify(item.payload, null, 2))}</pre></details></article>`).join(""));
  return page("Errors", `<h1>Errors</h1><p class="quiet">What the app reported, newest first.</p>${cards.join("") || "<article><p>Nothing was reported.</p></article>"}`);
}

function titleOf({ type, payload }: SentryItem): string {
  const event = payload as { exception?: { values?: { type?: string; value?: string }[] }; message?: string; transaction?: string } | string | null;
  if (typeof event !== "object" || event === null) return type;
  const error = event.exception?.values?.at(-1);
  if (error) return `${error.type ?? "Error"}: ${error.value ?? ""}`;
  return event.message ?? event.transaction ?? type;
}
