import type Stripe from "stripe";
import { collectInvoice, payingMethod } from "../engine/billing";
import { planOf } from "../engine/catalog";
import { livingCustomer } from "../engine/customers";
import { issueInvoice } from "../engine/invoices";
import { prorationLine } from "../engine/lines";
import { attachMethod, methodNamed } from "../engine/methods";
import { must, ref } from "../engine/refs";
import { newItem, periodEnd, periodStart, setCancelAt } from "../engine/subscriptions";
import { invalid } from "../http/errors";
import { mergedMetadata, type Params } from "../http/params";
import { idOf, type Call } from "../http/router";
import { copyOf } from "../state/json";
import { inlinePrice } from "./catalog";

export const updatable = [
  "cancel_at", "cancel_at_period_end", "cancellation_details", "default_payment_method", "description", "items", "metadata", "off_session", "payment_behavior", "proration_behavior",
] satisfies (keyof Stripe.SubscriptionUpdateParams)[];

export function updateSubscription(call: Call): Stripe.Subscription {
  const { params } = call;
  const subscription = must(call.db.subscriptions, "subscription", idOf(call));
  const ended = ["canceled", "incomplete_expired"].includes(subscription.status);
  if (ended && params.entries().some(([name]) => !["metadata", "cancellation_details", "expand"].includes(name))) {
    throw invalid("A canceled subscription can only update its cancellation_details and metadata.", { code: "invalid_canceled_subscription_fields" });
  }
  const before = copyOf(subscription);
  subscription.metadata = mergedMetadata(subscription.metadata, params);
  subscription.description = params.has("description") ? params.text("description") || null : subscription.description;
  changeMethod(call, subscription);
  changeCancellation(call, subscription);
  const prorations = changeItems(call, subscription);
  call.db.subscriptions.put(subscription);
  const previous = differences(before, subscription);
  if (Object.keys(previous).length > 0) call.emit("customer.subscription.updated", subscription, previous);
  bill(call, subscription, prorations);
  return subscription;
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

/** Changes, adds and removes items; returns the lines that even out the rest of the period. */
function changeItems(call: Call, subscription: Stripe.Subscription): Stripe.InvoiceLineItem[] {
  return call.params.objects("items", ["deleted", "id", "metadata", "price", "price_data", "quantity"]).flatMap((change) => {
    const id = change.text("id");
    if (id === undefined) return addItem(call, subscription, change);
    const item = subscription.items.data.find((one) => one.id === id);
    if (!item) throw invalid(`No such subscription item: '${id}'`, { code: "resource_missing", param: change.full("id") });
    const credit = prorationLine(call, item, item.price, item.quantity ?? 1, -1);
    if (change.flag("deleted")) {
      subscription.items.data = subscription.items.data.filter((one) => one.id !== id);
      return [credit];
    }
    return changeItem(call, item, change) ? [credit, prorationLine(call, item, item.price, item.quantity ?? 1, 1)] : [];
  });
}

function changeItem(call: Call, item: Stripe.SubscriptionItem, change: Params): boolean {
  const price = readPrice(call, change) ?? item.price;
  const quantity = change.has("quantity") ? change.requiredInteger("quantity", 0) : item.quantity;
  const changed = price.id !== item.price.id || quantity !== item.quantity;
  item.metadata = mergedMetadata(item.metadata, change);
  item.price = price;
  item.plan = planOf(price);
  if (quantity !== undefined) item.quantity = quantity;
  return changed;
}

function addItem(call: Call, subscription: Stripe.Subscription, change: Params): Stripe.InvoiceLineItem[] {
  const price = readPrice(call, change);
  if (!price) throw invalid("Missing required param: price.", { code: "parameter_missing", param: change.full("price") });
  const quantity = change.has("quantity") ? change.requiredInteger("quantity", 0) : 1;
  const item = { ...newItem(call, subscription.id, { price, quantity }, null), current_period_start: periodStart(subscription), current_period_end: periodEnd(subscription) };
  subscription.items.data.push(item);
  return [prorationLine(call, item, price, quantity, 1)];
}

function readPrice(call: Call, change: Params): Stripe.Price | undefined {
  const inline = change.object("price_data");
  if (inline) return inlinePrice(call, inline);
  const named = change.text("price");
  return named === undefined ? undefined : must(call.db.prices, "price", named, change.full("price"));
}

/** Prorations go on the next invoice, or on one of their own with `always_invoice`, or nowhere with `none`. */
function bill(call: Call, subscription: Stripe.Subscription, lines: Stripe.InvoiceLineItem[]): void {
  const behaviour = call.params.choice("proration_behavior", ["always_invoice", "create_prorations", "none"]) ?? "create_prorations";
  if (lines.length === 0 || behaviour === "none" || subscription.status === "trialing") return;
  const waiting = call.db.pendingLines.get(subscription.id)?.lines ?? [];
  const all = [...waiting, ...lines];
  const sum = all.reduce((total, line) => total + line.amount, 0);
  // A credit waits for the next invoice even when the client wants to bill now: there is nothing to collect.
  if (behaviour === "create_prorations" || sum <= 0) {
    call.db.pendingLines.put({ id: subscription.id, lines: all });
    return;
  }
  call.db.pendingLines.remove(subscription.id);
  const invoice = issueInvoice(call, { subscription, reason: "subscription_update", lines: all, periodStart: call.now, periodEnd: call.now });
  if (invoice.status === "open") collectInvoice(call, invoice, payingMethod(call, subscription), { offSession: call.params.flag("off_session") ?? false });
}

/** The old values of what changed. */
function differences(before: Stripe.Subscription, after: Stripe.Subscription): object {
  const now = new Map<string, unknown>(Object.entries(after));
  return Object.fromEntries(Object.entries(before).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(now.get(name))));
}
