import { z } from "zod";
import { codeText } from "@/lib/commerce/promotions";
import { id } from "@/lib/platform/ids";
import { currency, priceAmount } from "@/lib/platform/money";

export const startCheckoutInput = z.object({
  tierId: id("tier"),
  amount: priceAmount.describe("What the fan wants to pay each time, in minor units; the tier's minimum for this rhythm, or more."),
  currency: currency.default("usd"),
  interval: z.enum(["month", "year"]).default("month").describe("How often it is paid."),
  trial: z.boolean().default(false).describe("Begin with the days to try that the tier gives; the card is needed, and pays on their last day."),
  country: z.string().regex(/^[A-Z]{2}$/u, "Two letters, like DE.").optional().describe("Where the fan lives, if they said so: buyers in the EU and EEA have rights of their own."),
  consent: z.string().max(40).optional().describe("The version of the words to which a buyer in the EU agreed: that access begins at once, which ends the right to withdraw."),
  code: codeText.optional().describe("A code of the page's that takes something off; once a fan and page."),
});
type Said = z.infer<typeof startCheckoutInput>;
/** Without a rhythm it is paid by the month, and at once. */
export type StartCheckoutInput = Omit<Said, "interval" | "trial"> & Partial<Pick<Said, "interval" | "trial">>;

export const checkoutOutput = z.object({
  id: id("checkout"),
  state: z.enum(["open", "completed", "expired", "returned"]).describe("returned: paid while a membership was running; the money goes back."),
  url: z.string().nullable().describe("The payment provider's page, while the checkout is open."),
  creator: z.object({ handle: z.string(), name: z.string() }),
  tierName: z.string(),
  amount: z.number().int().describe("What was chosen, before a code takes something off."),
  dueNow: z.number().int().describe("What is paid at once, in minor units."),
  code: z.string().nullable(),
  currency: z.string(),
  interval: z.enum(["month", "year"]),
  trialDays: z.number().int(),
});
export type CheckoutView = z.infer<typeof checkoutOutput>;
