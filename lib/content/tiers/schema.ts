import { z } from "zod";
import { id } from "@/lib/platform/ids";
import { currency, maximumAmount, priceAmount } from "@/lib/platform/money";
import { oneLine } from "@/lib/platform/text";
import { leastMinimum, mostTiersEver, trialLengths } from "./rules";

const name = oneLine({ most: 40, empty: "Give the tier a name." });
const benefit = oneLine({ most: 120, empty: "Leave out what is empty.", tooLong: "Use at most 120 characters for each." });
const minAmount = priceAmount.min(leastMinimum, "The least a tier can cost is $1.00: below that the card fee eats it.").describe("Minor units (cents) a month.");

const annualAmount = priceAmount.nullable().describe("The least for a whole year, in minor units; null: no year is offered.");
const trialDays = z.literal(trialLengths, "A trial lasts 7, 14 or 30 days; 0 is none.").describe("Days to try before the first payment; 0: none.");

export const tierInput = z.object({
  name,
  description: z.string().transform((text) => text.normalize("NFC").trim()).pipe(z.string().max(500, "Use at most 500 characters.")).default(""),
  minAmount,
  currency: currency.default("usd"),
  benefits: z.array(benefit).max(10, "Use at most 10.").default([]),
  annualAmount: annualAmount.default(null),
  trialDays: trialDays.default(0),
});
type SaidTier = z.infer<typeof tierInput>;
export type TierInput = Omit<SaidTier, "annualAmount" | "trialDays"> & Partial<Pick<SaidTier, "annualAmount" | "trialDays">>;

export const tierChange = z.object({ name: name.optional(), description: z.string().trim().max(500, "Use at most 500 characters.").optional(), minAmount: minAmount.optional(), benefits: z.array(benefit).max(10, "Use at most 10.").optional(), annualAmount: annualAmount.optional(), trialDays: trialDays.optional() });
export type TierChange = z.infer<typeof tierChange>;

export const tierOrderInput = z.object({ tierIds: z.array(id("tier")).min(1).max(mostTiersEver).describe("All tiers, the lowest first.") });

export const tierOutput = z.object({
  id: id("tier"),
  creatorId: id("creator"),
  name: z.string(),
  description: z.string(),
  minAmount: z.number().int().max(maximumAmount),
  currency,
  benefits: z.array(z.string()),
  annualAmount: z.number().int().nullable().describe("The least for a whole year; null: paid by the month only."),
  trialDays: z.number().int(),
  rank: z.number().int(),
  archived: z.boolean(),
});
export type Tier = z.infer<typeof tierOutput>;
