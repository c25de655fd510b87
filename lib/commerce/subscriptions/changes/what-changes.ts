import { mayPay } from "@/lib/commerce/buyers";
import { holdsAt, leastAmount, leastPayment, leftOf } from "@/lib/commerce/promotions";
import type { Interval } from "@/lib/commerce/rails";
import { openTier, type Tier } from "@/lib/content/tiers";
import type { Context } from "@/lib/platform/db";
import type { SubscriptionModel } from "@/lib/platform/db/generated/models";
import { InvalidInput, NotFound } from "@/lib/platform/errors";
import { formatMoney } from "@/lib/platform/money";
import { CannotChange, ChangeWaits } from "../errors";
import type { ChangeInput } from "../schema";
import { holdsMidway, type Redeemed, redeemedBy } from "./discounts";

export interface Plan {
  /**
   * More money or as much: now, with the rest of the period paid first (later after all, where that turns out to be less than a card can pay). Less: from the end of what is paid. To the year: now, less what
   * is left of the month. To the month: when the year is over.
   */
  when: "now" | "later";
  tier: Tier;
  amount: number;
  interval: Interval;
}

/**
 * What a membership would become, if it may. @throws CannotChange (ended, overdue, cancelled, resting, on trial), ChangeWaits,
 * NotFound (a tier that is not this page's, or archived), InvalidInput; Forbidden, CannotCharge
 */
export async function whatChanges(ctx: Context, subscription: SubscriptionModel, { tierId, amount, currency, interval = subscription.interval as Interval }: ChangeInput): Promise<Plan> {
  await refuseUnfit(ctx, subscription);
  const tier = await openTier(ctx.db, tierId);
  // Another page's tier, or an archived one: for this membership it is not there. One's own stays one's own.
  const own = tierId === subscription.tierId ? await ctx.db.tier.findUnique({ where: { id: tierId } }) : null;
  if (own && !tier) throw new InvalidInput("body.tierId", "This tier takes no changes any more. Choose another, or keep it as it is.");
  if (tier?.creatorId !== subscription.creatorId) throw new NotFound("tier");
  if (currency !== subscription.currency) throw new InvalidInput("body.currency", `This membership is paid in ${subscription.currency.toUpperCase()}.`);
  const least = interval === "year" ? tier.annualAmount : tier.minAmount;
  const another = interval !== subscription.interval;
  if (least === null) throw new InvalidInput("body.tierId", another ? "This tier is paid by the month only. Choose another tier, or stay with the month." : "This tier is paid by the month, and your membership by the year. Choose each month, from the end of your year.");
  if (amount < least) throw new InvalidInput("body.amount", `This tier starts at ${formatMoney({ amount: least, currency })} a ${interval}.`);
  const when = another ? (interval === "year" ? "now" : "later") : amount >= subscription.amount ? "now" : "later";
  const plan: Plan = { when, tier, amount, interval };
  // Less money can always be paid. More, or another tier, is a sale as joining is.
  if (when === "now" || amount > subscription.amount) await mayPay(ctx, await ctx.db.creatorProfile.findUniqueOrThrow({ where: { id: subscription.creatorId }, select: { id: true, userId: true, rating: true } }));
  const redeemed = await redeemedBy(ctx, subscription);
  if (redeemed) refuseOutsideCode(ctx, subscription, redeemed, plan);
  refuseTooLittle(ctx, subscription, redeemed, plan);
  if (tierId === subscription.tierId && amount === subscription.amount && !another) throw new InvalidInput("body.amount", "That is what you have now.");
  return plan;
}

/** A code takes something off the tiers it names, not off another one that is chosen later; and one that leaves nothing to pay opens no other. */
function refuseOutsideCode(ctx: Context, { startedAt, currentPeriodEnd, tierId }: SubscriptionModel, redeemed: Redeemed, { when, tier }: Plan): void {
  const { code, terms } = redeemed;
  const holds = when === "now" ? holdsMidway(redeemed, startedAt, ctx.now) : holdsAt(terms, startedAt, currentPeriodEnd);
  if (!holds || tier.id === tierId) return;
  const how = terms.duration === "forever" ? "It holds for as long as this membership runs: to move, cancel, and join that tier when it is over." : "You can move to that tier once the code has run out.";
  if (terms.tierIds.length > 0 && !terms.tierIds.includes(tier.id)) throw new InvalidInput("body.tierId", `Your code ${code} is not for ${tier.name}. ${how}`);
  if (leftOf(terms, tier.minAmount) === 0) throw new InvalidInput("body.tierId", `With your code ${code} there is nothing to pay, and so it opens no other tier. ${how}`);
}

/**
 * Under a code that still holds, a card must be able to pay what is left. A year costs more than what is left of a month, so that
 * something is paid; and a code of some months is for payments by the month.
 */
function refuseTooLittle(ctx: Context, subscription: SubscriptionModel, redeemed: Redeemed | undefined, { amount, interval }: Plan): void {
  const { startedAt, currentPeriodEnd, currency } = subscription;
  const say = (least: number): string => formatMoney({ amount: least, currency });
  const toYear = interval === "year" && subscription.interval === "month";
  const holds = redeemed !== undefined && (toYear ? holdsMidway(redeemed, startedAt, ctx.now) : holdsAt(redeemed.terms, startedAt, currentPeriodEnd));
  if (holds && toYear && redeemed.terms.duration === "months") throw new CannotChange(`Your code ${redeemed.code} is for payments by the month. You can change to the year once it has run out.`);
  const least = holds ? leastAmount(redeemed.terms) : 0;
  if (amount < least) throw new InvalidInput("body.amount", `With your code ${redeemed?.code ?? ""}, choose ${say(least)} or more: a card cannot pay less than what would be left.`);
  const credit = subscription.amount;
  if (toYear && leftOf(holds ? redeemed.terms : undefined, amount) < credit + leastPayment) throw new InvalidInput("body.amount", `A year costs more than what you pay for a month. Choose ${say(credit + leastPayment)} or more.`);
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
