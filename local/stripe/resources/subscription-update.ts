import type Stripe from "stripe";
import { collectInvoice, intentOf, payingMethod } from "../engine/billing";
import { livingCustomer } from "../engine/customers";
import { readVouchers, redeem } from "../engine/discounts";
import { issueInvoice, voidInvoice } from "../engine/invoices";
import { changeItems, itemNames, type ItemChanges } from "../engine/items";
import { attachMethod, methodNamed } from "../engine/methods";
import { must, ref } from "../engine/refs";
import { periodEnd, setCancelAt } from "../engine/subscriptions";
import { timed } from "../engine/test-clocks";
import { invalid, missing } from "../http/errors";
import { mergedMetadata } from "../http/params";
import { idOf, type Call } from "../http/router";
import type { Context } from "../state/context";
import { copyOf } from "../state/json";
import { pendingUpdateSeconds } from "../state/moments";
import { cardError } from "./payment-intents";

export const updatable = [
  "cancel_at", "cancel_at_period_end", "cancellation_details", "default_payment_method", "description", "discounts", "items", "metadata", "off_session", "pause_collection", "payment_behavior", "proration_behavior", "proration_date",
] satisfies (keyof Stripe.SubscriptionUpdateParams)[];

const behaviours = ["allow_incomplete", "default_incomplete", "error_if_incomplete", "pending_if_incomplete"] as const;
export const prorationBehaviours = ["always_invoice", "create_prorations", "none"] as const;

export function updateSubscription(asked: Call): Stripe.Subscription {
  const { params } = asked;
  const subscription = must(asked.db.subscriptions, "subscription", idOf(asked));
  const call = timed(asked, ref(subscription.customer));
  const ended = ["canceled", "incomplete_expired"].includes(subscription.status);
  if (ended && params.entries().some(([name]) => !["metadata", "cancellation_details", "expand"].includes(name))) {
    throw invalid("A canceled subscription can only update its cancellation_details and metadata.", { code: "invalid_canceled_subscription_fields" });
  }
  const before = copyOf(subscription);
  subscription.metadata = mergedMetadata(subscription.metadata, params);
  subscription.description = params.has("description") ? params.text("description") || null : subscription.description;
  changeMethod(call, subscription);
  changeCancellation(call, subscription);
  changePause(call, subscription);
  changeDiscounts(call, subscription);
  const changes = changeItems(atDate(call), subscription, params.objects("items", itemNames));
  const behaviour = params.choice("payment_behavior", behaviours) ?? "allow_incomplete";
  if (behaviour === "error_if_incomplete" || behaviour === "pending_if_incomplete") return payBefore(call, subscription, before, changes, behaviour);
  keep(call, before, subscription);
  bill(call, subscription, changes);
  return subscription;
}

function keep(call: Call, before: Stripe.Subscription, subscription: Stripe.Subscription): void {
  call.db.subscriptions.put(subscription);
  const previous = differences(before, subscription);
  if (Object.keys(previous).length > 0) call.emit("customer.subscription.updated", subscription, previous);
}

/** Prorations are counted from `proration_date`, when one is sent. */
export function atDate(call: Call, params = call.params): Context {
  const date = params.integer("proration_date");
  return date === undefined ? call : call.at({ id: call.clock, now: date });
}

/** The change takes effect only once it is paid: else it is refused, or waits. */
function payBefore(call: Call, subscription: Stripe.Subscription, before: Stripe.Subscription, changes: ItemChanges, behaviour: "error_if_incomplete" | "pending_if_incomplete"): Stripe.Subscription {
  const wanted = subscription.items;
  const anchor = subscription.billing_cycle_anchor;
  subscription.items = before.items;
  subscription.billing_cycle_anchor = before.billing_cycle_anchor;
  const invoice = billingInvoice(call, subscription, changes);
  if (invoice) call.db.pendingUpdates.put({ id: subscription.id, invoice: invoice.id, items: wanted.data, anchor });
  const outcome = invoice?.status === "open" ? collectInvoice(call, invoice, payingMethod(call, subscription), { offSession: call.params.flag("off_session") ?? false }) : undefined;
  if (invoice && outcome && outcome.kind !== "paid") {
    if (behaviour === "error_if_incomplete") {
      call.db.pendingUpdates.remove(subscription.id);
      voidInvoice(call, invoice);
      if (outcome.kind === "refused") throw cardError(intentOf(call, invoice), outcome.refusal);
      throw invalid("This payment requires additional user action before it can be completed successfully.", { code: "subscription_payment_intent_requires_action" });
    }
    subscription.pending_update = {
      billing_cycle_anchor: null, cancel_at_period_end: null, discount: null, discounts: null, expires_at: call.now + pendingUpdateSeconds, metadata: null, subscription_items: wanted.data, trial_end: null, trial_from_plan: null,
    };
    keep(call, before, subscription);
    return subscription;
  }
  subscription.billing_cycle_anchor = anchor;
  if (outcome) return call.db.subscriptions.put(subscription); // the payment has applied it, and told
  call.db.pendingUpdates.remove(subscription.id);
  subscription.items = wanted;
  keep(call, before, subscription);
  return subscription;
}

/** `""` takes all discounts off; a list stands in for what was there. */
function changeDiscounts(call: Call, subscription: Stripe.Subscription): void {
  if (!call.params.has("discounts")) return;
  const customer = ref(subscription.customer);
  const subtotal = subscription.items.data.reduce((sum, item) => sum + (item.price.unit_amount ?? 0) * (item.quantity ?? 1), 0);
  subscription.discounts = readVouchers(call, call.params, { customer, subtotal }).map((voucher) => redeem(call, voucher, { customer, subscription: subscription.id, session: null }).id);
}

function changePause(call: Call, subscription: Stripe.Subscription): void {
  if (!call.params.has("pause_collection")) return;
  const pause = call.params.object("pause_collection", ["behavior", "resumes_at"]);
  const behavior = pause?.choice("behavior", ["keep_as_draft", "mark_uncollectible", "void"]);
  if (pause && behavior === undefined) throw missing(pause.full("behavior"));
  subscription.pause_collection = pause && behavior !== undefined ? { behavior, resumes_at: pause.integer("resumes_at") ?? null } : null;
}

function changeMethod(call: Call, subscription: Stripe.Subscription): void {
  const named = call.params.text("default_payment_method");
  if (named === undefined) return;
  const method = methodNamed(call, named, "default_payment_method");
  attachMethod(call, method, livingCustomer(call, ref(subscription.customer) ?? "").id);
  subscription.default_payment_method = method.id;
}

function changeCancellation(call: Call, subscription: Stripe.Subscription): void {
  const { params } = call;
  const atEnd = params.flag("cancel_at_period_end");
  const schedule = ref(subscription.schedule);
  if (schedule !== null && (atEnd !== undefined || params.has("cancel_at"))) {
    throw invalid(`The subscription is managed by the subscription schedule \`${schedule}\`, and updating any cancelation behavior directly is not allowed. Please update the schedule instead.`);
  }
  if (atEnd !== undefined && params.has("cancel_at")) throw invalid("You may only specify one of these parameters: cancel_at, cancel_at_period_end.", { code: "parameters_exclusive" });
  if (atEnd !== undefined) setCancelAt(call, subscription, atEnd ? periodEnd(subscription) : null, atEnd);
  if (params.has("cancel_at")) {
    const moment = params.text("cancel_at") === "" ? null : (params.integer("cancel_at") ?? null);
    if (moment !== null && moment <= call.now) throw invalid("`cancel_at` must be in the future.", { param: "cancel_at" });
    setCancelAt(call, subscription, moment, false);
  }
  const details = params.object("cancellation_details", ["comment", "feedback"]);
  if (!details || !subscription.cancellation_details) return;
  subscription.cancellation_details = { ...subscription.cancellation_details, comment: details.text("comment") ?? null, feedback: details.text("feedback") ?? null };
}

/** Bills the change, and tries the card. */
function bill(call: Call, subscription: Stripe.Subscription, changes: ItemChanges): void {
  const invoice = billingInvoice(call, subscription, changes);
  if (invoice?.status === "open") collectInvoice(call, invoice, payingMethod(call, subscription), { offSession: call.params.flag("off_session") ?? false });
}

/** Prorations go on the next invoice, or on one of their own with `always_invoice`, or nowhere with `none`. A new period is billed at once. */
function billingInvoice(call: Call, subscription: Stripe.Subscription, { prorations, cycle }: ItemChanges): Stripe.Invoice | undefined {
  const behaviour = call.params.choice("proration_behavior", prorationBehaviours) ?? "create_prorations";
  const lines = [...(behaviour === "none" ? [] : prorations), ...cycle];
  if (lines.length === 0 || subscription.status === "trialing") return undefined;
  const all = [...(call.db.pendingLines.get(subscription.id)?.lines ?? []), ...lines];
  const sum = all.reduce((total, line) => total + line.amount, 0);
  // A credit waits for the next invoice even when the client wants to bill now: there is nothing to collect.
  if (cycle.length === 0 && (behaviour === "create_prorations" || sum <= 0)) {
    call.db.pendingLines.put({ id: subscription.id, lines: all });
    return undefined;
  }
  call.db.pendingLines.remove(subscription.id);
  return issueInvoice(call, { subscription, reason: "subscription_update", lines: all, periodStart: call.now, periodEnd: call.now });
}

/** The old values of what changed. */
function differences(before: Stripe.Subscription, after: Stripe.Subscription): object {
  const now = new Map<string, unknown>(Object.entries(after));
  return Object.fromEntries(Object.entries(before).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(now.get(name))));
}
