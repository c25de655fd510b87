import { days, later } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/db";
import { cronRunsKeptSince } from "@/lib/platform/jobs";
import { deleteObject } from "@/lib/platform/storage";

/** Removes what has served its time. Bounded: what is left over goes the next night. */
export async function tidy({ db, now }: Context): Promise<Record<string, number>> {
  const [links, sessions, keys, webhooks, events, runs] = await Promise.all([
    db.oneTimeToken.deleteMany({ where: { expiresAt: { lt: later(now, -days(7)) } } }),
    db.session.deleteMany({ where: { expiresAt: { lt: later(now, -days(30)) } } }),
    db.idempotencyRecord.deleteMany({ where: { createdAt: { lt: later(now, -days(1)) } } }),
    db.webhookEvent.deleteMany({ where: { receivedAt: { lt: later(now, -days(60)) } } }),
    db.outboxEvent.deleteMany({ where: { deliveredAt: { lt: later(now, -days(30)) } } }),
    db.cronRun.deleteMany({ where: { startedAt: { lt: cronRunsKeptSince(now) } } }),
  ]);
  return { links: links.count, sessions: sessions.count, keys: keys.count, webhooks: webhooks.count, events: events.count, runs: runs.count, uploads: await dropAbandonedUploads({ db, now }) };
}

/** Uploads announced two days ago and never finished, or refused: the row and whatever arrived. */
async function dropAbandonedUploads({ db, now }: Pick<Context, "db" | "now">): Promise<number> {
  const abandoned = await db.media.findMany({ where: { state: { in: ["awaiting_upload", "refused"] }, createdAt: { lt: later(now, -days(2)) }, posts: { none: {} } }, take: 500, select: { id: true, incomingKey: true } });
  for (const media of abandoned) await deleteObject(media.incomingKey);
  const { count } = await db.media.deleteMany({ where: { id: { in: abandoned.map((media) => media.id) } } });
  return count;
}
