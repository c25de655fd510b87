import { encode } from "next-auth/jwt";
import { createCreator, type CreatorInput, newPerson, type Person, type PersonInput } from "./people";
import { furnish } from "@/lib/house";
import { forgetStripe } from "@/lib/commerce/rails";
import { forgetRedis, resetBreaker } from "@/lib/platform/cache";
import { type Config, parseConfig, setConfig } from "@/lib/platform/config";
import { closeDatabase, closePool, database } from "@/lib/platform/db";
import { drain } from "@/lib/platform/jobs";
import { forgetLimiters } from "@/lib/platform/ratelimit";
import { forgetStorage } from "@/lib/platform/storage";
import { cookieName } from "@/lib/identity/sessions";
import type { RouteHandler } from "@/lib/platform/http";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startStripe } from "@/local/stripe";
import { testParameters } from "./cloud";

export { drain };
export { database } from "@/lib/platform/db";

/** Points this process at a world of its own: empty database, bucket and Redis, a payment provider of its own, and the shared doubles of the rest. Returns its configuration. */
export async function openWorld(changes: Record<string, string | undefined> = {}): Promise<Config> {
  const parameters = await testParameters();
  const STRIPE_API_BASE = await ownStripe(parameters.STRIPE_SECRET_KEY, parameters.STRIPE_WEBHOOK_SECRET);
  const config = setConfig(parseConfig({ ...parameters, STRIPE_API_BASE, APP_ENV: "test", LOG_LEVEL: "silent", ...changes }));
  forgetStripe();
  forgetRedis();
  forgetStorage();
  forgetLimiters();
  resetBreaker();
  furnish();
  return config;
}

let stripeDouble: { url: string; stop: () => Promise<void> } | undefined;

/** A payment provider for this file alone: its clock and its outages are nobody else's. */
async function ownStripe(secretKey: string, webhookSecret: string): Promise<string> {
  if (!stripeDouble) {
    const dataDir = await mkdtemp(path.join(tmpdir(), "stripe-of-a-test-"));
    const started = await startStripe({ dataDir, secretKey, webhookSecret });
    stripeDouble = { url: started.url, stop: () => started.stop().then(() => rm(dataDir, { recursive: true, force: true })) };
  }
  return stripeDouble.url;
}

export async function closeWorld(): Promise<void> {
  await stripeDouble?.stop();
  await closeDatabase();
  await closePool();
}

export const person = (input: PersonInput = {}): Promise<Person> => newPerson(input);
export const creator = (input: CreatorInput = {}): ReturnType<typeof createCreator> => createCreator(input);

/** Everything of one kind in the outbox, oldest first. */
export async function events(type: string): Promise<unknown[]> {
  return (await database().outboxEvent.findMany({ where: { type }, orderBy: { id: "asc" } })).map((row) => row.payload);
}

/** What the audit trail says of a row. */
export async function auditTrail(subject: string): Promise<{ action: string; actorId: string | null }[]> {
  return database().auditEntry.findMany({ where: { subject }, orderBy: { seq: "asc" }, select: { action: true, actorId: true } });
}

export interface Call {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  as?: Person;
  headers?: Record<string, string>;
  method?: string;
}

export interface Answer {
  status: number;
  headers: Headers;
  // The shape depends on the route; each test says what it expects of it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

/** Calls a route's handler as the server would: a Request in, a Response out, with this person's cookie. */
export async function call(handler: RouteHandler, { params = {}, query = {}, body, as, headers = {}, method }: Call = {}): Promise<Answer> {
  const verb = method ?? (body === undefined ? "GET" : "POST");
  const url = `http://localhost:3000/api/test?${new URLSearchParams(query).toString()}`;
  const cookie: Record<string, string> = as ? { cookie: await cookieOf(as) } : {};
  const request = new Request(url, {
    method: verb,
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), origin: "http://localhost:3000", "idempotency-key": crypto.randomUUID(), ...cookie, ...headers },
    ...(body === undefined || verb === "GET" ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: /json/u.test(response.headers.get("content-type") ?? "") ? (JSON.parse(text) as unknown) : text };
}

/** The cookie next-auth would have given this person. */
export async function cookieOf({ userId, sessionId }: Person): Promise<string> {
  const { config } = await import("@/lib/platform/config");
  return `${cookieName()}=${await encode({ token: { sub: userId, sid: sessionId }, secret: config().NEXTAUTH_SECRET })}`;
}
