import { Browser, type AuthAnswer } from "../support/browser";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as health } from "@/app/api/health/route";
import { POST as startReset } from "@/app/api/v1/password-resets/route";
import { GET as listLimits } from "@/app/api/v1/rate-limits/route";
import { PUT as setLimit } from "@/app/api/v1/rate-limits/[limitClass]/route";
import { hashPassword } from "@/lib/identity/passwords";
import { breakerOpen, cached, redis, resetBreaker } from "@/lib/platform/cache";
import { sha256 } from "@/lib/platform/crypto";
import { forgetCounts, forgetSettings, limitClasses, takeLimit } from "@/lib/platform/ratelimit";
import { auditTrail, call, closeWorld, database, openWorld, person } from "../support/world";
import { openValve, type Valve } from "../support/valve";
import { testParameters } from "../support/cloud";
import type { Person } from "../support/people";

const password = "four quiet words here";
const five = { perActor: 5, perAddress: 1_000, windowSeconds: 60 };
let valve: Valve;
let admin: Person;

beforeAll(async () => {
  valve = await openValve((await testParameters()).UPSTASH_REDIS_REST_URL);
  const { NEXTAUTH_URL } = await openWorld({ TRUSTED_HOPS: "1", UPSTASH_REDIS_REST_URL: valve.url });
  process.env.NEXTAUTH_URL = NEXTAUTH_URL;
  admin = await person({ role: "admin" });
});
beforeEach(async () => {
  await database().rateLimitSetting.deleteMany();
  forgetSettings();
  forgetCounts();
  valve.open();
  resetBreaker();
});
afterEach(() => void vi.useRealTimers());
afterAll(async () => {
  await closeWorld();
  await valve.close();
});

let place = 0;
const elsewhere = (): string => `198.51.100.${(place += 1)}`;
const set = (limitClass: string, body: object, as: Person = admin): ReturnType<typeof call> => call(setLimit, { method: "PUT", as, params: { limitClass }, body, headers: { "x-forwarded-for": elsewhere() } });
const member = async (): Promise<Person> => person({ passwordHash: await hashPassword(password) });
const signIn = (email: string, given: string, from: string): Promise<AuthAnswer> => new Browser().submit("/api/auth/callback/password", { email, password: given, callbackUrl: "/" }, { "x-forwarded-for": from });
const wrong = (email: string, from: string): Promise<AuthAnswer> => signIn(email, "not the right words", from);

async function statuses(times: number, ask: () => Promise<{ status: number }>): Promise<number[]> {
  const seen: number[] = [];
  for (let at = 0; at < times; at += 1) seen.push((await ask()).status);
  return seen;
}

describe("five sign-ins a minute", () => {
  // In the middle of a minute, so that no test stands across two windows.
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - (Date.now() % 60_000) + 20_000 }));

  it("is five: the sixth hears 429 and how long to wait, with the right password too", async () => {
    await set("sign-in", five);
    const { email } = await member();
    const from = elsewhere();
    expect(await statuses(5, () => wrong(email, from))).toEqual([401, 401, 401, 401, 401]);
    const sixth = await wrong(email, from);
    expect(sixth.status).toBe(429);
    expect(Number(sixth.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(sixth.headers.get("retry-after"))).toBeLessThanOrEqual(60);
    expect(JSON.parse(sixth.body)).toMatchObject({ status: 429, title: "Too many requests" });
    expect((await signIn(email, password, from)).status).toBe(429);
  });

  it("is counted for each account and each address apart", async () => {
    await set("sign-in", five);
    const [one, other] = [await member(), await member()];
    const from = elsewhere();
    expect((await statuses(6, () => wrong(one.email, from))).at(-1)).toBe(429);
    expect((await signIn(other.email, password, from)).status).toBe(200);
    expect((await signIn(one.email, password, elsewhere())).status).toBe(200);
  });

  it("cannot be gone around by trying many accounts from one address", async () => {
    await set("sign-in", { ...five, perAddress: 5 });
    const from = elsewhere();
    let account = 0;
    expect(await statuses(6, () => wrong(`nobody${(account += 1)}@directfanz.test`, from))).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await wrong("nobody@directfanz.test", elsewhere())).status).toBe(401);
  });

  it("cannot be gone around by writing other addresses into X-Forwarded-For", async () => {
    await set("sign-in", { ...five, perAddress: 5 });
    const real = elsewhere();
    let claimed = 0;
    expect(await statuses(6, () => wrong(`n${claimed}@directfanz.test`, `203.0.113.${(claimed += 1)}, ${real}`))).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it("is exact when all come at once", async () => {
    await set("reset", { ...five, perAddress: 5 });
    const from = elsewhere();
    const answers = await Promise.all(Array.from({ length: 20 }, () => call(startReset, { body: { email: "nobody@directfanz.test" }, headers: { "x-forwarded-for": from } })));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });
});

describe("a limit that every process counts by itself", () => {
  it("holds for all of them together, half a second later", async () => {
    await set("write", { perActor: 50, perAddress: 1_000, windowSeconds: 3_600 });
    const actor = { actor: crypto.randomUUID(), address: "" };
    for (let n = 0; n < 50; n += 1) await takeLimit("write", actor);
    // Another process: the same code with counts of its own.
    vi.resetModules();
    const other = await import("@/lib/platform/ratelimit");
    let asked = 0;
    await vi.waitFor(
      async () => {
        vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 501 });
        await takeLimit("write", actor).catch(() => undefined);
        asked += 1;
        await expect(other.takeLimit("write", actor)).rejects.toMatchObject({ code: "rate_limited" });
      },
      { timeout: 5_000, interval: 50 },
    );
    expect(asked).toBeLessThan(40);
  });

  it("is kept in Redis for as long as its own window, whichever request tells of it", async () => {
    await set("write", { perActor: 50, perAddress: 1_000, windowSeconds: 7_200 });
    const actor = crypto.randomUUID();
    const keys = async (limitClass: string): Promise<string[]> => (await redis()?.keys(`rl:${limitClass}:u:${sha256(actor).slice(0, 24)}:*`)) ?? [];
    await takeLimit("write", { actor, address: "" });
    const told = async (): Promise<void> => {
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 501 });
      await takeLimit("read", { actor, address: "" });
      expect(Math.min((await keys("write")).length, (await keys("read")).length)).toBeGreaterThan(0);
    };
    await vi.waitFor(told, { timeout: 5_000, interval: 100 });
    const [name = ""] = await keys("write");
    expect(await redis()?.ttl(name)).toBeGreaterThan(7_200);
  });
});

describe("the network that limits count by", () => {
  it("is counted once for all addresses of an IPv6 /64", async () => {
    await set("reset", { ...five, perAddress: 5 });
    let host = 0;
    const ask = (): ReturnType<typeof call> => call(startReset, { body: { email: `nobody${(host += 1)}@directfanz.test` }, headers: { "x-forwarded-for": `2001:db8:5:5::${host.toString(16)}` } });
    expect(await statuses(6, ask)).toEqual([202, 202, 202, 202, 202, 429]);
    await expect(takeLimit("reset", { actor: undefined, address: "2001:db8:5:6::1" })).resolves.toBeUndefined();
  });

  it("is not forgotten when a crowd of others comes", async () => {
    await set("write", { perActor: 50, perAddress: 3, windowSeconds: 3_600 });
    valve.cut();
    const crowd = async (from: number, to: number): Promise<void> => {
      for (let n = from; n < to; n += 1) await takeLimit("write", { actor: undefined, address: `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}` });
    };
    await crowd(0, 30_000);
    for (let n = 0; n < 3; n += 1) await takeLimit("write", { actor: undefined, address: "192.0.2.99" });
    await crowd(30_000, 65_000);
    await expect(takeLimit("write", { actor: undefined, address: "192.0.2.99" })).rejects.toMatchObject({ code: "rate_limited" });
  });
});

describe("a limit set by an administrator", () => {
  it("holds from the next request on, is shown, and is written down with who set it", async () => {
    const from = elsewhere();
    const ask = (): ReturnType<typeof call> => call(health, { headers: { "x-forwarded-for": from } });
    expect(await statuses(3, ask)).toEqual([200, 200, 200]);
    const answer = await set("read", { perActor: 1_000, perAddress: 3, windowSeconds: 3_600 });
    expect(answer.body).toEqual({ limitClass: "read", perActor: 1_000, perAddress: 3, windowSeconds: 3_600, changed: true });
    expect((await statuses(4, ask)).at(-1)).toBe(429);
    const list = await call(listLimits, { as: admin, headers: { "x-forwarded-for": elsewhere() } });
    expect(list.body.data).toContainEqual({ limitClass: "read", perActor: 1_000, perAddress: 3, windowSeconds: 3_600, changed: true });
    expect(await auditTrail("read")).toEqual([{ action: "rate-limit.set", actorId: admin.userId }]);
  });

  it("holds in other processes within ten seconds", async () => {
    const from = elsewhere();
    const reset = (): ReturnType<typeof call> => call(startReset, { body: { email: "nobody@directfanz.test" }, headers: { "x-forwarded-for": from } });
    expect(await statuses(2, reset)).toEqual([202, 202]);
    // What another process would have written.
    await database().rateLimitSetting.create({ data: { limitClass: "reset", perActor: 1, perAddress: 1, windowSeconds: 7_200, byUserId: admin.userId } });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 10_001 });
    expect(await statuses(2, reset)).toEqual([202, 429]);
  });

  it("can be set by nobody else, for no unknown class, and not to nothing", async () => {
    expect((await set("read", five, await person())).status).toBe(404);
    expect((await set("read", five, await person({ role: "moderator" }))).status).toBe(404);
    expect((await set("everything", five)).status).toBe(404);
    expect((await set("read", { ...five, perActor: 0 })).body.invalidParams[0].name).toBe("body.perActor");
    expect(await database().rateLimitSetting.count()).toBe(0);
  });
});

describe.each([["that hangs", "stall"], ["that is away", "cut"]] as const)("Redis %s", (_how, how) => {
  const shut = (): void => valve[how]();
  const tookMs = async (work: () => Promise<unknown>): Promise<number> => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  };

  it("keeps sign-in shut, within seconds, and says when to come back", async () => {
    const { email } = await member();
    const from = elsewhere();
    shut();
    const ms = await tookMs(async () => {
      const answer = await signIn(email, password, from);
      expect(answer.status).toBe(503);
      expect(answer.headers.get("retry-after")).toBe("60");
      expect(answer.body).not.toContain("Redis");
    });
    expect(ms).toBeLessThan(3_000);
    expect((await call(startReset, { body: { email }, headers: { "x-forwarded-for": from } })).status).toBe(503);
    expect(await database().session.count({ where: { user: { email } } })).toBe(1);
  });

  it("keeps nobody from anything else: reading is not slower, paying is let through", async () => {
    shut();
    expect(await tookMs(async () => expect((await call(health, { headers: { "x-forwarded-for": elsewhere() } })).status).toBe(200))).toBeLessThan(500);
    await expect(takeLimit("checkout", { actor: "usr_1", address: elsewhere() })).resolves.toBeUndefined();
    await expect(cached(`key-${how}`, { ttlSeconds: 60, tags: ["t"] }, () => Promise.resolve("from the database"))).resolves.toBe("from the database");
  });

  it("is left alone after three failures, and asked again when five seconds have passed", { timeout: 30_000 }, async () => {
    const { email } = await member();
    shut();
    for (let failures = 0; failures < 3; failures += 1) await expect(takeLimit("sign-in", { actor: "usr_1", address: "" })).rejects.toMatchObject({ code: "unavailable" });
    expect(breakerOpen()).toBe(true);
    const asked = valve.attempts();
    expect(await tookMs(() => takeLimit("sign-in", { actor: "usr_1", address: "" }).catch(() => undefined))).toBeLessThan(100);
    expect(valve.attempts()).toBe(asked);

    valve.open();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 5_001 });
    expect((await signIn(email, password, elsewhere())).status).toBe(200);
    expect(breakerOpen()).toBe(false);
  });

  it("shuts what an attacker would want open, and nothing else", async () => {
    shut();
    const refused: string[] = [];
    for (const limitClass of limitClasses) await takeLimit(limitClass, { actor: "usr_1", address: elsewhere() }).catch(() => refused.push(limitClass));
    expect(refused).toEqual(["sign-in", "sign-up", "reset"]);
  });

  it("still limits what one process can count by itself", async () => {
    await set("read", { perActor: 10, perAddress: 2, windowSeconds: 3_600 });
    shut();
    const from = elsewhere();
    expect(await statuses(3, () => call(health, { headers: { "x-forwarded-for": from } }))).toEqual([200, 200, 429]);
  });
});
