import type { Tables } from "./tables";

const day = 86_400;
/** Stripe may forget an idempotency key after a day. */
const keyDays = 1;

/** Drops what Stripe would not remember either: old events and their deliveries, old idempotency keys. */
export function forget(tables: Tables, now: number, keepsDays: number): void {
  const { events, deliveries, keptAnswers } = tables;
  for (let row = events.first; row && row.created < now - keepsDays * day && row.pending_webhooks === 0; row = events.first) events.remove(row.id);
  for (let row = deliveries.first; row && row.state !== "waiting" && !events.get(row.event); row = deliveries.first) deliveries.remove(row.id);
  for (let row = keptAnswers.first; row && row.created < now - keyDays * day; row = keptAnswers.first) keptAnswers.remove(row.id);
}
