import type Stripe from "stripe";
import { invalid } from "../http/errors";
import type { Context } from "../state/context";
import { authenticationRequired, type Refusal } from "./cards";
import { livingCustomer } from "./customers";
import { attemptPayment, newIntent, type Attempt, type AttemptOptions } from "./intents";
import { finaliseInvoice, issueDraft, issueInvoice, markPaid, markUncollectible, paymentByIntent, paymentsOf, tieIntent, voidInvoice, type InvoiceDetails } from "./invoices";
import { periodLines } from "./lines";
import { ref } from "./refs";
import { enterPhase } from "./subscription-schedules";
import { endSubscription, periodEnd, periodStart, rollPeriod, setStatus } from "./subscriptions";

/** Days between a failed renewal and the next tries; after the last one the subscription is cancelled. */
const retryDays = [3, 5, 7] as const;
const day = 86_400;

/** The first invoice: the first period and one-offs, or nothing during a trial. */
export function issueFirstInvoice(ctx: Context, subscription: Stripe.Subscription, extra: Stripe.InvoiceLineItem[] = []): Stripe.Invoice {
  const lines = [...periodLines(ctx, subscription, subscription.status === "trialing"), ...extra];
  return issueInvoice(ctx, { subscription, reason: "subscription_create", lines, periodStart: ctx.now, periodEnd: ctx.now });
}

/** The card that pays: the subscription's own, or the customer's default. */
export function payingMethod(ctx: Context, subscription: Stripe.Subscription): Stripe.PaymentMethod | undefined {
  const own = ref(subscription.default_payment_method);
  const fallback = ref(livingCustomer(ctx, ref(subscription.customer) ?? "").invoice_settings.default_payment_method);
  return ctx.db.paymentMethods.get(own ?? fallback ?? "");
}

/** The intent that collects an open invoice, made at the first need. */
export function intentOf(ctx: Context, invoice: Stripe.Invoice): Stripe.PaymentIntent {
  const tied = paymentsOf(ctx, invoice.id).find((payment) => payment.status === "open");
  const known = ctx.db.paymentIntents.get(ref(tied?.payment.payment_intent) ?? "");
  if (known) return known;
  // Stripe charges no card so little and adds it to the customer's balance, for whatever invoice comes next. That is not modelled here, and nobody should count on it.
  if (invoice.amount_due < 50) throw invalid(`Invoice ${invoice.id} is below the least charge of 50 cents: Stripe would carry ${invoice.amount_due} over to the customer's next invoice.`, { code: "amount_too_small" });
  const intent = newIntent(ctx, {
    amount: invoice.amount_due,
    currency: invoice.currency,
    customer: ref(invoice.customer),
    description: invoice.billing_reason === "subscription_create" ? "Subscription creation" : "Subscription update",
    metadata: {},
    setupFutureUsage: invoice.billing_reason === "subscription_create" ? "off_session" : null,
  });
  tieIntent(ctx, invoice, intent);
  return intent;
}

/** Tries to collect an open invoice, and carries the outcome to the invoice and the subscription. */
export function collectInvoice(ctx: Context, invoice: Stripe.Invoice, method: Stripe.PaymentMethod | undefined, options: AttemptOptions): Attempt {
  const intent = intentOf(ctx, invoice);
  if (!method) {
    const refusal: Refusal = { ...authenticationRequired, code: "missing", declineCode: "missing", message: "There is no payment method to charge." };
    invoiceRefused(ctx, invoice);
    return { kind: "refused", refusal };
  }
  const outcome = attemptPayment(ctx, intent, method, options);
  if (outcome.kind === "paid") intentPaid(ctx, intent);
  if (outcome.kind === "refused") invoiceRefused(ctx, invoice);
  if (outcome.kind === "authenticate") ctx.emit("invoice.payment_action_required", invoice);
  return outcome;
}

/** An intent was paid by whatever way: its invoice is paid, and its subscription active. */
export function intentPaid(ctx: Context, intent: Stripe.PaymentIntent): void {
  const payment = paymentByIntent(ctx, intent.id);
  const invoice = payment && ctx.db.invoices.get(ref(payment.invoice) ?? "");
  if (!payment || !invoice) return;
  markPaid(ctx, invoice, payment);
  const subscription = subscriptionOf(ctx, invoice);
  if (subscription) applyPending(ctx, subscription, invoice.id);
  if (subscription && subscription.status !== "canceled" && subscription.status !== "trialing") setStatus(ctx, subscription, "active");
}

/** An intent was refused outside of `collectInvoice` (the app confirmed it, or 3-D Secure failed). */
export function intentRefused(ctx: Context, intent: Stripe.PaymentIntent): void {
  const payment = paymentByIntent(ctx, intent.id);
  const invoice = payment && ctx.db.invoices.get(ref(payment.invoice) ?? "");
  if (invoice) invoiceRefused(ctx, invoice);
}

export function subscriptionOf(ctx: Context, invoice: Stripe.Invoice): Stripe.Subscription | undefined {
  return ctx.db.subscriptions.get(ref(invoice.parent?.subscription_details?.subscription) ?? "");
}

function invoiceRefused(ctx: Context, invoice: Stripe.Invoice): void {
  const renewal = invoice.billing_reason !== "subscription_create";
  const change = ctx.db.pendingUpdates.get(subscriptionOf(ctx, invoice)?.id ?? "")?.invoice === invoice.id;
  const wait = renewal && !change ? retryDays[invoice.attempt_count] : undefined;
  invoice.attempted = true;
  invoice.attempt_count += 1;
  invoice.next_payment_attempt = wait === undefined ? null : ctx.now + wait * day;
  ctx.db.invoices.put(invoice);
  ctx.emit("invoice.payment_failed", invoice);

  const subscription = subscriptionOf(ctx, invoice);
  if (change || !subscription || !renewal || subscription.status === "canceled") return;
  if (wait === undefined) endSubscription(ctx, subscription, "payment_failed");
  else setStatus(ctx, subscription, "past_due");
}

/** The period is over: begins the next one, bills it, and tries the card. */
export function renew(ctx: Context, subscription: Stripe.Subscription): void {
  const ended = { start: periodStart(subscription), end: periodEnd(subscription) };
  const previous = { items: { data: [{ current_period_start: ended.start, current_period_end: ended.end }] }, latest_invoice: subscription.latest_invoice };
  const pending = ctx.db.pendingLines.get(subscription.id)?.lines ?? [];
  ctx.db.pendingLines.remove(subscription.id);

  const fromTrial = subscription.status === "trialing";
  enterPhase(ctx, subscription);
  rollPeriod(subscription);
  if (fromTrial) subscription.status = "active";
  ctx.db.subscriptions.put(subscription);
  ctx.emit("customer.subscription.updated", subscription, fromTrial ? { ...previous, status: "trialing" } : previous);

  const lines = [...periodLines(ctx, subscription, false), ...pending];
  const details = { subscription, reason: "subscription_cycle", lines, periodStart: ended.start, periodEnd: ended.end } as const;
  if (subscription.pause_collection) {
    issuePaused(ctx, details, subscription.pause_collection.behavior);
    return;
  }
  const invoice = issueInvoice(ctx, details);
  if (invoice.status === "open") collectInvoice(ctx, invoice, payingMethod(ctx, subscription), { offSession: true });
}

/** While collection is paused, invoices are written and nobody is charged. */
function issuePaused(ctx: Context, details: InvoiceDetails, behavior: Stripe.Subscription.PauseCollection.Behavior): void {
  const invoice = issueDraft(ctx, details);
  if (behavior === "keep_as_draft") {
    invoice.auto_advance = false;
    ctx.db.invoices.put(invoice);
    return;
  }
  finaliseInvoice(ctx, invoice);
  if (invoice.status !== "open") return;
  if (behavior === "void") voidInvoice(ctx, invoice);
  else markUncollectible(ctx, invoice);
}

/** A change that waited for its payment takes effect. */
function applyPending(ctx: Context, subscription: Stripe.Subscription, invoice: string): void {
  const pending = ctx.db.pendingUpdates.get(subscription.id);
  if (pending?.invoice !== invoice) return;
  ctx.db.pendingUpdates.remove(subscription.id);
  const previous = { items: subscription.items, pending_update: subscription.pending_update };
  subscription.items = { ...subscription.items, data: pending.items };
  subscription.billing_cycle_anchor = pending.anchor;
  subscription.pending_update = null;
  ctx.db.subscriptions.put(subscription);
  ctx.emit("customer.subscription.pending_update_applied", subscription);
  ctx.emit("customer.subscription.updated", subscription, previous);
}

/** It was not paid in time: nothing changes. */
export function expirePending(ctx: Context, subscription: Stripe.Subscription): void {
  const invoice = ctx.db.invoices.get(ctx.db.pendingUpdates.get(subscription.id)?.invoice ?? "");
  ctx.db.pendingUpdates.remove(subscription.id);
  subscription.pending_update = null;
  ctx.db.subscriptions.put(subscription);
  if (invoice?.status === "open") voidInvoice(ctx, invoice);
  ctx.emit("customer.subscription.pending_update_expired", subscription);
}
