import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "@/app/api/operations";
import { openApiDocument } from "@/lib/platform/http/openapi";
import { methods } from "@/lib/platform/http/openapi";
import type { RouteHandler } from "@/lib/platform/http";
import { newId, prefixes, type IdKind } from "@/lib/platform/ids";
import { forgetCounts, forgetSettings, limitClasses } from "@/lib/platform/ratelimit";
import type { Person } from "../support/people";
import { call, closeWorld, database, openWorld, person } from "../support/world";

interface Operation {
  name: string;
  method: string;
  path: string;
  handler: RouteHandler;
}

const all: Operation[] = operations.flatMap(({ path, module }) =>
  methods.flatMap((method) => {
    const handler = module[method];
    return handler ? [{ name: `${method} ${path}`, method, path, handler }] : [];
  }),
);
const needsSession = all.filter(({ handler }) => handler.declaration.auth.security === "session" || handler.declaration.auth.security === "either");
const withIds = all.filter(({ handler, path }) => /\[\w+Id\]/u.test(path) && handler.declaration.params);
const withBody = all.filter(({ handler }) => handler.declaration.body);

let member: Person;
beforeAll(async () => {
  await openWorld({ TRUSTED_HOPS: "1" });
  await setLimits(100_000);
  member = await person();
});
afterAll(() => closeWorld());

/** A well-formed id of every parameter in the path, of rows that do not exist. */
function absentIds(path: string): Record<string, string> {
  const names = [...path.matchAll(/\[(\w+)\]/gu)].map((match) => match[1] ?? "");
  return Object.fromEntries(names.map((name) => [name, name.endsWith("Id") && name.slice(0, -2) in prefixes ? newId(name.slice(0, -2) as IdKind) : name === "year" ? "2026" : "read"]));
}

/** To whom the operation exists at all. */
const whoMay = async (handler: RouteHandler): Promise<Person> => (handler.declaration.auth.name === "admin" ? person({ role: "admin" }) : member);

let address = 0;
/** Each call comes from somewhere else, so that no test is slowed by another. */
const from = (): Record<string, string> => ({ "x-forwarded-for": `10.0.${Math.floor((address += 1) / 250)}.${address % 250}` });

describe("every operation", () => {
  it("is in the document, with its own id", () => {
    const document = openApiDocument(operations, { serverUrl: "http://localhost", version: "1" }) as { paths: Record<string, Record<string, { operationId: string }>> };
    const ids = Object.values(document.paths).flatMap((path) => Object.values(path).map((operation) => operation.operationId));
    expect(ids).toHaveLength(all.length);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("that takes a session or a bearer says both in the document", () => {
    const document = openApiDocument(operations, { serverUrl: "http://localhost", version: "1" }) as { paths: Record<string, Record<string, { security: object[]; responses: object }>> };
    const readiness = document.paths["/api/v1/readiness"]?.get;
    expect(readiness?.security).toEqual([{ session: [] }, { bearer: [] }]);
    expect(Object.keys(readiness?.responses ?? {})).toEqual(["200", "401", "403", "404", "429", "500"]);
  });

  it.each(needsSession)("$name answers 401 to a visitor", async ({ handler, method, path }) => {
    const answer = await call(handler, { method, params: absentIds(path), headers: from() });
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ status: 401, detail: "Sign in first." });
  });

  it.each(all.filter(({ handler }) => handler.declaration.auth.name === "admin"))("$name does not exist for a member", async ({ handler, method, path }) => {
    expect((await call(handler, { method, params: absentIds(path), as: member, headers: from() })).status).toBe(404);
  });

  it.each(withIds)("$name answers 400 to an id that is none, naming it", async ({ handler, method, path }) => {
    const params = Object.fromEntries(Object.keys(absentIds(path)).map((name) => [name, "../../etc/passwd"]));
    const answer = await call(handler, { method, params, as: await whoMay(handler), headers: from() });
    expect(answer.status).toBe(400);
    expect(answer.body.invalidParams[0].name).toMatch(/^params\.\w+Id$/u);
  });

  it.each(withBody)("$name answers 400 to malformed JSON, 415 to another type and 413 to a flood", async ({ handler, method, path }) => {
    const params = absentIds(path);
    const as = await whoMay(handler);
    expect((await call(handler, { method, params, as, body: "{\"a\":", headers: from() })).status).toBe(400);
    expect((await call(handler, { method, params, as, body: "{\"__proto__\":{\"admin\":true}}", headers: from() })).status).toBe(400);
    expect((await call(handler, { method, params, as, body: "a=1", headers: { "content-type": "application/x-www-form-urlencoded", ...from() } })).status).toBe(415);
    expect((await call(handler, { method, params, as, body: `{"x":"${"y".repeat(70_000)}"}`, headers: from() })).status).toBe(413);
  });

  it.each(withBody)("$name names each field of the wrong type", async ({ handler, method, path }) => {
    const as = await whoMay(handler);
    const answer = await call(handler, { method, params: absentIds(path), as, body: wrongTypes(handler), headers: from() });
    expect(answer.status).toBe(400);
    expect(answer.body.invalidParams.every(({ name, reason }: { name: string; reason: string }) => name.startsWith("body") && reason.length > 0)).toBe(true);
  });

  it.each(all.filter(({ method }) => method !== "GET"))("$name refuses a page of another site", async ({ handler, method, path }) => {
    const answer = await call(handler, { method, params: absentIds(path), as: member, headers: { origin: "https://evil.example", ...from() } });
    expect(answer.status).toBe(403);
  });

  it.each(all.filter(({ handler }) => handler.declaration.idempotent))("$name asks for an Idempotency-Key", async ({ handler, method, path }) => {
    const answer = await call(handler, { method, params: absentIds(path), as: await whoMay(handler), body: validBody(path), headers: { "idempotency-key": "", ...from() } });
    expect(answer.status).toBe(400);
    expect(answer.body.invalidParams[0].name).toBe("header.idempotency-key");
  });

  it.each(withIds.filter(({ handler }) => !handler.declaration.body && handler.declaration.auth.name !== "operator"))("$name answers 404 or nothing at all for what is not there", async ({ handler, method, path }) => {
    const answer = await call(handler, { method, params: absentIds(path), as: member, headers: from() });
    // A list of nobody's things is empty, and leaving what one never joined changes nothing; everything else is not there.
    const harmless = path.endsWith("/posts") || path.endsWith("/creators/[creatorId]/bundles") || (method === "DELETE" && path.endsWith("/follow"));
    expect(answer.status).toBe(harmless ? 200 : 404);
  });
});

describe("limits", () => {
  it.each(all)("$name answers 429 with Retry-After above its limit", async ({ handler, method, path }) => {
    await setLimits(1);
    const same = from();
    await call(handler, { method, params: absentIds(path), headers: same });
    const second = await call(handler, { method, params: absentIds(path), headers: same });
    expect(second.status).toBe(429);
    expect(Number(second.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

/** Sets one limit for all classes: high while every operation is asked in turn by the same few people, one for the last test. */
async function setLimits(most: number): Promise<void> {
  await database().rateLimitSetting.deleteMany();
  await database().rateLimitSetting.createMany({ data: limitClasses.map((limitClass) => ({ limitClass, perActor: most, perAddress: most, windowSeconds: 3_600, byUserId: "test" })) });
  forgetSettings();
  forgetCounts();
}

/** Every property the body knows, each of a type it cannot be. */
function wrongTypes(handler: RouteHandler): object {
  const document = openApiDocument([{ path: "/x", module: { POST: handler } }], { serverUrl: "http://x", version: "1" }) as { paths: { "/x": { post: { requestBody: { content: { "application/json": { schema: { properties?: Record<string, unknown> } } } } } } } };
  const { properties = {} } = document.paths["/x"].post.requestBody.content["application/json"].schema;
  return Object.fromEntries(Object.keys(properties).map((name) => [name, { not: "this" }]));
}

/** Bodies that pass their schema, so that the key is what is missing. */
function validBody(path: string): object {
  const bodies: Record<string, object> = {
    "/api/v1/users": { email: "a@directfanz.test", password: "a few words in a row", displayName: "A" },
    "/api/v1/creators": { handle: "somebody", name: "A" },
    "/api/v1/creators/[creatorId]/tiers": { name: "A", minAmount: 500 },
    "/api/v1/media": { kind: "picture", fileName: "a.png", contentType: "image/png", bytes: 10 },
    "/api/v1/posts": { body: "A" },
    "/api/v1/tax-documents/[taxDocumentId]/corrections": { reason: "A late sale" },
    "/api/v1/checkouts": { tierId: newId("tier"), amount: 500 },
    "/api/v1/subscriptions/[subscriptionId]/card-updates": {},
    "/api/v1/subscriptions/[subscriptionId]/change": { tierId: newId("tier"), amount: 500, dueToday: 0, countedAt: new Date().toISOString() },
    "/api/v1/disputes/[disputeId]/evidence": { text: "They came to the show." },
    "/api/v1/disputes/[disputeId]/evidence-files": { fileName: "a.pdf", contentType: "application/pdf", bytes: 10 },
    "/api/v1/tips": { creatorId: newId("creator"), amount: 500 },
    "/api/v1/posts/[postId]/orders": { amount: 500 },
    "/api/v1/bundles": { title: "A", price: 500, postIds: [newId("post"), newId("post")] },
    "/api/v1/bundles/[bundleId]/orders": { amount: 500 },
    "/api/v1/gifts": { tierId: newId("tier"), months: 3 },
    "/api/v1/fee-schedules": { effectiveFrom: "2099-01-01", platformBps: 900, estimateProcessingBps: 290, estimateProcessingFixed: 30, note: "Nine per cent.", reason: "Cheaper" },
    "/api/v1/reconciliations": { reason: "A question" },
    "/api/v1/payouts": { method: "standard" },
    "/api/v1/splits": { handle: "somebody", shareBps: 2500 },
    "/api/v1/promotions": { code: "SPRING", percentOff: 20, duration: "once" },
    "/api/v1/sales/[saleId]/refunds": { reason: "Sorry" },
  };
  const body = bodies[path];
  if (!body) throw new Error(`say what a valid body of ${path} is`);
  return body;
}
