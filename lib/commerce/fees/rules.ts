/** What may be proposed, in hundredths of a per cent and minor units. */
export const bounds = {
  platformBps: {
    /** The chargeback shield is fed with 1 % of gross out of our fee (lib/commerce/disputes/rules.ts): less would pay it out of nothing. */
    least: 100,
    /** Our promise to creators (terms of payout): never more than a fifth. */
    most: 2_000,
  },
  /** Only an estimate for previews; a sale is charged what the provider charged. Cards of other continents come to 4.4 % + 30 by its price list. */
  estimateProcessingBps: { least: 0, most: 1_000 },
  estimateProcessingFixed: { least: 0, most: 100 },
} as const;

/** Creators hear of higher fees so many days before they begin. Regulation (EU) 2019/1150 Art. 3(2) asks for 15; thirty let a month's plans be changed. */
export const noticeDays = 30;
/** And the mails have so long to go out, after the second person's yes. */
export const mailingDays = 1;

/** How many creators are written to in one stretch of the job. */
export const tellBatch = 50;

/** What one schedule gives is shown by this price, in minor units. */
export const examplePrice = 1_000;
