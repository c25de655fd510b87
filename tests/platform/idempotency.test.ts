import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as createTier } from "@/app/api/v1/creators/[creatorId]/tiers/route";
import { POST as createPost } from "@/app/api/v1/posts/route";
import { POST as signUp } from "@/app/api/v1/users/route";
import { config, setConfig } from "@/lib/platform/config";
import { sha256 } from "@/lib/platform/crypto";
import { hashOf, once } from "@/lib/platform/http/idempotency";
import { Prisma } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import type { Creator } from "../support/people";
import { type Answer, call, closeWorld, creator, database, openWorld } from "../support/world";

let maker: Creator;
beforeAll(async () => {
  await openWorld();
  maker = await creator();
});
afterAll(() => closeWorld());

const tier = { name: "Front row", minAmount: 500 };
const key = (): string => crypto.randomUUID();
const create = (idempotencyKey: string, body: object = tier, as = maker): Promise<Answer> => call(createTier, { params: { creatorId: as.creatorId }, as, body, headers: { "idempotency-key": idempotencyKey } });
const tiersNamed = (name: string): Promise<number> => database().tier.count({ where: { name } });

describe("a POST repeated with its key", () => {
  it("gets the first answer again, word for word, and makes nothing more", async () => {
    const same = key();
    const first = await create(same, { ...tier, name: "Once" });
    const again = await create(same, { ...tier, name: "Once" });
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect([first.headers.get("idempotency-replayed"), again.headers.get("idempotency-replayed")]).toEqual([null, "true"]);
    expect(await tiersNamed("Once")).toBe(1);
  });

  it("and another body is refused, and leaves the first as it was", async () => {
    const same = key();
    expect((await create(same, { ...tier, name: "Mine" })).status).toBe(201);
    const other = await create(same, { ...tier, name: "Mine", minAmount: 5_000 });
    expect(other).toMatchObject({ status: 409, body: { detail: "This Idempotency-Key was used for another request. Make a new one." } });
    expect(await database().tier.findMany({ where: { name: "Mine" }, select: { minAmount: true } })).toEqual([{ minAmount: 500 }]);
  });

  it("at another address is refused", async () => {
    const same = key();
    await create(same, { ...tier, name: "Here" });
    expect((await call(createPost, { as: maker, body: { body: "Words" }, headers: { "idempotency-key": same } })).status).toBe(409);
  });

  it("by another person is another request", async () => {
    const same = key();
    const neighbour = await creator();
    const mine = await create(same, { ...tier, name: "Ours" });
    const theirs = await create(same, { ...tier, name: "Ours" }, neighbour);
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  it("ten times at once makes one row; each hears of that one, or to wait", async () => {
    const same = key();
    const answers = await Promise.all(Array.from({ length: 10 }, () => create(same, { ...tier, name: "Clicked" })));
    expect(await tiersNamed("Clicked")).toBe(1);
    const done = answers.filter(({ status }) => status === 201);
    expect(new Set(done.map(({ body }) => body.id as string)).size).toBe(1);
    for (const waiting of answers.filter(({ status }) => status !== 201)) expect([waiting.status, waiting.headers.get("retry-after")]).toEqual([409, "2"]);
  });

  it("after an error is tried anew, so that a person may correct what was wrong", async () => {
    const same = key();
    const write = (body: object): Promise<Answer> => call(createPost, { as: maker, body, headers: { "idempotency-key": same } });
    const refused = await write({ body: "Corrected", audience: "tier", tierId: newId("tier") });
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.status).toBeLessThan(500);
    expect(await database().idempotencyRecord.count({ where: { key: same } })).toBe(0);
    expect((await write({ body: "Corrected", audience: "public" })).status).toBe(201);
    expect(await database().post.count({ where: { body: "Corrected" } })).toBe(1);
  });
});

describe("a process that dies in the middle", () => {
  const request = { actor: "usr_dead", key: "the-key-of-the-dead", route: "POST /x", requestHash: "a hash" };

  it("keeps its key for a minute, in which nothing runs beside it, and then gives it up to one", async () => {
    let runs = 0;
    const work = (): Promise<{ status: number; body: { run: number } }> => Promise.resolve({ status: 200, body: { run: (runs += 1) } });
    // What the database holds when a process is killed in its handler.
    await database().idempotencyRecord.create({ data: { ...request, lockedUntil: new Date(Date.now() + 60_000) } });
    await expect(once(request, work)).rejects.toMatchObject({ code: "conflict" });
    expect(runs).toBe(0);
    await database().idempotencyRecord.updateMany({ where: { actor: request.actor }, data: { lockedUntil: new Date(Date.now() - 1) } });
    const answers = await Promise.allSettled([once(request, work), once(request, work), once(request, work)]);
    expect(runs).toBe(1);
    expect(answers.filter(({ status }) => status === "fulfilled").length).toBeGreaterThanOrEqual(1);
    await expect(once(request, work)).resolves.toEqual({ status: 200, body: { run: 1 }, replayed: true });
  });

  it("after its change and before its answer makes no second one, however late the repeat", async () => {
    const same = key();
    const record = { actor_key: { actor: maker.userId, key: same } };
    expect((await create(same, { ...tier, name: "Sealed" })).status).toBe(201);
    // What the database holds when a process is killed after the commit.
    await database().idempotencyRecord.update({ where: record, data: { status: null, response: Prisma.DbNull, lockedUntil: new Date(Date.now() - 1) } });
    expect(await create(same, { ...tier, name: "Sealed" })).toMatchObject({ status: 409, body: { detail: "This was done already, though the answer was lost. Reload to see it." } });
    expect(await tiersNamed("Sealed")).toBe(1);
  });
});

describe("what is kept of a request", () => {
  const body = { email: "noor@directfanz.test", password: "four quiet words here", displayName: "Noor" };

  it("lets nobody who reads it check a guess: it is keyed, and holds nothing of a password", async () => {
    const same = key();
    expect((await call(signUp, { body, headers: { "idempotency-key": same } })).status).toBe(202);
    const { requestHash } = await database().idempotencyRecord.findFirstOrThrow({ where: { key: same } });
    const asSent = { query: {}, body: { ...body, intent: "fan" } };
    expect(requestHash).not.toBe(sha256(JSON.stringify(asSent)));
    expect(requestHash).toBe(hashOf({ ...asSent, body: { ...asSent.body, password: "another" } }));
    expect(requestHash).not.toBe(hashOf({ ...asSent, body: { ...asSent.body, displayName: "Eve" } }));
    const ours = config();
    setConfig({ ...ours, NEXTAUTH_SECRET: "another secret, as long as it has to be" });
    expect(hashOf(asSent)).not.toBe(requestHash);
    setConfig(ours);
  });
});
