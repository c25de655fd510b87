import type Stripe from "stripe";
import { ProviderFailed } from "@/lib/platform/errors";
import type { RailOverdue, RailSubscription, SubscriptionRail, UndonePayment } from "../port";
import { letGoOfSchedule } from "./changes";
import { ask, demand, stripe } from "./client";
import { paidInvoices } from "./payments";
import { undoCharge } from "./undo-charge";
import { date, dateOrNot, idOf } from "./values";

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
    interval: item.price.recurring?.interval === "year" ? "year" : "month",
    productId: idOf(item.price.product) ?? "",
    currentPeriodEnd: date(item.current_period_end),
    trialEndsAt: dateOrNot(subscription.trial_end),
    pausedUntil: dateOrNot(subscription.pause_collection?.resumes_at),
    changePending: subscription.pending_update !== null,
    cardCountry: cardCountry(subscription.default_payment_method),
    startedAt: date(subscription.start_date),
    endedAt: dateOrNot(subscription.ended_at),
    cancelAtPeriodEnd: subscription.cancel_at_period_end,
  };
}

function cardCountry(method: Stripe.Subscription["default_payment_method"]): string | undefined {
  return method === null || typeof method === "string" ? undefined : (method.card?.country ?? undefined);
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
  const subscription = await ask(() => stripe().subscriptions.retrieve(providerId, { expand: ["default_payment_method"] }));
  return subscription && toSubscription(subscription);
}

async function readOverdue(subscription: string): Promise<RailOverdue | undefined> {
  const page = await demand(() => stripe().invoices.list({ subscription, status: "open", limit: 1, expand: ["data.payments"] }));
  const invoice = page.data[0];
  if (!invoice?.id) return undefined;
  const intentId = invoice.payments?.data.map(({ payment }) => idOf(payment.payment_intent)).find((one) => one !== undefined);
  const error = intentId === undefined ? undefined : (await demand(() => stripe().paymentIntents.retrieve(intentId))).last_payment_error;
  return {
    invoiceId: invoice.id,
    amount: invoice.amount_remaining,
    currency: invoice.currency,
    failedAt: date(invoice.status_transitions.finalized_at ?? invoice.created),
    reason: error?.decline_code ?? error?.code,
    tries: invoice.attempt_count,
    nextTryAt: dateOrNot(invoice.next_payment_attempt),
  };
}

async function setCancelAtPeriodEnd(subscriptionId: string, cancel: boolean): Promise<void> {
  if (cancel) await letGoOfSchedule(await demand(() => stripe().subscriptions.retrieve(subscriptionId)));
  await demand(() => stripe().subscriptions.update(subscriptionId, { cancel_at_period_end: cancel }));
}

async function endSubscription(subscriptionId: string): Promise<void> {
  const subscription = await readSubscription(subscriptionId);
  if (subscription && subscription.status !== "ended") await demand(() => stripe().subscriptions.cancel(subscriptionId));
  const open = await demand(() => stripe().invoices.list({ subscription: subscriptionId, status: "open", limit: 10 }));
  for (const { id } of open.data) if (id) await demand(() => stripe().invoices.voidInvoice(id));
}

async function undoSubscription(subscriptionId: string): Promise<UndonePayment[]> {
  await endSubscription(subscriptionId);
  const undone: UndonePayment[] = [];
  for (const { paymentIntentId } of await paidInvoices(subscriptionId)) {
    if (paymentIntentId === undefined) continue;
    const intent = await demand(() => stripe().paymentIntents.retrieve(paymentIntentId, { expand: ["latest_charge.balance_transaction"] }));
    const charge = intent.latest_charge;
    if (charge === null || typeof charge === "string") continue;
    const balance = charge.balance_transaction;
    if (balance === null || typeof balance === "string") throw new ProviderFailed("Stripe", "Our payment provider has not booked this payment yet.");
    undone.push({ chargeId: charge.id, refundId: await undoCharge({ chargeId: charge.id, paymentIntentId }), amount: charge.amount, fee: balance.fee, currency: charge.currency, paidAt: date(charge.created) });
  }
  return undone;
}

export const subscriptions: SubscriptionRail = { readSubscription, readOverdue, setCancelAtPeriodEnd, endSubscription, undoSubscription };
