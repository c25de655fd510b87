import { holdsAt, leastAmount } from "@/lib/commerce/promotions";
import { openTier, type Tier } from "@/lib/content/tiers";
import type { Context } from "@/lib/platform/db";
import type { SubscriptionModel } from "@/lib/platform/db/generated/models";
import { InvalidInput, NotFound } from "@/lib/platform/errors";
import { formatMoney } from "@/lib/platform/money";
import { CannotChange, ChangeWaits } from "../errors";
import type { ChangeInput } from "../schema";
import { redeemedBy } from "./discounts";

export interface Plan {
  /** More money or as much: now, with the rest of the period paid first. Less: from the end of what is paid. */
  when: "now" | "later";
  tier: Tier;
  amount: number;
}

/**
 * What a membership would become, if it may. @throws CannotChange (ended, overdue, cancelled, resting, on trial), ChangeWaits,
 * NotFound (a tier that is not this page's, or archived), InvalidInput
 */
export async function whatChanges(ctx: Context, subscription: SubscriptionModel, { tierId, amount, currency }: ChangeInput): Promise<Plan> {
  await refuseUnfit(ctx, subscription);
  const tier = await openTier(ctx.db, tierId);
  // Another page's tier, or an archived one: for this membership it is not there. One's own stays one's own.
  const own = tierId === subscription.tierId ? await ctx.db.tier.findUnique({ where: { id: tierId } }) : null;
  if (own && !tier) throw new InvalidInput("body.tierId", "This tier takes no changes any more. Choose another, or keep it as it is.");
  if (tier?.creatorId !== subscription.creatorId) throw new NotFound("tier");
  if (currency !== subscription.currency) throw new InvalidInput("body.currency", `This membership is paid in ${subscription.currency.toUpperCase()}.`);
  const least = subscription.interval === "year" ? tier.annualAmount : tier.minAmount;
  if (least === null) throw new InvalidInput("body.tierId", "This tier is paid by the month, and your membership by the year. You can join it when your year is over.");
  if (amount < least) throw new InvalidInput("body.amount", `This tier starts at ${formatMoney({ amount: least, currency })} a ${subscription.interval}.`);
  await refuseTooLittle(ctx, subscription, amount);
  if (tierId === subscription.tierId && amount === subscription.amount) throw new InvalidInput("body.amount", "That is what you have now.");
  return { when: amount >= subscription.amount ? "now" : "later", tier, amount };
}

/** Under a code that still holds, a card must be able to pay what is left. */
async function refuseTooLittle(ctx: Context, subscription: SubscriptionModel, amount: number): Promise<void> {
  const redeemed = await redeemedBy(ctx, subscription);
  if (!redeemed || !holdsAt(redeemed.terms, subscription.startedAt, subscription.currentPeriodEnd)) return;
  const least = leastAmount(redeemed.terms);
  if (amount < least) throw new InvalidInput("body.amount", `With your code ${redeemed.code}, choose ${formatMoney({ amount: least, currency: subscription.currency })} or more: a card cannot pay less than what would be left.`);
}

async function refuseUnfit(ctx: Context, subscription: SubscriptionModel): Promise<void> {
  const { status, cancelRequestedAt, trialEndsAt, id } = subscription;
  if (status === "ended") throw new CannotChange("This membership has ended. Join again from the creator's page.");
  if (status === "past_due") throw new CannotChange("The last payment has not come through. Use another card first; then you can change your membership.");
  if (cancelRequestedAt) throw new CannotChange("You have cancelled this membership. Keep it first; then you can change it.");
  if (trialEndsAt && trialEndsAt > ctx.now) throw new CannotChange("You can change your membership once the trial is over and the first payment is made.");
  if (await ctx.db.membershipPause.count({ where: { subscriptionId: id, endedAt: null } })) throw new CannotChange("This membership rests. Take the pause back first; then you can change it.");
  const open = await ctx.db.subscriptionChange.findFirst({ where: { subscriptionId: id, state: "scheduled" } });
  if (open) throw new ChangeWaits();
}
