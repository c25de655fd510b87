import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { GET as health } from "@/app/api/health/route";
import { GET as readiness } from "@/app/api/v1/readiness/route";
import { checkReadiness, type Dependency } from "@/lib/operations/readiness";
import { config, type Config } from "@/lib/platform/config";
import { closeDatabase, closePool, countQueries } from "@/lib/platform/db";
import { forgetSettings } from "@/lib/platform/ratelimit";
import { call, closeWorld, openWorld, person } from "../support/world";
import { openValve, type Valve } from "../support/valve";

const names = ["database", "redis", "storage", "payments", "mail", "errors", "google sign-in"];
let plain: Config;

beforeAll(async () => {
  plain = await openWorld();
});
afterAll(() => closeWorld());

/** The world with some settings otherwise; a pool keeps its address, so it is opened anew. */
async function otherwise(changes: Record<string, string | undefined>): Promise<void> {
  await closeDatabase();
  await closePool();
  await openWorld(changes);
}
const byName = (list: Dependency[]): Record<string, Dependency> => Object.fromEntries(list.map((one) => [one.name, one]));
const down = (list: Dependency[]): string[] => list.filter(({ state }) => state === "down").map(({ name }) => name);

describe("readiness", () => {
  it("asks every dependency and says how long each took", async () => {
    const answer = await call(readiness, { as: await person({ role: "admin" }) });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ ready: true, release: plain.RELEASE });
    expect(answer.body.dependencies.map((one: Dependency) => [one.name, one.state])).toEqual(names.map((name) => [name, "up"]));
    expect(answer.body.dependencies.every(({ ms }: Dependency) => Number.isInteger(ms) && ms >= 0)).toBe(true);
  });

  it("is for operators: an administrator or the scheduler's secret, and nobody else", async () => {
    expect((await call(readiness)).status).toBe(401);
    expect((await call(readiness, { as: await person() })).status).toBe(404);
    expect((await call(readiness, { as: await person({ role: "moderator" }) })).status).toBe(404);
    expect((await call(readiness, { headers: { authorization: "Bearer wrong" } })).status).toBe(403);
    expect((await call(readiness, { headers: { authorization: `Bearer ${config().CRON_SECRET}` } })).status).toBe(200);
  });
});

describe("a provider", () => {
  afterEach(() => otherwise({}));

  it.each([
    ["redis", { UPSTASH_REDIS_REST_TOKEN: "not-the-token" }],
    ["storage", { S3_SECRET_ACCESS_KEY: "not-the-secret-of-this-storage" }],
    ["storage", { S3_BUCKET: "no-such-bucket" }],
    ["payments", { STRIPE_SECRET_KEY: "sk_test_of_somebody_else" }],
    ["mail", { SENDGRID_API_KEY: "SG.not.ours" }],
  ])("that refuses our key is down, and its name is told: %s", async (name, changes) => {
    await otherwise(changes);
    const list = await checkReadiness();
    expect(down(list)).toEqual([name]);
    expect(byName(list)[name]?.problem).toBeTruthy();
    expect(JSON.stringify(list)).not.toContain(Object.values(changes)[0]);
  });

  it("that we have no keys for is not set up, which is something else than down", async () => {
    await otherwise({ UPSTASH_REDIS_REST_URL: undefined, S3_BUCKET: undefined, STRIPE_SECRET_KEY: undefined, SENDGRID_API_KEY: undefined, SENTRY_DSN: undefined, GOOGLE_CLIENT_ID: undefined });
    const list = await checkReadiness();
    expect(list.map(({ state }) => state)).toEqual(["up", ...Array.from({ length: 6 }, () => "not_configured")]);
    expect(byName(list).mail?.problem).toBe("SENDGRID_API_KEY is not configured");
  });

  const addresses: Record<string, keyof Config> = { database: "DATABASE_URL", redis: "UPSTASH_REDIS_REST_URL", storage: "S3_ENDPOINT", payments: "STRIPE_API_BASE", mail: "SENDGRID_API_BASE", errors: "SENTRY_DSN", "google sign-in": "GOOGLE_ISSUER" };
  /** Each provider behind a valve of its own. */
  async function behindValves(): Promise<Record<string, Valve>> {
    const valves: Record<string, Valve> = {};
    const changes: Record<string, string> = {};
    for (const [name, key] of Object.entries(addresses)) {
      const url = new URL(plain[key] as string);
      valves[name] = await openValve(`http://${url.host}`);
      url.host = new URL(valves[name].url).host;
      changes[key] = url.href.replace(/(?<=:\d+)\/$/u, "");
    }
    await otherwise(changes);
    return valves;
  }

  it("that is away or hangs is told within seconds, the others stay up, and only the database makes us unready", { timeout: 120_000 }, async () => {
    const valves = await behindValves();
    expect(down(await checkReadiness())).toEqual([]);
    for (const name of names) {
      valves[name]?.cut();
      const list = await checkReadiness();
      expect(down(list)).toEqual([name]);
      expect(byName(list)[name]).toMatchObject({ essential: name === "database" });
      valves[name]?.open();
    }
    expect(down(await checkReadiness())).toEqual([]);

    for (const valve of Object.values(valves)) valve.stall();
    const started = performance.now();
    const list = await checkReadiness();
    expect(performance.now() - started).toBeLessThan(8_000);
    expect(down(list)).toEqual(names);
    for (const one of list) expect(one.ms).toBeLessThan(7_000);

    // As the scheduler, whom no database has to know.
    valves.redis?.open();
    const answer = await call(readiness, { headers: { authorization: `Bearer ${config().CRON_SECRET}` } });
    expect(answer.body).toMatchObject({ ready: false });
    for (const valve of Object.values(valves)) valve.open();
    for (const valve of Object.values(valves)) await valve.close();
  });
});

describe("health", () => {
  it("is for everyone, asks nobody, and says no more than that we answer", async () => {
    // The limits of the class are read at most once in ten seconds, by whoever asks first.
    await call(health);
    const { result, statements } = await countQueries(() => call(health));
    expect(result.status).toBe(200);
    expect(result.body).toEqual({ status: "ok", release: config().RELEASE });
    expect(statements).toEqual([]);
  });

  it.each(["cut", "stall"] as const)("answers at once while everything else is shut: %s", async (how) => {
    const valve = await openValve();
    valve[how]();
    const nowhere = new URL(valve.url).host;
    await otherwise({ DATABASE_URL: `postgresql://nobody@${nowhere}/none`, UPSTASH_REDIS_REST_URL: valve.url, S3_ENDPOINT: valve.url });
    forgetSettings();
    const started = performance.now();
    expect((await call(health)).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(1_500);
    await valve.close();
    await otherwise({});
  });
});
