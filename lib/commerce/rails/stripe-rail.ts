import Stripe from "stripe";
import { config } from "@/lib/platform/config";
import { sha256 } from "@/lib/platform/crypto";
import { ProviderFailed } from "@/lib/platform/errors";
import type { CheckoutRequest, PaymentRail, RailCheckout, RailInvoice, RailPayment, RailSubscription } from "./port";
import { ask, demand, stripe } from "./stripe-client";

const idOf = (value: string | { id: string } | null | undefined): string | undefined => (typeof value === "string" ? value : value?.id);
const date = (seconds: number): Date => new Date(seconds * 1_000);

function toCheckout(session: Stripe.Checkout.Session): RailCheckout {
  const state = session.status === "complete" ? "completed" : session.status === "expired" ? "expired" : "open";
  return { providerId: session.id, state, url: session.url ?? undefined, subscriptionId: idOf(session.subscription), customerId: idOf(session.customer) };
}

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

async function createCheckout(request: CheckoutRequest): Promise<RailCheckout> {
  const metadata = { checkoutId: request.checkoutId };
  const session = await demand(() =>
    stripe().checkout.sessions.create(
      {
        mode: "subscription",
        client_reference_id: request.checkoutId,
        metadata,
        subscription_data: { metadata },
        ...(request.customerId ? { customer: request.customerId } : { customer_email: request.email }),
        line_items: [{ quantity: 1, price_data: { currency: request.currency, unit_amount: request.amount, recurring: { interval: request.interval }, product_data: { name: request.productName } } }],
        success_url: request.successUrl,
        cancel_url: request.cancelUrl,
        expires_at: Math.floor(request.expiresAt.getTime() / 1_000),
      },
      // What is said of the sale may have changed since a first try that got no answer: other parameters, another key.
      { idempotencyKey: `${request.checkoutId}:${sha256(JSON.stringify(request)).slice(0, 16)}` },
    ),
  );
  return toCheckout(session);
}

async function expireCheckout(providerId: string): Promise<RailCheckout | undefined> {
  try {
    return toCheckout(await stripe().checkout.sessions.expire(providerId));
  } catch (error) {
    // Not open any more: what it has become is what the caller needs to know.
    if (error instanceof Stripe.errors.StripeInvalidRequestError) return readCheckout(providerId);
    return ask(() => Promise.reject(error as Error));
  }
}

async function readCheckout(providerId: string): Promise<RailCheckout | undefined> {
  const session = await ask(() => stripe().checkout.sessions.retrieve(providerId));
  return session && toCheckout(session);
}

async function readSubscription(providerId: string): Promise<RailSubscription | undefined> {
  const subscription = await ask(() => stripe().subscriptions.retrieve(providerId));
  return subscription && toSubscription(subscription);
}

async function paidInvoices(subscription: string): Promise<RailInvoice[]> {
  const page = await demand(() => stripe().invoices.list({ subscription, status: "paid", limit: 24, expand: ["data.payments"] }));
  return page.data.flatMap((invoice) => {
    const paid = invoice.payments?.data.find((payment) => payment.status === "paid");
    const paymentIntentId = idOf(paid?.payment.payment_intent);
    return invoice.id && paymentIntentId && invoice.amount_paid > 0 ? [{ id: invoice.id, paymentIntentId, paidUntil: date(Math.max(...invoice.lines.data.map(({ period }) => period.end))) }] : [];
  });
}

async function readPayment(invoice: RailInvoice): Promise<RailPayment> {
  const intent = await demand(() => stripe().paymentIntents.retrieve(invoice.paymentIntentId, { expand: ["latest_charge.balance_transaction"] }));
  const charge = intent.latest_charge;
  if (charge === null || typeof charge === "string") throw new ProviderFailed("Stripe", "Our payment provider has no charge for this payment yet.");
  const balance = charge.balance_transaction;
  // The fee is known a moment after the charge; the job comes back for it.
  if (balance === null || typeof balance === "string") throw new ProviderFailed("Stripe", "Our payment provider has not booked this payment yet.");
  // What the fan paid is the charge. Settled in another currency, its parts would not be of one: somebody has to look.
  if (balance.currency !== charge.currency || balance.amount !== charge.amount) throw new Error(`${charge.id} was settled as ${balance.amount} ${balance.currency}`);
  return { chargeId: charge.id, invoiceId: invoice.id, balanceTransactionId: balance.id, gross: charge.amount, fee: balance.fee, currency: charge.currency, paidAt: date(charge.created) };
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

export const stripeRail: PaymentRail = {
  name: "stripe",
  refusal: (rating) => (rating === "adult" && !config().STRIPE_ADULT_APPROVED ? "Our payment provider does not take adult content without its written approval, so this page cannot charge yet." : undefined),
  createCheckout,
  readCheckout,
  expireCheckout,
  readSubscription,
  paidInvoices,
  readPayment,
  setCancelAtPeriodEnd,
  endSubscription,
  undoSubscription,
  check: async () => {
    await demand(() => stripe().accounts.retrieveCurrent());
  },
};
