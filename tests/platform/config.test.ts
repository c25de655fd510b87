import { PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { agreeWithEdge, ConfigError, loadConfig, parseConfig, setConfig } from "@/lib/platform/config";
import { testEnvironment, testParameters } from "../support/cloud";

const root = path.resolve(import.meta.dirname, "../..");
let good: Record<string, string>;
let live: Record<string, string>;

beforeAll(async () => {
  good = { APP_ENV: "test", ...(await testParameters()) };
  const https = { APP_URL: "https://directfanz.test", NEXTAUTH_URL: "https://directfanz.test", UPSTASH_REDIS_REST_URL: "https://redis.directfanz.test", SENTRY_DSN: "https://key@sentry.directfanz.test/1", GOOGLE_ISSUER: "https://accounts.google.com" };
  live = { ...good, ...https, APP_ENV: "production", TRUSTED_HOPS: "1", DATABASE_URL: "postgresql://app:pw@db.directfanz.test/app?sslmode=verify-full", STRIPE_SECRET_KEY: `rk_live_${"x".repeat(12)}` };
  for (const double of ["STRIPE_API_BASE", "SENDGRID_API_BASE", "S3_ENDPOINT", "BREACHED_PASSWORDS_URL"]) Reflect.deleteProperty(live, double);
  const { AWS_ACCESS_KEY_ID = "", AWS_SECRET_ACCESS_KEY = "" } = testEnvironment();
  Object.assign(process.env, { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY });
});

/** What it says to those who start it. */
function complaint(values: Record<string, string | undefined>): string {
  try {
    parseConfig(values);
    return "";
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
}

/** Writes a parameter store of its own, and gives the environment that leads to it and holds nothing else. */
async function store(values: Record<string, string>): Promise<Record<string, string>> {
  const { AWS_REGION = "", SSM_ENDPOINT = "", AWS_ACCESS_KEY_ID = "", AWS_SECRET_ACCESS_KEY = "" } = testEnvironment();
  const SSM_PATH = `/directfanz/${crypto.randomUUID()}/`;
  const client = new SSMClient({ region: AWS_REGION, endpoint: SSM_ENDPOINT, credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY } });
  for (const [name, Value] of Object.entries(values)) await client.send(new PutParameterCommand({ Name: SSM_PATH + name, Value, Type: "SecureString" }));
  client.destroy();
  return { AWS_REGION, SSM_ENDPOINT, SSM_PATH, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY };
}

/** Starts a process of ours with this environment and no other. */
async function start(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/redrive.ts"], { cwd: root, env: { PATH: process.env.PATH, NODE_ENV: "production", ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, output };
}

describe("a process", { timeout: 60_000 }, () => {
  it("starts from the parameter store alone", async () => {
    const started = await start(await store(good));
    expect(started).toEqual({ code: 0, output: "0 jobs go back to their lanes.\n" });
  });

  it("refuses to start when a parameter is missing or wrong, and names it without its value", async () => {
    const { CRON_SECRET: _missing, ...rest } = good;
    const { code, output } = await start(await store({ ...rest, STRIPE_SECRET_KEY: "not-a-key-but-secret", NEXTAUTH_SECRET: "too-short-secret" }));
    expect(code).toBe(1);
    expect(output).toContain("DirectFanz cannot start");
    for (const fault of ["CRON_SECRET is missing", "STRIPE_SECRET_KEY is malformed", "NEXTAUTH_SECRET is malformed"]) expect(output).toContain(fault);
    for (const value of ["not-a-key-but-secret", "too-short-secret", good.DATABASE_URL ?? ""]) expect(output).not.toContain(value);
  });

  it("refuses to start when the store is away, and shows no key", async () => {
    const env: Record<string, string> = { ...(await store({})), SSM_ENDPOINT: "http://127.0.0.1:9" };
    const { code, output } = await start(env);
    expect(code).toBe(1);
    expect(output).not.toContain(env.AWS_SECRET_ACCESS_KEY);
  });

  it("does not take production from its environment: without the parameter store it does not start", async () => {
    await expect(loadConfig({ ...live })).rejects.toThrow("SSM_PATH is missing");
  });

  it("holds to production's demands whatever a parameter calls itself", async () => {
    const env = await store({ ...good, APP_ENV: "local" });
    await expect(loadConfig({ ...env, APP_ENV: "production" })).rejects.toThrow(/STRIPE_SECRET_KEY is a test key/u);
  });
});

describe("how many proxies are trusted", () => {
  beforeEach(() => void vi.stubEnv("STORAGE_ORIGIN", "https://files.directfanz.test"));
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ["1", "0"],
    ["0", "1"],
    ["1", undefined],
    ["1", "one"],
  ])("is refused when the store says %s and the middleware's environment %s", (stored, environment) => {
    vi.stubEnv("TRUSTED_HOPS", environment);
    setConfig(parseConfig({ ...good, TRUSTED_HOPS: stored }));
    expect(() => agreeWithEdge()).toThrow("TRUSTED_HOPS differs between the environment and the parameter store");
  });

  it("is one number for both, or none", () => {
    vi.stubEnv("TRUSTED_HOPS", "1");
    setConfig(parseConfig({ ...good, TRUSTED_HOPS: "1" }));
    expect(() => agreeWithEdge()).not.toThrow();
    vi.stubEnv("TRUSTED_HOPS", undefined);
    setConfig(parseConfig(good));
    expect(() => agreeWithEdge()).not.toThrow();
  });
});

describe("where the storage is", () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    [undefined, "STORAGE_ORIGIN is missing in the environment"],
    ["files.directfanz.test", "STORAGE_ORIGIN is malformed in the environment"],
  ])("must be known to the middleware, which is refused %s", (origin, fault) => {
    vi.stubEnv("TRUSTED_HOPS", undefined);
    vi.stubEnv("STORAGE_ORIGIN", origin);
    setConfig(parseConfig(good));
    expect(() => agreeWithEdge()).toThrow(fault);
  });

  it("is nobody's question where there is no storage", () => {
    vi.stubEnv("STORAGE_ORIGIN", undefined);
    setConfig(parseConfig({ ...good, S3_BUCKET: undefined }));
    expect(() => agreeWithEdge()).not.toThrow();
  });
});

describe("the configuration", () => {
  it.each(["APP_URL", "NEXTAUTH_URL", "NEXTAUTH_SECRET", "DATABASE_URL", "CRON_SECRET"])("cannot do without %s", (key) => {
    expect(complaint({ ...good, [key]: undefined })).toContain(`${key} is missing`);
  });

  it("names every key that is malformed and never shows what stood there", () => {
    const values = Object.fromEntries(["APP_URL", "NEXTAUTH_URL", "NEXTAUTH_SECRET", "DATABASE_URL", "CRON_SECRET", "TRUSTED_HOPS", "STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET", "UPSTASH_REDIS_REST_URL", "SENTRY_DSN", "LOG_LEVEL", "STRIPE_ADULT_APPROVED"].map((key) => [key, `\u0007${key.length}`]));
    const said = complaint({ ...good, ...values });
    for (const [key, value] of Object.entries(values)) {
      expect(said).toContain(`${key} is malformed`);
      expect(said).not.toContain(value);
    }
  });

  it("of production is whole as we hold it here", () => {
    expect(complaint(live)).toBe("");
  });

  it.each([
    ["a key of the payment provider that may do everything", { STRIPE_SECRET_KEY: `sk_live_${"y".repeat(12)}` }, "STRIPE_SECRET_KEY may do everything: make a restricted key"],
    ["a test key of the payment provider", { STRIPE_SECRET_KEY: `sk_test_${"y".repeat(12)}` }, "STRIPE_SECRET_KEY is a test key"],
    ["a database without verified TLS", { DATABASE_URL: "postgresql://app:pw@db.directfanz.test/app" }, "DATABASE_URL must say sslmode=verify-full"],
    ["a database with unverified TLS", { DATABASE_URL: "postgresql://app:pw@db.directfanz.test/app?sslmode=require" }, "DATABASE_URL must say sslmode=verify-full"],
    ["verified TLS that is taken back", { DATABASE_URL: "postgresql://app:pw@db.directfanz.test/app?sslmode=verify-full&sslmode=disable" }, "DATABASE_URL must say sslmode=verify-full"],
    ["the words in a password", { DATABASE_URL: "postgresql://app:sslmode=verify-full@db.directfanz.test/app" }, "DATABASE_URL must say sslmode=verify-full"],
    ["an address of ours in plain http", { APP_URL: "http://directfanz.test" }, "APP_URL must be https"],
    ["a double of the payment provider", { STRIPE_API_BASE: "http://127.0.0.1:4000" }, "STRIPE_API_BASE points at a double"],
    ["a Redis in plain http", { UPSTASH_REDIS_REST_URL: "http://127.0.0.1:4000" }, "UPSTASH_REDIS_REST_URL points at a double"],
    ["a double of the identity provider", { GOOGLE_ISSUER: "http://127.0.0.1:4000" }, "GOOGLE_ISSUER points at a double"],
    ["no trusted proxy, which gives all callers one address", { TRUSTED_HOPS: "0" }, "TRUSTED_HOPS must be 1 or more"],
    ["a trusted proxy left unsaid", { TRUSTED_HOPS: undefined }, "TRUSTED_HOPS must be 1 or more"],
    ["no error service", { SENTRY_DSN: undefined }, "SENTRY_DSN is missing"],
    ["no mail", { SENDGRID_API_KEY: undefined }, "SENDGRID_API_KEY is missing"],
    ["no storage", { S3_BUCKET: undefined }, "S3_BUCKET is missing"],
  ])("of production refuses %s, by its name alone", (_what, change, fault) => {
    const said = complaint({ ...live, ...change });
    expect(said).toBe(`DirectFanz cannot start. Check the configuration:\n  - ${fault}`);
  });
});
