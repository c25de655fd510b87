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

/** What a buyer says of themselves before they pay for something that opens at once. */
export const terms = {
  country: z.string().regex(/^[A-Z]{2}$/u, "Two letters, like DE.").optional().describe("Where the fan lives, if they said so: buyers in the EU and EEA have rights of their own."),
  consent: z.string().max(40).optional().describe("The version of the words to which a buyer in the EU agreed: that it opens at once, which ends the right to withdraw."),
};
export interface Terms {
  country?: string | undefined;
  consent?: string | undefined;
}

export const purchaseInput = z.object({
  amount: priceAmount.describe("The price the fan was shown, in cents: where it has changed since, nothing is opened and they are told."),
  currency: currency.default("usd"),
  ...terms,
});
export type PurchaseInput = Terms & { amount: number; currency?: "usd" };

export const orderOutput = z.object({
  id: id("order"),
  kind: z.enum(["tip", "gift", "post", "bundle"]),
  state: z.enum(["open", "paid", "expired", "returned"]).describe("returned: paid although the fan had it already, or it was gone; the money goes back."),
  url: z.string().nullable().describe("The payment provider's page, while the order is open."),
  creator: z.object({ handle: z.string(), name: z.string() }),
  tierName: z.string().nullable(),
  months: z.number().int().nullable(),
  amount: z.number().int(),
  currency: z.string(),
  message: z.string(),
  giftLink: z.string().nullable().describe("What the giver passes on, once it is paid."),
  redeemed: z.boolean(),
  title: z.string().nullable().describe("What was bought, as it was called then."),
  posts: z.array(z.object({ id: id("post"), price: z.number().int().describe("What it cost apart.") })).describe("What it opens."),
});
export type OrderView = z.infer<typeof orderOutput>;

export const orderWithdrawalOutput = z.object({
  right: z.enum(["open", "used", "none", "withdrawn"]).describe("used: they agreed that it opens at once, and have opened it."),
  until: z.iso.datetime().nullable(),
  withdrawnAt: z.iso.datetime().nullable(),
  goesBack: z.number().int().describe("What of the payment has not gone back before, in minor units."),
  currency: z.string(),
});
export type OrderWithdrawal = z.infer<typeof orderWithdrawalOutput>;
