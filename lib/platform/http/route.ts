import type { z } from "zod";
import { config } from "@/lib/platform/config";
import { type Actor, type Context, createContext } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { drain } from "@/lib/platform/jobs";
import { takePending } from "@/lib/platform/jobs/pending";
import { log } from "@/lib/platform/log";
import { measure } from "@/lib/platform/metrics";
import { type LimitClass, takeLimit } from "@/lib/platform/ratelimit";
import { flushSentry, reportError } from "@/lib/platform/sentry";
import { callerAddress } from "./address";
import { afterwards } from "./afterwards";
import type { AuthRule } from "./auth";
import { type Answer, hashOf, once, seal } from "./idempotency";
import { checkOrigin } from "./origin";
import { internalOf, problemResponse, toProblem } from "./problem";
import { parsePart, queryOf, readJson } from "./read-input";

const bodyLimit = 64 * 1024;

interface Input<P, Q, B> {
  ctx: Context;
  params: P;
  query: Q;
  body: B;
  request: Request;
}

/** What a route says of itself; the handler and the OpenAPI document are both made from it. */
export interface Declaration<P = unknown, Q = unknown, B = unknown, O = unknown> {
  summary: string;
  auth: AuthRule;
  limit: LimitClass;
  params?: z.ZodType<P>;
  query?: z.ZodType<Q>;
  body?: z.ZodType<B>;
  /** Absent: 204. "raw": the handler answers with a Response of its own (a redirect, bytes). */
  output?: z.ZodType<O> | "raw";
  /** Status of success; 200 with an output, 204 without. */
  status?: 200 | 201 | 202;
  /**
   * The caller must send an Idempotency-Key; a repeat gets the first answer. "sealed": the verb makes its change in one transaction,
   * which keeps the key with it, so that not even a crash before the answer lets it happen twice. true: the rows themselves see to that.
   */
  idempotent?: true | "sealed";
  handler: (input: Input<P, Q, B>) => Promise<O | Response | undefined>;
}

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };
export interface RouteHandler {
  (request: Request, context: RouteContext): Promise<Response>;
  declaration: Declaration;
}

/** The only way to write a handler; see docs/map.md for the order of what it does. */
export function route<P = Record<string, never>, Q = Record<string, never>, B = undefined, O = undefined>(declaration: Declaration<P, Q, B, O>): RouteHandler {
  const erased = declaration as unknown as Declaration;
  const handle = async (request: Request, context: RouteContext): Promise<Response> => {
    const started = performance.now();
    const run: Run = { request, context, requestId: newId("request"), actor: undefined };
    const name = `${request.method} ${erased.summary}`;
    let response: Response;
    try {
      response = await answer(erased, run);
    } catch (error) {
      response = explain(error, run, name);
    }
    const ms = performance.now() - started;
    measure(name, ms, response.status >= 500);
    log().info({ requestId: run.requestId, method: request.method, path: new URL(request.url).pathname, status: response.status, ms: Math.round(ms), actor: run.actor?.kind === "user" ? run.actor.userId : run.actor?.kind }, erased.summary);
    if (takePending()) afterwards(() => drain());
    return response;
  };
  return Object.assign(handle, { declaration: erased });
}

interface Run {
  request: Request;
  context: RouteContext;
  requestId: string;
  actor: Actor | undefined;
}

async function answer(declaration: Declaration, run: Run): Promise<Response> {
  const { request } = run;
  const address = callerAddress(request.headers, config().TRUSTED_HOPS);
  checkOrigin(request, config().APP_URL);
  await takeLimit(declaration.limit, { actor: undefined, address });
  run.actor = await declaration.auth.resolve(request);
  if (run.actor.kind === "user") await takeLimit(declaration.limit, { actor: run.actor.userId, address: "" });
  const repeat = declaration.idempotent ? { actor: run.actor.kind === "user" ? run.actor.userId : `anonymous:${address}`, key: idempotencyKey(request) } : undefined;
  const beforeCommit = repeat && declaration.idempotent === "sealed" ? seal(repeat) : undefined;
  const ctx = createContext({ actor: run.actor, requestId: run.requestId, address, userAgent: (request.headers.get("user-agent") ?? "").slice(0, 300), beforeCommit });
  const url = new URL(request.url);
  const params = declaration.params ? parsePart("params", declaration.params, await run.context.params) : {};
  const query = declaration.query ? parsePart("query", declaration.query, queryOf(url)) : {};
  const body = declaration.body ? parsePart("body", declaration.body, await readJson(request, bodyLimit)) : undefined;
  const perform = () => declaration.handler({ ctx, params, query, body, request });
  if (!repeat) return toResponse(declaration, await perform(), run.requestId);
  const outcome = await once({ ...repeat, route: `${request.method} ${url.pathname}`, requestHash: hashOf({ query, body }) }, async () => {
    const response = toResponse(declaration, await perform(), run.requestId);
    return { status: response.status, body: response.status === 204 ? null : ((await response.json()) as Answer["body"]) };
  });
  return json(outcome.status === 204 ? undefined : outcome.body, outcome.status, run.requestId, outcome.replayed ? { "idempotency-replayed": "true" } : {});
}

function idempotencyKey(request: Request): string {
  const key = request.headers.get("idempotency-key") ?? "";
  if (/^[\w-]{8,100}$/u.test(key)) return key;
  const reason = "Send an Idempotency-Key of 8 to 100 letters, digits, - or _, so that this cannot happen twice.";
  throw new AppError("bad_request", reason, { invalidParams: [{ name: "header.idempotency-key", reason }] });
}

function toResponse(declaration: Declaration, result: unknown, requestId: string): Response {
  if (result instanceof Response) {
    result.headers.set("x-request-id", requestId);
    return result;
  }
  if (!declaration.output || declaration.output === "raw") return json(undefined, 204, requestId);
  // Nothing undeclared leaves: what the schema does not know is dropped, what it misses is our fault.
  return json(declaration.output.parse(result), declaration.status ?? 200, requestId);
}

function json(body: unknown, status: number, requestId: string, headers: Record<string, string> = {}): Response {
  const common = { "cache-control": "private, no-store", "x-request-id": requestId, ...headers };
  if (body === undefined || status === 204) return new Response(null, { status: 204, headers: common });
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...common } });
}

function explain(error: unknown, run: Run, name: string): Response {
  if (!toProblem(error, run.requestId).foreseen) {
    reportError(error, { route: name, method: run.request.method, requestId: run.requestId, userId: run.actor?.kind === "user" ? run.actor.userId : undefined });
    afterwards(() => flushSentry());
    log().error({ requestId: run.requestId, error: internalOf(error) }, name);
  } else if (error instanceof AppError && error.status >= 500) {
    log().warn({ requestId: run.requestId, error: internalOf(error) }, name);
  }
  return problemResponse(error, run.requestId);
}
