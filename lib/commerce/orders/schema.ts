import { z } from "zod";
import { id } from "@/lib/platform/ids";
import { currency, priceAmount } from "@/lib/platform/money";
import { oneLine } from "@/lib/platform/text";
import { giftMonths } from "./rules";

export const tipInput = z.object({
  creatorId: id("creator"),
  amount: priceAmount.describe("In cents, $1.00 or more."),
  currency: currency.default("usd"),
  message: oneLine({ most: 280, tooLong: "Use at most 280 characters." }).default("").describe("The creator reads it."),
});
export type TipInput = z.infer<typeof tipInput>;

export const giftInput = z.object({
  tierId: id("tier"),
  months: z.union(giftMonths.map((months) => z.literal(months)) as [z.ZodLiteral<1>, z.ZodLiteral<3>, z.ZodLiteral<6>, z.ZodLiteral<12>], "Choose 1, 3, 6 or 12 months."),
  message: oneLine({ most: 280, tooLong: "Use at most 280 characters." }).default("").describe("Whoever gets it reads it."),
});
export type GiftInput = z.infer<typeof giftInput>;

export const redeemInput = z.object({ code: z.string().regex(/^[0-9A-Za-z]{24}$/u, "This is not a gift's code. Copy the whole link.") });

export const orderOutput = z.object({
  id: id("order"),
  kind: z.enum(["tip", "gift"]),
  state: z.enum(["open", "paid", "expired"]),
  url: z.string().nullable().describe("The payment provider's page, while the order is open."),
  creator: z.object({ handle: z.string(), name: z.string() }),
  tierName: z.string().nullable(),
  months: z.number().int().nullable(),
  amount: z.number().int(),
  currency: z.string(),
  message: z.string(),
  giftLink: z.string().nullable().describe("What the giver passes on, once it is paid."),
  redeemed: z.boolean(),
});
export type OrderView = z.infer<typeof orderOutput>;
