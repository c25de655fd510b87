import type Stripe from "stripe";
import { intentOf, issueFirstInvoice, collectInvoice, payingMethod } from "../engine/billing";
import { livingCustomer } from "../engine/customers";
import { readVouchers } from "../engine/discounts";
import { inlinePrice } from "../engine/inline-price";
import { voidInvoice } from "../engine/invoices";
import { methodNamed, attachMethod } from "../engine/methods";
import { must, ref } from "../engine/refs";
import { endSubscription, newSubscription, setStatus } from "../engine/subscriptions";
import { timed } from "../engine/test-clocks";
import { invalid, missing } from "../http/errors";
import { momentFilter, pageOf, pagingNames } from "../http/lists";
import { mergedMetadata, type Params } from "../http/params";
import { idOf, type Call, type Route } from "../http/router";
import { cardError } from "./payment-intents";
import { updatable, updateSubscription } from "./subscription-update";

const behaviours = ["allow_incomplete", "default_incomplete", "error_if_incomplete"] as const;
const creatable = [
  "cancel_at_period_end", "collection_method", "customer", "default_payment_method", "description", "discounts", "items", "metadata", "off_session", "payment_behavior", "payment_settings", "trial_end", "trial_period_days",
] satisfies (keyof Stripe.SubscriptionCreateParams)[];
const day = 86_400;

function create(asked: Call): Stripe.Subscription {
  const { params } = asked;
  const call = timed(asked, params.text("customer") ?? null);
  const customer = livingCustomer(call, params.requiredText("customer"));
  const prices = params.objects("items", ["price", "price_data", "quantity", "metadata"]).map((item) => readItem(call, item));
  if (prices.length === 0) throw missing("items");
  const behaviour = params.choice("payment_behavior", behaviours) ?? "allow_incomplete";
  const method = readDefaultMethod(call, customer);
  const trialEnd = readTrialEnd(call);
  const fallback = ref(customer.invoice_settings.default_payment_method);
  if (!method && fallback === null && trialEnd === null && behaviour !== "default_incomplete") {
    throw invalid("This customer has no attached payment source or default payment method. Please consider adding a default payment method. For more information, visit https://stripe.com/docs/billing/subscriptions/payment-methods-setting#payment-method-priority.", { code: "resource_missing" });
  }
  const subtotal = prices.reduce((sum, { price, quantity }) => sum + (price.unit_amount ?? 0) * quantity, 0);
  const vouchers = readVouchers(call, params, { customer: customer.id, subtotal });
  const subscription = newSubscription(call, { customer: customer.id, prices, metadata: mergedMetadata({}, params), description: params.text("description") ?? null, defaultMethod: method?.id ?? null, trialEnd, vouchers });
  if (params.flag("cancel_at_period_end")) subscription.cancel_at_period_end = true;
  payFirst(call, subscription, behaviour);
  return subscription;
}

function payFirst(call: Call, subscription: Stripe.Subscription, behaviour: (typeof behaviours)[number]): void {
  const invoice = issueFirstInvoice(call, subscription);
  if (invoice.status === "paid") {
    if (subscription.status === "incomplete") setStatus(call, subscription, "active");
    return;
  }
  if (behaviour === "default_incomplete") {
    intentOf(call, invoice);
    return;
  }
  const outcome = collectInvoice(call, invoice, payingMethod(call, subscription), { offSession: call.params.flag("off_session") ?? false });
  if (outcome.kind !== "refused" || behaviour !== "error_if_incomplete") return;
  voidInvoice(call, invoice);
  endSubscription(call, subscription, "payment_failed");
  throw cardError(intentOf(call, invoice), outcome.refusal);
}

export function readItem(call: Call, item: Params): { price: Stripe.Price; quantity: number; metadata: Record<string, string> } {
  const named = item.text("price");
  const inline = item.object("price_data");
  if (named === undefined && !inline) throw missing(item.full("price"));
  const price = inline ? inlinePrice(call, inline) : must(call.db.prices, "price", named ?? "", item.full("price"));
  if (!price.recurring) throw invalid(`The price specified is set to \`type=one_time\` but this field only accepts prices with \`type=recurring\`.`, { param: item.full("price") });
  return { price, quantity: item.has("quantity") ? item.requiredInteger("quantity", 0) : 1, metadata: mergedMetadata({}, item) };
}

function readDefaultMethod(call: Call, customer: Stripe.Customer): Stripe.PaymentMethod | null {
  const named = call.params.text("default_payment_method");
  if (named === undefined) return null;
  const method = methodNamed(call, named, "default_payment_method");
  attachMethod(call, method, customer.id);
  return method;
}

function readTrialEnd(call: Call): number | null {
  const { params } = call;
  if (params.has("trial_period_days")) return call.now + params.requiredInteger("trial_period_days", 1) * day;
  return params.text("trial_end") === "now" ? null : (params.integer("trial_end") ?? null);
}

function cancel(asked: Call): Stripe.Subscription {
  const subscription = must(asked.db.subscriptions, "subscription", idOf(asked));
  const call = timed(asked, ref(subscription.customer));
  if (["canceled", "incomplete_expired"].includes(subscription.status)) throw invalid(`No such subscription: '${subscription.id}'`, { code: "resource_missing", param: "id" });
  const details = call.params.object("cancellation_details", ["comment", "feedback"]);
  if (details) subscription.cancellation_details = { comment: details.text("comment") ?? null, feedback: details.text("feedback") ?? null, feedback_option: null, reason: null };
  const invoice = call.db.invoices.get(ref(subscription.latest_invoice) ?? "");
  if (invoice?.status === "open") {
    invoice.auto_advance = false;
    invoice.next_payment_attempt = null;
    call.db.invoices.put(invoice);
  }
  endSubscription(call, subscription, "cancellation_requested");
  return subscription;
}

function list(call: Call): Stripe.ApiList<Stripe.Subscription> {
  const { params } = call;
  const inTime = momentFilter(params, "created");
  const status = params.text("status");
  const rows = call.db.subscriptions.where({ customer: params.text("customer") });
  return pageOf(call, "/v1/subscriptions", rows, "subscription", (row) => inTime(row.created) && inStatus(row, status) && hasPrice(row, params.text("price")));
}

/** Without a status, Stripe leaves out what is canceled. */
function inStatus(row: Stripe.Subscription, status: string | undefined): boolean {
  if (status === "all") return true;
  if (status === "ended") return ["canceled", "incomplete_expired"].includes(row.status);
  return status === undefined ? row.status !== "canceled" : row.status === status;
}

function hasPrice(row: Stripe.Subscription, price: string | undefined): boolean {
  return price === undefined || row.items.data.some((item) => item.price.id === price);
}

export const subscriptionRoutes: readonly Route[] = [
  { method: "POST", path: "/v1/subscriptions", accepts: creatable, handle: create },
  { method: "GET", path: "/v1/subscriptions", accepts: [...pagingNames, "created", "customer", "price", "status"], handle: list },
  { method: "GET", path: "/v1/subscriptions/:id", accepts: [], handle: (call) => must(call.db.subscriptions, "subscription", idOf(call)) },
  { method: "POST", path: "/v1/subscriptions/:id", accepts: updatable, handle: updateSubscription },
  { method: "DELETE", path: "/v1/subscriptions/:id", accepts: ["cancellation_details", "invoice_now", "prorate"], handle: cancel },
];
