import { dropUnusedMedia } from "@/lib/content/media";
import { days, later } from "@/lib/platform/clock";
import { type Context, Prisma } from "@/lib/platform/db";
import { cronRunsKeptSince } from "@/lib/platform/jobs";

/** Removes what has served its time. Of each kind at most so many at once: what is left over goes the next night. */
export async function tidy(ctx: Context, atMost = 20_000): Promise<Record<string, number>> {
  const { now } = ctx;
  const drop = (table: string, column: string, before: Date): Promise<number> => dropOld(ctx, { table, column, before, atMost });
  const [links, sessions, keys, webhooks, events, runs, mails] = await Promise.all([
    drop("OneTimeToken", "expiresAt", later(now, -days(7))),
    drop("Session", "expiresAt", later(now, -days(30))),
    drop("IdempotencyRecord", "createdAt", later(now, -days(1))),
    drop("WebhookEvent", "receivedAt", later(now, -days(60))),
    drop("OutboxEvent", "deliveredAt", later(now, -days(30))),
    drop("CronRun", "startedAt", cronRunsKeptSince(now)),
    // Longer than a dead letter is kept, which could be sent back until its end.
    drop("SentMail", "sentAt", later(now, -days(100))),
  ]);
  // A payment can be disputed for so long, and who disputes it is asked what they saw.
  const deliveries = await drop("ContentDelivery", "at", later(now, -days(180)));
  return { deliveries, links, sessions, keys, webhooks, events, runs, mails, files: await dropUnusedMedia(ctx) };
}

/** One statement through the index of that time. The names are ours, written above. */
function dropOld({ db }: Context, { table, column, before, atMost }: { table: string; column: string; before: Date; atMost: number }): Promise<number> {
  const [from, time] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)];
  return db.$executeRaw`DELETE FROM ${from} WHERE ctid = ANY(ARRAY(SELECT ctid FROM ${from} WHERE ${time} < ${before} ORDER BY ${time} LIMIT ${atMost}))`;
}
