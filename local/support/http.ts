import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A running double: where it listens and how to end it. */
export interface Service {
  url: string;
  port: number;
  stop: () => Promise<void>;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** Listens on 127.0.0.1. A wanted port that is taken is not an error: any free one serves as well. */
export async function serve(handler: Handler, wantedPort = 0): Promise<Service> {
  const server = createServer((request, response) => {
    void run(handler, request, response);
  });
  server.keepAliveTimeout = 60_000;
  const port = await listen(server, wantedPort);
  return { url: `http://127.0.0.1:${port}`, port, stop: () => close(server) };
}

async function run(handler: Handler, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await handler(request, response);
  } catch (error) {
    if (response.headersSent || response.destroyed) {
      response.destroy();
      return;
    }
    sendJson(response, 500, { error: error instanceof Error ? error.message : String(error) });
  }
}

async function listen(server: Server, port: number): Promise<number> {
  try {
    return await listenOn(server, port);
  } catch (error) {
    if (port !== 0 && (error as NodeJS.ErrnoException).code === "EADDRINUSE") return listenOn(server, 0);
    throw error;
  }
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.removeListener("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** A port that was free a moment ago; `wanted` itself when it is free. */
export async function freePort(wanted = 0): Promise<number> {
  const server = createServer();
  const port = await listen(server, wanted);
  await close(server);
  return port;
}

/** True when nothing listens on the port, neither on this machine's own address nor on all of them. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await canListen(port, "127.0.0.1")) && canListen(port);
}

async function canListen(port: number, host?: string): Promise<boolean> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen({ port, host }, () => resolve());
    });
    await close(server);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") return false;
    throw error;
  }
}

export class BodyTooLarge extends Error {
  constructor(limit: number) {
    super(`the body is larger than ${limit} bytes`);
  }
}

/** Reads a whole body, at most `limit` bytes. @throws BodyTooLarge */
export async function readBody(request: AsyncIterable<unknown>, limit = 16 * 1024 * 1024): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > limit) throw new BodyTooLarge(limit);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

export function sendJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
  response.end(JSON.stringify(body));
}

export function sendHtml(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
  response.end(html);
}

/** The request's path and query, whatever host it was sent to. */
export function urlOf(request: IncomingMessage): URL {
  return new URL(`http://${request.headers.host ?? "127.0.0.1"}${request.url ?? "/"}`);
}
