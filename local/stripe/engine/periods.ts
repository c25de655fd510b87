import type Stripe from "stripe";

/**
 * The first boundary after `after` of the periods counted from `anchor` (both Unix seconds).
 * Months are counted from the anchor, so that one begun on the 31st returns to the 31st after February.
 */
export function nextBoundary(anchor: number, recurring: Pick<Stripe.Price.Recurring, "interval" | "interval_count">, after: number): number {
  for (let periods = 1; ; periods += 1) {
    const boundary = addPeriods(anchor, recurring, periods);
    if (boundary > after) return boundary;
  }
}

function addPeriods(anchor: number, { interval, interval_count: count }: Pick<Stripe.Price.Recurring, "interval" | "interval_count">, periods: number): number {
  const steps = count * periods;
  if (interval === "day") return anchor + steps * 86_400;
  if (interval === "week") return anchor + steps * 7 * 86_400;
  return addMonths(anchor, interval === "year" ? steps * 12 : steps);
}

/** The same day and time `months` later in UTC, or the last day of a shorter month. */
export function addMonths(moment: number, months: number): number {
  const date = new Date(moment * 1000);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return Math.floor(date.getTime() / 1000);
}
