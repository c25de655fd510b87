import { proportion } from "@/lib/platform/money";

export interface Proration {
  /** What of the old amount is not used yet; given back. */
  credit: number;
  /** What the rest of the period costs at the new amount. */
  charge: number;
  /** charge − credit; below zero: something is left over. */
  sum: number;
}

/**
 * What another amount means for the rest of a period, counted to the second as the provider counts, each part rounded by itself.
 * Times are whole seconds; outside of its period there is no rest, or all of it.
 */
export function prorate({ from, to, start, end, at }: { from: number; to: number; start: number; end: number; at: number }): Proration {
  const whole = end - start;
  if (whole <= 0) throw new RangeError("a period has a length");
  const rest = Math.min(whole, Math.max(0, end - at));
  const [credit, charge] = [proportion(from, rest, whole), proportion(to, rest, whole)];
  return { credit, charge, sum: charge - credit };
}

export const inSeconds = (date: Date): number => Math.floor(date.getTime() / 1_000);
