import type Stripe from "stripe";
import { ProviderFailed } from "@/lib/platform/errors";
import type { RailSubscription, SubscriptionRail } from "../port";
import { ask, demand, stripe } from "./client";
import { paidInvoices } from "./payments";
import { date, idOf } from "./values";

function toSubscription(subscription: Stripe.Subscription): RailSubscription {
  const item = subscription.items.data[0];
  if (!item) throw new ProviderFailed("Stripe", "Our payment provider sent a membership without a price.");
  return {
    providerId: subscription.id,
    checkoutId: subscription.metadata.checkoutId,
    customerId: idOf(subscription.customer) ?? "",
    status: statusOf(subscription.status),
    amount: item.price.unit_amount ?? 0,
    currency: item.price.currency,
    currentPeriodEnd: date(item.current_period_end),
    startedAt: date(subscription.start_date),
    endedAt: subscription.ended_at === null ? undefined : date(subscription.ended_at),
    cancelAtPeriodEnd: subscription.cancel_at_period_end,
  };
}

function statusOf(status: Stripe.Subscription.Status): RailSubscription["status"] {
  switch (status) {
    case "active":
    case "trialing":
      return "active";
    case "past_due":
    case "unpaid":
    case "paused":
      return "past_due";
    case "incomplete":
      return "pending";
    default:
      return "ended";
  }
}

async function readSubscription(providerId: string): Promise<RailSubscription | undefined> {
  const subscription = await ask(() => stripe().subscriptions.retrieve(providerId));
  return subscription && toSubscription(subscription);
}

async function setCancelAtPeriodEnd(subscriptionId: string, cancel: boolean): Promise<void> {
  await demand(() => stripe().subscriptions.update(subscriptionId, { cancel_at_period_end: cancel }));
}

async function endSubscription(subscriptionId: string): Promise<void> {
  const subscription = await readSubscription(subscriptionId);
  if (subscription && subscription.status !== "ended") await demand(() => stripe().subscriptions.cancel(subscriptionId));
  const open = await demand(() => stripe().invoices.list({ subscription: subscriptionId, status: "open", limit: 10 }));
  for (const { id } of open.data) if (id) await demand(() => stripe().invoices.voidInvoice(id));
}

async function undoSubscription(subscriptionId: string): Promise<void> {
  await endSubscription(subscriptionId);
  for (const { paymentIntentId } of await paidInvoices(subscriptionId)) {
    const intent = await demand(() => stripe().paymentIntents.retrieve(paymentIntentId, { expand: ["latest_charge"] }));
    const charge = intent.latest_charge;
    if (charge === null || typeof charge === "string" || charge.refunded) continue;
    await demand(() => stripe().refunds.create({ payment_intent: paymentIntentId, reason: "duplicate" }, { idempotencyKey: `undo:${paymentIntentId}` }));
  }
}

export const subscriptions: SubscriptionRail = { readSubscription, setCancelAtPeriodEnd, endSubscription, undoSubscription };
