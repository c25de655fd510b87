import type { IncomingMessage, ServerResponse } from "node:http";
import { BodyTooLarge, readBody, sendJson, serve, type Service } from "../support/http";
import { databases, type Command, type Database, type Engine, type Reply } from "./engine";
import { memoryEngine } from "./memory";
import { redisVersion, serverEngine } from "./server";

export interface RedisService extends Service {
  /** Which engine answers, in words. */
  engine: string;
}

export interface RedisOptions {
  dataDir: string;
  /** Bearer token. `token.7` opens logical database 7, as another Upstash database would have another token. */
  token: string;
  port?: number;
  /** Absent: redis-server when it is on PATH. */
  engine?: "server" | "memory";
}

const largestBody = 10 * 1024 * 1024; // Upstash's own limit, bytes

/** Upstash's REST interface in front of a real Redis, or of an in-memory engine where none is installed. */
export async function startRedis({ dataDir, token, port, engine: wanted }: RedisOptions): Promise<RedisService> {
  const version = wanted === "memory" ? undefined : await redisVersion();
  const engine = version === undefined ? memoryEngine() : await serverEngine({ dataDir, password: token, version });
  const service = await serve((request, response) => answer(request, response, engine, token), port);
  const stop = async (): Promise<void> => {
    await service.stop();
    await engine.stop();
  };
  return { ...service, engine: engine.name, stop };
}

/** The database a token opens; undefined for a wrong one. */
function databaseFor(request: IncomingMessage, engine: Engine, token: string): Database | undefined {
  const given = request.headers.authorization?.replace(/^Bearer /, "");
  if (given === token) return engine.database(0);
  if (!given?.startsWith(`${token}.`)) return undefined;
  const index = Number(given.slice(token.length + 1));
  return Number.isInteger(index) && index >= 0 && index < databases ? engine.database(index) : undefined;
}

async function answer(request: IncomingMessage, response: ServerResponse, engine: Engine, token: string): Promise<void> {
  const database = databaseFor(request, engine, token);
  if (!database) {
    sendJson(response, 401, { error: "WRONGPASS invalid or missing auth token" });
    return;
  }
  const path = (request.url ?? "/").split("?")[0]?.split("/").filter(Boolean).map(decodeURIComponent) ?? [];
  const [first = ""] = path;
  const body = await bodyOf(request, response);
  if (body === refused) return;
  const encode = encoder(request.headers["upstash-encoding"] === "base64");

  if (first === "subscribe" || first === "psubscribe") {
    await stream(request, response, database, first, path[1] ?? "");
  } else if (first === "pipeline") {
    const results = await Promise.all((body as unknown[][]).map((command) => one(database, texts(command), encode)));
    sendJson(response, 200, results, syncToken);
  } else if (first === "multi-exec") {
    await transaction(response, database, (body as unknown[][]).map(texts), encode);
  } else {
    const command = path.length > 0 ? [...path, ...(body === undefined ? [] : [asText(body)])] : texts(body as unknown[]);
    const result = await one(database, command, encode);
    sendJson(response, "error" in result ? 400 : 200, result, syncToken);
  }
}

const syncToken = { "upstash-sync-token": "1" };
const refused = Symbol("refused");

async function bodyOf(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  try {
    const bytes = await readBody(request, largestBody);
    return bytes.length > 0 ? (JSON.parse(bytes.toString()) as unknown) : undefined;
  } catch (error) {
    if (error instanceof BodyTooLarge) sendJson(response, 413, { error: "ERR max request size exceeded" }, { connection: "close" });
    else sendJson(response, 400, { error: "ERR failed to parse body" });
    return refused;
  }
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function texts(command: unknown[]): Command {
  return command.map(asText);
}

type Result = { result: unknown } | { error: string };
type Encode = (reply: Reply) => unknown;

async function one(database: Database, command: Command, encode: Encode): Promise<Result> {
  try {
    return { result: encode(await database.call(command)) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

async function transaction(response: ServerResponse, database: Database, commands: Command[], encode: Encode): Promise<void> {
  try {
    const replies = await database.multi(commands);
    sendJson(response, 200, replies.map((reply) => (reply instanceof Error ? { error: reply.message } : { result: encode(reply) })), syncToken);
  } catch (error) {
    sendJson(response, 400, { error: error instanceof Error ? error.message : String(error) });
  }
}

/** Texts go out as they are or in base64, numbers as numbers. "OK" is never encoded. */
function encoder(base64: boolean): Encode {
  const text = (bytes: Buffer): string => (base64 ? bytes.toString("base64") : bytes.toString("utf8"));
  const encode: Encode = (reply) => {
    if (reply === null || typeof reply === "number") return reply;
    if (Array.isArray(reply)) return reply.map(encode);
    if (typeof reply === "bigint") return Number(reply);
    if (typeof reply === "string") return reply === "OK" ? reply : text(Buffer.from(reply));
    if (Buffer.isBuffer(reply)) return reply.toString() === "OK" ? "OK" : text(reply);
    return Object.entries(reply).flat().map(encode);
  };
  return (reply) => encode((reply) ?? null);
}

async function stream(request: IncomingMessage, response: ServerResponse, database: Database, kind: "subscribe" | "psubscribe", channel: string): Promise<void> {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  const end = await database.subscribe(kind, channel, (parts) => response.write(`data: ${parts.join(",")}\n\n`));
  request.socket.on("close", end);
}
