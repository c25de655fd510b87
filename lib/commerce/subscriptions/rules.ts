import { days } from "@/lib/platform/clock";

/** How a bill that was refused is seen to, counted from its day. */
export interface Dunning {
  /**
   * When the card is tried again. The provider does it (Billing → Revenue recovery → Retries, a custom schedule): set the same days there.
   * What it says of the next try is what people are told.
   */
  retryAfterDays: number[];
  /** Access goes on this long after what is paid, while the card is tried; then the membership ends and nothing is asked for any more. */
  graceDays: number;
  /** So long before that end comes the last warning. */
  warnDaysBefore: number;
}

/** Whoever has paid before: two tries fall into the grace, the second a week after a payday was missed. */
export const memberDunning: Dunning = { retryAfterDays: [3, 8], graceDays: 9, warnDaysBefore: 2 };

/** Whoever has only tried: a day for another card. */
export const trialDunning: Dunning = { retryAfterDays: [], graceDays: 1, warnDaysBefore: 0 };

export const graceMs = days(memberDunning.graceDays);
export const trialGraceMs = days(trialDunning.graceDays);

/** A mail goes out this long before the first payment after a trial, and before a pause is over. */
export const remindMs = days(3);

/** Months a membership can rest. */
export const longestPause = 3;

/** Our count and the provider's may part by this much, in minor units: half a cent may be rounded either way. */
export const prorationTolerance = 1;

/** Why people leave: what they can pick. */
export const leavingReasons = {
  too_expensive: "It costs too much",
  not_enough: "Too little happens here",
  not_for_me: "It is not what I expected",
  seen_enough: "I have seen what I came for",
  money_is_tight: "Money is tight at the moment",
  trouble_paying: "Paying was trouble",
  other: "Something else",
} as const;
export type LeavingReason = keyof typeof leavingReasons;

/** Fewer than so many answers are shown to nobody: a creator must not guess who said it. */
export const leastAnswers = 5;

/** While the bank has a payment back, or has kept it: the stages of a dispute. */
export const takenByTheBank = ["open", "submitted", "lost"];

/** By so much the clocks of a payment and of the period it is for may part. */
export const clockSlackMs = days(1) / 24;

/** Directive 2011/83/EU, Art. 9: fourteen days from the day the contract was made. */
export const withdrawalDays = 14;
