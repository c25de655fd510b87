import { openTier } from "@/lib/content/tiers";
import type { Verb } from "@/lib/platform/db";
import { InvalidInput, NotFound } from "@/lib/platform/errors";
import { maximumAmount, formatMoney } from "@/lib/platform/money";
import { giftCode } from "./gift-code";
import { openOrder } from "./open-order";
import type { GiftInput, OrderView } from "./schema";

/** Opens the payment page of a membership for somebody else: the tier's minimum for each month, paid once, never renewed. @throws NotFound and what openOrder() throws */
export async function giveMembership({ ctx, input }: Verb<GiftInput>): Promise<OrderView> {
  const tier = await openTier(ctx.db, input.tierId);
  if (!tier) throw new NotFound("tier");
  const amount = tier.minAmount * input.months;
  if (amount > maximumAmount) throw new InvalidInput("body.months", `The most we take in one payment is ${formatMoney({ amount: maximumAmount, currency: tier.currency })}. Choose fewer months.`);
  const months = input.months === 1 ? "a month" : `${input.months} months`;
  return openOrder(ctx, { kind: "gift", creatorId: tier.creatorId, tierId: tier.id, months: input.months, amount, currency: tier.currency, message: input.message, giftCode: giftCode(), title: (page) => `${page.name}: ${tier.name} for ${months}, as a gift` });
}
