import { railForSale } from "@/lib/commerce/rails";
import { redis } from "@/lib/platform/cache";
import { config } from "@/lib/platform/config";
import { database } from "@/lib/platform/db";
import { AppError, NotConfigured } from "@/lib/platform/errors";
import { scrubText } from "@/lib/platform/sentry/scrub";
import { checkBucket } from "@/lib/platform/storage";

export interface Dependency {
  name: string;
  state: "up" | "down" | "not_configured";
  ms: number;
  /** Without it the app answers 503; without the others it goes on with less. */
  essential: boolean;
  problem?: string;
}

interface Check {
  name: string;
  essential: boolean;
  run: () => Promise<unknown>;
}

const mostMs = 6_000;

const checks: Check[] = [
  { name: "database", essential: true, run: () => database().$queryRaw`SELECT 1` },
  { name: "redis", essential: false, run: async () => (redis() ?? missing("Redis", "UPSTASH_REDIS_REST_URL")).ping() },
  { name: "storage", essential: false, run: () => checkBucket() },
  { name: "payments", essential: false, run: () => railForSale().check() },
  { name: "mail", essential: false, run: () => checkMail() },
  { name: "errors", essential: false, run: () => checkSentry() },
  { name: "google sign-in", essential: false, run: () => checkGoogle() },
];

function missing(provider: string, key: string): never {
  throw new NotConfigured(provider, key);
}

async function checkMail(): Promise<void> {
  const { SENDGRID_API_KEY: key, SENDGRID_API_BASE: base } = config();
  if (!key) missing("Mail", "SENDGRID_API_KEY");
  const answer = await fetch(`${(base ?? "https://api.sendgrid.com/").replace(/\/$/u, "")}/v3/scopes`, { headers: { authorization: `Bearer ${key}` }, signal: AbortSignal.timeout(5_000) });
  if (!answer.ok) throw new Error(`the mail provider answered ${answer.status}`);
}

/** Sentry has no call that costs nothing: that the address answers is what can be known. */
async function checkSentry(): Promise<void> {
  const dsn = config().SENTRY_DSN ?? missing("Error reports", "SENTRY_DSN");
  const answer = await fetch(new URL(dsn).origin, { method: "HEAD", signal: AbortSignal.timeout(5_000) });
  if (answer.status >= 500) throw new Error(`the error service answered ${answer.status}`);
}

async function checkGoogle(): Promise<void> {
  const { GOOGLE_CLIENT_ID, GOOGLE_ISSUER } = config();
  if (!GOOGLE_CLIENT_ID) missing("Google sign-in", "GOOGLE_CLIENT_ID");
  const answer = await fetch(`${GOOGLE_ISSUER.replace(/\/$/u, "")}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(5_000) });
  if (!answer.ok) throw new Error(`the identity provider answered ${answer.status}`);
}

/** Asks every dependency now, with the real SDKs, each with its latency, and waits six seconds at most. Never throws: what is away is what it tells. */
export function checkReadiness(): Promise<Dependency[]> {
  return Promise.all(checks.map(checkOne));
}

async function checkOne({ name, essential, run }: Check): Promise<Dependency> {
  const started = performance.now();
  const ms = (): number => Math.round(performance.now() - started);
  try {
    await inTime(run());
    return { name, essential, state: "up", ms: ms() };
  } catch (error) {
    const state = error instanceof AppError && error.code === "not_configured" ? "not_configured" : "down";
    const problem = error instanceof AppError ? (error.internal ?? error.message) : error instanceof Error ? error.message : "no answer";
    return { name, essential, state, ms: ms(), problem: scrubText(problem) };
  }
}

/** @throws Error when there is no answer in time: some SDKs would go on asking for a minute */
async function inTime(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in six seconds")), mostMs);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
