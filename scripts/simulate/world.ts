import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import Stripe from "stripe";
import { startCloud } from "@/local/cloud";
import { stripe, stripePermissions } from "@/lib/commerce/rails";
import { furnish } from "@/lib/house";
import { parseConfig, setConfig } from "@/lib/platform/config";
import { closeDatabase, closePool, database, migrate } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { limitClasses } from "@/lib/platform/ratelimit";
import { type SimulatedClock, startClock } from "./clock";
import { Mailbox } from "./mailbox";

export interface World {
  clock: SimulatedClock;
  mailbox: Mailbox;
  /** The payment provider's address. */
  provider: string;
  cronSecret: string;
  /** The provider as its owner sees it: with the key that may do everything. */
  desk: Stripe;
  stop: () => Promise<void>;
}

/** A whole world in a folder that goes away with it: a real PostgreSQL and Redis, and the provider's double in a process of its own. */
export async function openWorld(daysAgo: number): Promise<World> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "simulation-"));
  await chmod(dataDir, 0o711);
  const cloud = await startCloud({ dataDir, appUrl: "http://localhost:3000", services: ["postgres", "redis", "s3"], durable: false });
  const mailbox = new Mailbox();
  const mailboxUrl = await mailbox.open();
  const { parameters } = cloud;
  const child = fork(path.resolve("scripts/simulate/provider.ts"), { execArgv: ["--import", "tsx", "--max-old-space-size=3072"] });
  const secretKey = `sk_test_${randomBytes(24).toString("hex")}`;
  child.send({ secretKey, restricted: { key: parameters.STRIPE_SECRET_KEY, permissions: stripePermissions }, webhookSecret: parameters.STRIPE_WEBHOOK_SECRET, connectWebhookSecret: parameters.STRIPE_CONNECT_WEBHOOK_SECRET, mailbox: mailboxUrl });
  const [{ url: provider }] = (await once(child, "message")) as [{ url: string }];
  await migrate(parameters.DATABASE_URL);
  setConfig(parseConfig({ ...parameters, STRIPE_API_BASE: provider, SENDGRID_API_BASE: mailboxUrl, SENTRY_DSN: undefined, APP_ENV: "test", LOG_LEVEL: "silent", TRUSTED_HOPS: "1" }));
  furnish();
  hurry(stripe());
  // One process asks for five thousand people: the limits have tests of their own.
  await database().rateLimitSetting.createMany({ data: limitClasses.map((limitClass) => ({ limitClass, perActor: 1_000_000, perAddress: 1_000_000, windowSeconds: 60, byUserId: "simulation" })) });
  await hadFees(new Date(Date.now() - (daysAgo + 1) * 86_400_000));
  const clock = await startClock(parameters.DATABASE_URL, provider, daysAgo);
  const stop = async (): Promise<void> => {
    child.disconnect();
    mailbox.close();
    await closeDatabase();
    await closePool();
    await clock.stop();
    await cloud.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  const { hostname: host, port } = new URL(provider);
  const desk = new Stripe(secretKey, { host, port, protocol: "http", telemetry: false, maxNetworkRetries: 4 });
  return { clock, mailbox, provider, desk, cronSecret: parameters.CRON_SECRET, stop };
}

/** Years back there were no fees yet; here there were. The database takes none that begin in the past, for good reasons, but for this. */
async function hadFees(from: Date): Promise<void> {
  const { id: _, effectiveFrom, ...fees } = await database().feeSchedule.findFirstOrThrow({ orderBy: { effectiveFrom: "asc" } });
  if (from >= effectiveFrom) return;
  await database().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.feeSchedule.create({ data: { ...fees, id: newId("feeSchedule"), effectiveFrom: from } });
  });
}

/** What the provider's SDK waits before it asks again is nobody's time here: the clock is ours. It still asks as often as it would. */
function hurry(client: Stripe): void {
  const { _requestSender: sender } = client as unknown as { _requestSender: { _getSleepTimeInMS: (retries: number) => number } };
  sender._getSleepTimeInMS = () => 1;
}
