import { z } from "zod";
import { id } from "@/lib/platform/ids";
import { currency, priceAmount } from "@/lib/platform/money";

export const startCheckoutInput = z.object({
  tierId: id("tier"),
  amount: priceAmount.describe("What the fan wants to pay a month, in minor units; the tier's minimum or more."),
  currency: currency.default("usd"),
});
export type StartCheckoutInput = z.infer<typeof startCheckoutInput>;

export const checkoutOutput = z.object({
  id: id("checkout"),
  state: z.enum(["open", "completed", "expired", "returned"]).describe("returned: paid while a membership was running; the money goes back."),
  url: z.string().nullable().describe("The payment provider's page, while the checkout is open."),
  creator: z.object({ handle: z.string(), name: z.string() }),
  tierName: z.string(),
  amount: z.number().int(),
  currency: z.string(),
});
export type CheckoutView = z.infer<typeof checkoutOutput>;
