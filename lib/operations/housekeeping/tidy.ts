import { dropUnusedMedia } from "@/lib/content/media";
import { days, later } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/db";
import { cronRunsKeptSince } from "@/lib/platform/jobs";

/** Removes what has served its time. Bounded: what is left over goes the next night. */
export async function tidy(ctx: Context): Promise<Record<string, number>> {
  const { db, now } = ctx;
  const [links, sessions, keys, webhooks, events, runs] = await Promise.all([
    db.oneTimeToken.deleteMany({ where: { expiresAt: { lt: later(now, -days(7)) } } }),
    db.session.deleteMany({ where: { expiresAt: { lt: later(now, -days(30)) } } }),
    db.idempotencyRecord.deleteMany({ where: { createdAt: { lt: later(now, -days(1)) } } }),
    db.webhookEvent.deleteMany({ where: { receivedAt: { lt: later(now, -days(60)) } } }),
    db.outboxEvent.deleteMany({ where: { deliveredAt: { lt: later(now, -days(30)) } } }),
    db.cronRun.deleteMany({ where: { startedAt: { lt: cronRunsKeptSince(now) } } }),
  ]);
  return { links: links.count, sessions: sessions.count, keys: keys.count, webhooks: webhooks.count, events: events.count, runs: runs.count, files: await dropUnusedMedia(ctx) };
}
