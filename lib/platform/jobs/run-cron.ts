import { later, minutes } from "@/lib/platform/clock";
import { database, pool, systemContext } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { flushSentry, reportError } from "@/lib/platform/sentry";
import { scrubText } from "@/lib/platform/sentry/scrub";
import { house } from "./registry";

export interface CronOutcome {
  job: string;
  ran: boolean;
  detail: Record<string, number | string | boolean>;
}

/**
 * Runs one scheduled job under a lock of its own, so that two callers never run it at once, and keeps a row of it.
 * `ran: false` means another call was already at it. @throws NotFound, or what the job threw
 */
export async function runCron(name: string): Promise<CronOutcome> {
  const cron = house().crons.get(name);
  if (!cron) throw new NotFound("job");
  const client = await pool().connect();
  // Nobody else listens while it only holds the lock, and a lost connection would end the process; the lock goes with it.
  const lost = (error: Error): void => { log().warn({ job: name, error: scrubText(error.message) }, "the connection that held a cron's lock was lost"); };
  client.on("error", lost);
  try {
    const { rows } = await client.query<{ free: boolean }>("SELECT pg_try_advisory_lock(hashtext($1)) AS free", [`cron:${name}`]);
    if (!rows[0]?.free) return { job: name, ran: false, detail: { reason: "already running" } };
    return await runLocked(name).finally(() => client.query("SELECT pg_advisory_unlock(hashtext($1))", [`cron:${name}`]));
  } finally {
    client.off("error", lost);
    client.release();
  }
}

async function runLocked(name: string): Promise<CronOutcome> {
  const cron = house().crons.get(name);
  if (!cron) throw new NotFound("job");
  const ctx = systemContext(`cron:${name}`);
  const id = newId("cronRun");
  await database().cronRun.create({ data: { id, job: name, startedAt: ctx.now } });
  try {
    const detail = await cron.run({ ctx });
    await database().cronRun.update({ where: { id }, data: { finishedAt: new Date(), detail } });
    return { job: name, ran: true, detail };
  } catch (error) {
    const message = scrubText(error instanceof Error ? error.message : String(error));
    await database().cronRun.update({ where: { id }, data: { finishedAt: new Date(), error: message } });
    reportError(error, { route: `cron:${name}`, method: "CRON", requestId: ctx.requestId });
    // route() waits for the report of what nobody foresaw only; a cron that failed is always somebody's business.
    await flushSentry();
    throw error;
  }
}

/** How long a run is kept; the tidy cron removes older ones. */
export const cronRunsKeptSince = (now: Date): Date => later(now, -minutes(60 * 24 * 30));
