import type { RailOverdue, RailSubscription } from "@/lib/commerce/rails";
import type { Tx } from "@/lib/platform/db";
import type { CheckoutModel, SubscriptionModel } from "@/lib/platform/db/generated/models";
import { newId } from "@/lib/platform/ids";

/** What the provider said when it was asked. */
export interface Look {
  askedAt: Date;
  subscription: RailSubscription;
  /** The end of the newest period that was paid for or given to try: the provider's own runs ahead while a renewal is being tried. */
  paidUntil: Date;
  overdue: RailOverdue | undefined;
}

interface Writing {
  before: SubscriptionModel | null;
  checkout: CheckoutModel;
  rail: string;
  look: Look;
}

/** Makes the row say what was seen. The amount and tier of a change are settled apart. */
export async function writeSubscription(tx: Tx, { before, checkout, rail, look: { askedAt, subscription, paidUntil } }: Writing): Promise<SubscriptionModel> {
  const status = subscription.status === "pending" ? "active" : subscription.status;
  const state = {
    status,
    currentPeriodEnd: paidUntil,
    renewsAt: status === "ended" ? null : nextPayment(subscription),
    trialEndsAt: subscription.trialEndsAt ?? null,
    endedAt: status === "ended" ? (subscription.endedAt ?? askedAt) : null,
    syncedAt: askedAt,
  };
  if (before) return tx.subscription.update({ where: { id: before.id }, data: { ...state, ...(before.country === null && subscription.cardCountry ? { country: subscription.cardCountry } : {}) } });
  const { fanUserId, creatorId, tierId, currency, country } = checkout;
  return tx.subscription.create({
    data: { id: newId("subscription"), checkoutId: checkout.id, fanUserId, creatorId, tierId, currency, amount: subscription.amount, interval: subscription.interval, country: country ?? subscription.cardCountry ?? null, rail, providerId: subscription.providerId, startedAt: subscription.startedAt, ...state },
  });
}

function nextPayment({ currentPeriodEnd, pausedUntil }: RailSubscription): Date {
  return pausedUntil && pausedUntil > currentPeriodEnd ? pausedUntil : currentPeriodEnd;
}
