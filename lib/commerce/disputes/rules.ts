import { days, hours } from "@/lib/platform/clock";

/** How long a creator can add to the evidence; a day before the bank's own date at the latest. */
export const answerMs = hours(72);
export const beforeDueMs = hours(24);

/** What the provider takes for answering, given back when it is won (docs.stripe.com/disputes/how-disputes-work, "Dispute fees"). The fee of the dispute itself, $15 too, is lost either way. */
export const counterFee = 1_500;

/** Up to this, in minor units, a dispute is accepted: it has cost $15 already, and answering puts another $15 at risk. */
export const smallUpTo = 2_000;

/** Evidence below this strength is not sent while there is no history to go by. */
export const weakBelow = 40;
/** From so many decided disputes of a reason on, the share that was won decides, not the strength. */
export const historyNeeded = 50;

/** What each fact adds to the strength of the evidence; 0 to 100 together. A measure of what there is to show, not a probability. */
export const strengthPoints = {
  signedIn: 15,
  opened: 30,
  openedOften: 10,
  sameAddress: 15,
  paidBefore: 20,
  receiptSent: 10,
  termsAccepted: 10,
  creatorAdded: 10,
  cancelledBefore: -40,
  neverOpened: -20,
  lookalikeCharge: -30,
} as const;
/** Opened so many times, it was used. */
export const openedOftenFrom = 3;

/** Reasons that say "it was not me" or "I do not know this": the shield is for these, as no care of a creator prevents them. */
export const badFaithReasons: readonly string[] = ["fraudulent", "unrecognized"];

/** The shield (docs/disputes.md): what it is fed with, and for whom it pays. */
export const shield = {
  /** Of each day's gross, out of our own fee. */
  fundingBps: 100,
  pageOlderThanMs: days(30),
  /** A creator's disputes to their sales of the last 90 days; the first two never count against them. */
  rateWindowMs: days(90),
  freeDisputes: 2,
  rateBelowBps: 100,
  /** In minor units of the sale's currency. */
  saleUpTo: 20_000,
  monthlyUpTo: 30_000,
} as const;

/** What each fact about a buyer adds; from `blockFrom` on they cannot buy anywhere. */
export const buyerPoints = { warning: 60, lostFraud: 60, lostOther: 30, openDispute: 20, withdrawnOrWon: 10, accountOlderThanAYear: -10, sixUndisputedPayments: -20 } as const;
export const blockFrom = 60;

/** Warnings and disputes to the month's settled sales, in hundredths of a per cent. Visa's VAMP calls merchants excessive at 1.5 % (from April 2026, above 1,500 cases), and their banks act from 0.5 %; we look well before. */
export const ratioThresholdsBps = [40, 70, 100] as const;

/** A catch-up looks this far back at the provider; banks have up to 120 days, most take weeks. */
export const catchUpMs = days(35);
/** An open dispute of which nothing was heard for so long is asked about. */
export const quietMs = hours(6);

/** What a creator can add. The provider takes 4.5 MB of files in all; ours needs its part. */
export const files = { most: 2, mostBytes: 2_000_000, types: ["application/pdf", "image/jpeg", "image/png"] as const, uploadSeconds: 900 };
export const mostText = 3_000;
export const mostAdditions = 20;

/** Shown to the bank as our terms: what they say of refunds and of leaving. */
export const refundPolicy = "A membership gives access to a creator's digital work for the period that was paid. It can be cancelled at any time in the library, with two taps; it then ends with the paid period and is not charged again. Creators and DirectFanz return payments on request where something went wrong; what was opened and used is otherwise not returned.";

/** The same for a form. */
export const evidenceLimits = { mostText, mostFiles: files.most, mostBytes: files.mostBytes, types: files.types };
