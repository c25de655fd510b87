import { z } from "zod";
import { id } from "@/lib/platform/ids";
import { currency, priceAmount } from "@/lib/platform/money";
import { codePattern, mostMonths, mostRedemptions, mostTiersNamed } from "./rules";

const wrongCode = "A code is 3 to 30 letters and digits, like SPRING20.";
/** As people type it: small letters and spaces around it do no harm. */
export const codeText = z.string(wrongCode).max(60, wrongCode).transform((text) => text.trim().toUpperCase()).pipe(z.string().regex(codePattern, wrongCode));

const percent = z.number("Give a whole number of per cent.").int("Whole per cents only.").min(1, "One per cent at least.").max(100, "A hundred per cent at most.");

const shape = z.object({
  code: codeText.describe("3 to 30 letters and digits; capitals and small letters are the same."),
  percentOff: percent.nullable().default(null).describe("How many per cent are taken off; 100: it is free."),
  amountOff: priceAmount.nullable().default(null).describe("How much is taken off each payment, in minor units."),
  currency: currency.default("usd"),
  duration: z.enum(["once", "months", "forever"], "Choose for how long it holds.").describe("once: the first payment. months: the payments of so many months. forever: as long as they stay."),
  months: z.number("Give a number of months.").int("Whole months.").min(1, "A month at least.").max(mostMonths, `${mostMonths} months at most.`).nullable().default(null),
  tierIds: z.array(id("tier")).max(mostTiersNamed).default([]).describe("The tiers it is for; empty: all."),
  mostRedemptions: z.number("Give a number of people.").int("Whole people.").min(1, "One at least.").max(mostRedemptions, "A million at most.").nullable().default(null).describe("How many can redeem it; null: everybody."),
  lastDay: z.iso.date("Give a day, like 2026-12-31.").nullable().default(null).describe("The last day it can be redeemed, UTC; null: until it is archived."),
});

export const promotionInput = shape.superRefine(({ percentOff, amountOff, duration, months }, check) => {
  const say = (path: string, message: string) => check.addIssue({ code: "custom", path: [path], message });
  if (percentOff === null && amountOff === null) say("percentOff", "Say what is taken off: a percent, or an amount.");
  if (percentOff !== null && amountOff !== null) say("amountOff", "A percent or an amount, not both.");
  if (duration === "months" && months === null) say("months", "Say for how many months.");
  if (duration !== "months" && months !== null) say("months", "Months belong to a code that holds for some months.");
  if (percentOff === 100 && duration === "forever") say("percentOff", "Free for ever is a gift. Take less than 100 % off, or let it end.");
});
export type PromotionInput = z.infer<typeof promotionInput>;

export const promotionOutput = z.object({
  id: id("promotion"),
  code: z.string(),
  words: z.string().describe("What it takes off, and for how long."),
  percentOff: z.number().int().nullable(),
  amountOff: z.number().int().nullable(),
  currency: z.string(),
  duration: z.enum(["once", "months", "forever"]),
  months: z.number().int().nullable(),
  tierIds: z.array(id("tier")),
  mostRedemptions: z.number().int().nullable(),
  endsAt: z.iso.datetime().nullable().describe("From this moment on it cannot be redeemed."),
  createdAt: z.iso.datetime(),
  state: z.enum(["open", "over", "used up", "archived"]),
  redeemed: z.number().int().describe("How many have paid, or begun a free time, with it."),
  held: z.number().int().describe("Payment pages that are open with it."),
  paid: z.number().int().describe("What came in from those who joined with it, in minor units, before refunds."),
  yours: z.number().int().describe("What of that is yours: after the fees, and after what you share."),
});
export type PromotionView = z.infer<typeof promotionOutput>;

export const offerOutput = z.object({
  code: z.string(),
  words: z.string(),
  percentOff: z.number().int().nullable(),
  amountOff: z.number().int().nullable(),
  currency: z.string(),
  duration: z.enum(["once", "months", "forever"]),
  months: z.number().int().nullable(),
  tierIds: z.array(id("tier")),
  endsAt: z.iso.datetime().nullable(),
});
export type OfferView = z.infer<typeof offerOutput>;
