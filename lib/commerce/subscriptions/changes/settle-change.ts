import type { RailSubscription } from "@/lib/commerce/rails";
import { audit } from "@/lib/platform/audit";
import { days, later } from "@/lib/platform/clock";
import type { Context, Tx } from "@/lib/platform/db";
import type { SubscriptionChangeModel, SubscriptionModel } from "@/lib/platform/db/generated/models";
import { emit } from "@/lib/platform/events";

/**
 * The row with the amount and tier that hold. A change that was to be paid holds once the provider has made it; a later one once the
 * period it waited for is over. One that the provider has let go of is closed as failed.
 */
export async function settleChange(tx: Tx, ctx: Context, subscription: SubscriptionModel, seen: RailSubscription): Promise<SubscriptionModel> {
  const change = await tx.subscriptionChange.findFirst({ where: { subscriptionId: subscription.id, state: { in: ["paying", "scheduled"] } } });
  if (!change) return subscription.amount === seen.amount && subscription.interval === seen.interval ? subscription : tx.subscription.update({ where: { id: subscription.id }, data: { amount: seen.amount, interval: seen.interval } });
  if (subscription.status === "ended") return close(tx, ctx, subscription, change, "failed");
  const has = change.providerProduct !== null && seen.productId === change.providerProduct;
  if (change.state === "scheduled") {
    if (subscription.currentPeriodEnd <= change.takesEffectAt) return subscription;
    return has ? applyChange(tx, ctx, subscription, change) : close(tx, ctx, subscription, change, "failed");
  }
  if (has) return applyChange(tx, ctx, subscription, change);
  // The provider's answer to our asking may still be on its way: what it was given and let go of has failed, and what it never got in a day.
  const lost = change.providerProduct === null ? change.askedAt < later(ctx.now, -days(1)) : !seen.changePending;
  return lost ? close(tx, ctx, subscription, change, "failed") : subscription;
}

/** The tier and amount of a change hold from now on. */
export async function applyChange(tx: Tx, ctx: Context, subscription: SubscriptionModel, change: SubscriptionChangeModel): Promise<SubscriptionModel> {
  const after = await tx.subscription.update({ where: { id: subscription.id }, data: { tierId: change.toTierId, amount: change.toAmount, interval: change.toInterval } });
  await close(tx, ctx, after, change, "applied");
  emit(tx, "subscription.changed", { changeId: change.id });
  return after;
}

async function close(tx: Tx, ctx: Context, subscription: SubscriptionModel, change: SubscriptionChangeModel, state: "applied" | "failed"): Promise<SubscriptionModel> {
  await tx.subscriptionChange.update({ where: { id: change.id }, data: { state, closedAt: ctx.now } });
  audit(tx, ctx, `subscription.change-${state}`, { subject: subscription.id, changeId: change.id, toTierId: change.toTierId, toAmount: change.toAmount });
  return subscription;
}
