import { database } from "@/lib/platform/db";
import { boss, inside } from "./boss";
import type { QueuedJob } from "./enqueue";
import { house } from "./registry";

export const deliveryJob = "deliver-event";
export interface Delivery {
  subscriber: string;
  eventId: string;
  payload: object;
}

interface Row {
  id: string;
  type: string;
  payload: object;
}

/**
 * Turns outbox rows into one queued delivery per listener, in one transaction: a crash leaves the rows for the next call.
 * Returns how many events were taken.
 */
export async function deliverEvents(limit = 200): Promise<number> {
  return database().$transaction(async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT id, type, payload FROM "OutboxEvent" WHERE "deliveredAt" IS NULL ORDER BY id LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
    if (rows.length === 0) return 0;
    const deliveries = rows.flatMap((row) => listenersOf(row.type).map((subscriber) => ({ subscriber, eventId: row.id, payload: row.payload })));
    if (deliveries.length > 0) {
      const jobs = deliveries.map((delivery) => ({ data: { job: deliveryJob, data: delivery } satisfies QueuedJob }));
      await boss().insert("events", jobs, inside(tx));
    }
    await tx.outboxEvent.updateMany({ where: { id: { in: rows.map((row) => row.id) } }, data: { deliveredAt: new Date() } });
    return rows.length;
  });
}

function listenersOf(type: string): string[] {
  return [...house().subscribers.values()].filter((subscriber) => subscriber.type === type).map((subscriber) => subscriber.name);
}
