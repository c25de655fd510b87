import type Stripe from "stripe";
import { fullList } from "../http/lists";
import { newId } from "../state/ids";
import type { Context } from "../state/context";
import { planOf } from "./catalog";
import { redeem, type Voucher } from "./discounts";
import { nextBoundary } from "./periods";

export interface SubscriptionDetails {
  customer: string;
  prices: readonly { price: Stripe.Price; quantity: number; metadata?: Record<string, string> }[];
  metadata: Record<string, string>;
  description: string | null;
  defaultMethod: string | null;
  /** Unix seconds, or null without a trial. */
  trialEnd: number | null;
  vouchers?: readonly Voucher[];
  /** The Checkout Session behind it. */
  session?: string;
}

const day = 86_400;

/** A subscription that nobody has paid yet: `incomplete`, or `trialing` when it begins with a trial. */
export function newSubscription(ctx: Context, details: SubscriptionDetails): Stripe.Subscription {
  const id = newId("sub");
  const anchor = details.trialEnd ?? ctx.now;
  const subscription: Stripe.Subscription = {
    id,
    object: "subscription",
    ...untouched,
    test_clock: ctx.clock === "" ? null : ctx.clock,
    billing_cycle_anchor: anchor,
    created: ctx.now,
    currency: details.prices[0]?.price.currency ?? "usd",
    customer: details.customer,
    default_payment_method: details.defaultMethod,
    description: details.description,
    items: fullList(`/v1/subscription_items?subscription=${id}`, details.prices.map((line) => newItem(ctx, id, line, details.trialEnd))),
    latest_invoice: null,
    metadata: details.metadata,
    start_date: ctx.now,
    status: details.trialEnd === null ? "incomplete" : "trialing",
    trial_end: details.trialEnd,
    trial_start: details.trialEnd === null ? null : ctx.now,
  };
  subscription.discounts = (details.vouchers ?? []).map((voucher) => redeem(ctx, voucher, { customer: details.customer, subscription: id, session: details.session ?? null }).id);
  ctx.db.subscriptions.put(subscription);
  ctx.emit("customer.subscription.created", subscription);
  return subscription;
}

/** The fields that the double never changes. */
const untouched = {
  application: null,
  application_fee_percent: null,
  automatic_tax: { disabled_reason: null, enabled: false, liability: null },
  billing_cycle_anchor_config: null,
  billing_mode: { flexible: { proration_discounts: "included" }, type: "flexible" },
  billing_schedules: [],
  billing_thresholds: null,
  cancel_at: null,
  cancel_at_period_end: false,
  canceled_at: null,
  cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
  collection_method: "charge_automatically",
  customer_account: null,
  days_until_due: null,
  default_source: null,
  default_tax_rates: [],
  discounts: [],
  ended_at: null,
  invoice_settings: { account_tax_ids: null, custom_fields: null, description: null, footer: null, issuer: { type: "self" } },
  livemode: false,
  managed_payments: null,
  next_pending_invoice_item_invoice: null,
  on_behalf_of: null,
  pause_collection: null,
  payment_settings: { payment_method_options: null, payment_method_types: null, save_default_payment_method: "off" },
  pending_invoice_item_interval: null,
  pending_setup_intent: null,
  pending_update: null,
  schedule: null,
  test_clock: null,
  transfer_data: null,
  trial_settings: { end_behavior: { billing_cycle_anchor: null, missing_payment_method: "create_invoice" } },
} satisfies Partial<Stripe.Subscription>;

export function newItem(ctx: Context, subscription: string, line: SubscriptionDetails["prices"][number], trialEnd: number | null): Stripe.SubscriptionItem {
  const { price } = line;
  return {
    id: newId("si"),
    object: "subscription_item",
    billing_thresholds: null,
    created: ctx.now,
    current_period_end: trialEnd ?? (price.recurring ? nextBoundary(ctx.now, price.recurring, ctx.now) : ctx.now + 30 * day),
    current_period_start: ctx.now,
    current_trial: null,
    discounts: [],
    metadata: line.metadata ?? {},
    plan: planOf(price),
    price,
    quantity: line.quantity,
    subscription,
    tax_rates: [],
  };
}

/** When the paid time of the subscription ends (Unix seconds); items share one period here. */
export function periodEnd(subscription: Stripe.Subscription): number {
  return subscription.items.data[0]?.current_period_end ?? subscription.created;
}

export function periodStart(subscription: Stripe.Subscription): number {
  return subscription.items.data[0]?.current_period_start ?? subscription.created;
}

/** Moves every item to the period that begins where the last one ended. */
export function rollPeriod(subscription: Stripe.Subscription): void {
  for (const item of subscription.items.data) {
    const start = item.current_period_end;
    item.current_period_start = start;
    item.current_period_end = item.price.recurring ? nextBoundary(subscription.billing_cycle_anchor, item.price.recurring, start) : start + 30 * day;
  }
}

/** Changes the status and tells; the same status again tells nothing. */
export function setStatus(ctx: Context, subscription: Stripe.Subscription, status: Stripe.Subscription.Status): void {
  if (subscription.status === status) return;
  const previous = { status: subscription.status };
  subscription.status = status;
  ctx.db.subscriptions.put(subscription);
  ctx.emit("customer.subscription.updated", subscription, previous);
}

/** Lets it run out at the end of what is paid, or takes that back. */
export function markForCancellation(ctx: Context, subscription: Stripe.Subscription, cancel: boolean): void {
  if (subscription.cancel_at_period_end === cancel) return;
  const { cancel_at, cancel_at_period_end, canceled_at, cancellation_details } = subscription;
  setCancelAt(ctx, subscription, cancel ? periodEnd(subscription) : null, cancel);
  ctx.db.subscriptions.put(subscription);
  ctx.emit("customer.subscription.updated", subscription, { cancel_at, cancel_at_period_end, canceled_at, cancellation_details });
}

/** Sets or clears (`null`) the moment of cancellation, in the fields Stripe shows it in. */
export function setCancelAt(ctx: Context, subscription: Stripe.Subscription, moment: number | null, atPeriodEnd: boolean): void {
  subscription.cancel_at = moment;
  subscription.cancel_at_period_end = atPeriodEnd;
  subscription.canceled_at = moment === null ? null : ctx.now;
  subscription.cancellation_details = { comment: null, feedback: null, feedback_option: null, reason: moment === null ? null : "cancellation_requested" };
}

export function endSubscription(ctx: Context, subscription: Stripe.Subscription, reason: Stripe.Subscription.CancellationDetails.Reason): void {
  subscription.status = "canceled";
  subscription.canceled_at ??= ctx.now;
  subscription.ended_at = ctx.now;
  subscription.cancellation_details = { comment: null, feedback: null, feedback_option: null, ...subscription.cancellation_details, reason };
  ctx.db.subscriptions.put(subscription);
  ctx.emit("customer.subscription.deleted", subscription);
}
