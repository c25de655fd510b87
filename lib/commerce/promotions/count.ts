import { formatMoney } from "@/lib/platform/money/format";
import { proportion } from "@/lib/platform/money/share";

/**
 * The least that is paid by card, in minor units: below fifty cents the provider refuses a payment in dollars.
 * https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts
 */
export const leastPayment = 50;

export type Duration = "once" | "months" | "forever";
export type Every = "month" | "year";

/** What a code takes off, and for how long. One of percentOff and amountOff is there. */
export interface Terms {
  percentOff: number | null;
  amountOff: number | null;
  currency: string;
  duration: Duration;
  months: number | null;
  /** Empty: all tiers. */
  tierIds: readonly string[];
}

/** What is taken off an amount: a percent rounded half up, as the provider counts; never more than there is. */
export function takenOff({ percentOff, amountOff }: Pick<Terms, "percentOff" | "amountOff">, amount: number): number {
  return Math.min(amount, percentOff === null ? (amountOff ?? 0) : proportion(amount, percentOff, 100));
}

/** What is left to pay of an amount under a code; all of it without one. */
export const leftOf = (terms: Pick<Terms, "percentOff" | "amountOff"> | undefined, amount: number): number => amount - (terms ? takenOff(terms, amount) : 0);

/** The smallest amount of which a card can pay what is left; undefined: there is none below the ceiling, or all is free. */
export function leastAmount(terms: Pick<Terms, "percentOff" | "amountOff">): number {
  if (terms.percentOff === 100) return 0;
  if (terms.percentOff === null) return (terms.amountOff ?? 0) + leastPayment;
  let amount = Math.max(0, Math.floor(((leastPayment - 1) * 100) / (100 - terms.percentOff)) - 1);
  while (leftOf(terms, amount) < leastPayment) amount += 1;
  return amount;
}

export interface Chosen {
  tierId: string;
  amount: number;
  interval: Every;
  trial: boolean;
}

/** Why a code does not go with what was chosen, to be said beside it; undefined: it does. */
export function whyNotWith(terms: Terms, { tierId, amount, interval, trial }: Chosen): string | undefined {
  if (terms.tierIds.length > 0 && !terms.tierIds.includes(tierId)) return "This code is for another tier. Choose that one, or leave the code out.";
  if (interval === "year" && terms.duration === "months") return "This code is for payments by the month. Choose each month, or leave the code out.";
  if (trial) return "A code and a trial do not go together. Leave out one of the two.";
  const least = leastAmount(terms);
  if (amount < least) return `A card can pay ${say(leastPayment, terms.currency)} or more. With this code, choose ${say(least, terms.currency)} or more.`;
  return undefined;
}

/** Whether a payment at this moment is less, of a membership that began then: the first, those of the first months, or each. */
export function holdsAt({ duration, months }: Pick<Terms, "duration" | "months">, startedAt: Date, at: Date): boolean {
  if (duration === "forever") return true;
  // The first payment is made as it begins; the provider's clock may be a little off ours.
  if (duration === "once") return at.getTime() < startedAt.getTime() + 3_600_000;
  return at < monthsLater(startedAt, months ?? 1);
}

/** The same day so many months on, or the last one of a shorter month; UTC, as the provider counts. */
export function monthsLater(date: Date, months: number): Date {
  const then = new Date(date);
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() + months);
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(date.getUTCDate(), last));
  return then;
}

export interface Schedule {
  /** What is paid now. */
  now: number;
  /** What is paid later, once the code has run out; undefined: it holds for ever. */
  then: { amount: number; /** After so many payments. */ after: number } | undefined;
}

/** What is paid, and from which payment on what. */
export function scheduleOf(terms: Terms, amount: number): Schedule {
  const now = leftOf(terms, amount);
  if (terms.duration === "forever") return { now, then: undefined };
  return { now, then: { amount, after: terms.duration === "once" ? 1 : (terms.months ?? 1) } };
}

/** "20 % off the first payment", "$2 off for 3 months", "10 % off for as long as you stay". */
export function sayTerms({ percentOff, amountOff, currency, duration, months }: Omit<Terms, "tierIds">): string {
  const off = percentOff === 100 ? "Free" : percentOff === null ? `${say(amountOff ?? 0, currency)} off` : `${percentOff} % off`;
  if (duration === "once") return percentOff === 100 ? "The first payment is free" : `${off} the first payment`;
  if (duration === "months") return `${off} for ${months === 1 ? "one month" : `${months ?? 1} months`}`;
  return `${off} for as long as you stay`;
}

const say = (amount: number, currency: string): string => formatMoney({ amount, currency }, { trim: true });
