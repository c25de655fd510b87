import { days } from "@/lib/platform/clock";

/** What each kind of booking waits for before it is paid out. Kinds that are not here are counted at once: what we owe less is never late. */
export const delayDays: Readonly<Record<string, number>> = {
  /** A card payment can be found wrong; most are within a week. Terms of payout: seven days. */
  sale: 7,
  // Never same-day money: what was put back today is paid with the next run.
  "refund-failed": 1,
  release: 1,
  "payout-returned": 1,
  shield: 1,
  reward: 1,
  adjustment: 1,
};

/** The least that is sent, by currency, in minor units. */
export const minimums: Readonly<Record<string, number>> = { usd: 1_000 };

/**
 * The most of a balance that is sent at once, in minor units; the rest follows the next day. No page comes near a million dollars a day by
 * honest sales, two people look at each such payout, and it lies far within what a whole number of 32 bits holds (21 million dollars).
 */
export const mostAtOnce = 100_000_000;

/** Above this, in minor units, two administrators agree before it is sent. */
export const approvalAbove = 500_000;
export const approversNeeded = 2;

/** By which rule an administrator keeps payouts back; one of each in force at a time. */
export const holdRules = {
  admin: "Decided by hand",
  report: "A report is looked at",
  fraud: "Signs of fraud",
  identity: "Who they are is checked",
  legal: "An order of a court or an authority",
} as const;

/** A bank account that was changed is paid after this long, so that its owner hears of it first. */
export const bankChangeHoldMs = days(3);

/** The price of having it at once, as the provider charges us (docs.stripe.com/connect/instant-payouts): 1 %, 50 cents at least. */
export const instant = { feeBps: 100, leastFee: 50 };

/** A payout that was reported as paid can still come back for this long. */
export const returnableMs = days(7);

/** How many creators a run looks at in one transaction. */
export const batchSize = 200;

/** The largest amount the note of a day holds: a whole number of 32 bits. */
export const mostNoted = 2_147_483_647;
