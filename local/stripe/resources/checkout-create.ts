import type Stripe from "stripe";
import { productName } from "../engine/catalog";
import { livingCustomer } from "../engine/customers";
import { readVouchers, reduction } from "../engine/discounts";
import { inlinePrice } from "../engine/inline-price";
import { must } from "../engine/refs";
import { invalid, missing } from "../http/errors";
import { mergedMetadata, type Params } from "../http/params";
import type { Call } from "../http/router";
import { newId, randomText } from "../state/ids";
import type { CheckoutPlan } from "../state/tables";

/** Cosmetic parameters are taken and have no effect here. */
const cosmetic = ["billing_address_collection", "locale", "submit_type", "payment_method_collection", "customer_update", "origin_context"] satisfies (keyof Stripe.Checkout.SessionCreateParams)[];
export const sessionCreated = [
  ...cosmetic, "allow_promotion_codes", "cancel_url", "client_reference_id", "currency", "customer", "customer_creation", "customer_email", "discounts", "expires_at", "line_items",
  "metadata", "mode", "payment_intent_data", "setup_intent_data", "subscription_data", "success_url", "ui_mode",
] satisfies (keyof Stripe.Checkout.SessionCreateParams)[];

type Mode = "payment" | "setup" | "subscription";

const minute = 60;
const hour = 3600;

export function createSession(call: Call): Stripe.Checkout.Session {
  const { params } = call;
  const mode = params.choice("mode", ["payment", "subscription", "setup"]);
  if (mode === undefined) throw missing("mode");
  if ((params.choice("ui_mode", ["hosted_page", "embedded_page", "form", "elements"]) ?? "hosted_page") !== "hosted_page") throw invalid("The Stripe double offers `hosted_page` only.", { param: "ui_mode" });
  const id = newId("cs_test");
  const base = readSession(call, mode);
  const plan = readPlan(call, id, mode);
  const subtotal = plan.lineItems.reduce((sum, item) => sum + item.amount_total, 0);
  const typed = params.flag("allow_promotion_codes") ?? null;
  if (typed && params.has("discounts")) throw invalid("You may only specify one of these parameters: allow_promotion_codes, discounts.", { code: "parameters_exclusive" });
  const [voucher] = readVouchers(call, params, { customer: base.customer, subtotal });
  const off = voucher ? reduction(voucher.coupon, subtotal) : 0;
  call.db.plans.put(plan);
  return call.db.sessions.put({
    id,
    object: "checkout.session",
    ...untouched,
    ...base,
    allow_promotion_codes: typed,
    amount_subtotal: mode === "setup" ? null : subtotal,
    amount_total: mode === "setup" ? null : subtotal - off,
    created: call.now,
    currency: plan.lineItems[0]?.currency ?? params.text("currency") ?? null,
    discounts: voucher ? [{ coupon: voucher.coupon.id, promotion_code: voucher.code?.id ?? null }] : [],
    mode,
    payment_method_collection: mode !== "payment" ? "always" : "if_required",
    total_details: { amount_discount: off, amount_shipping: 0, amount_tax: 0 },
    url: `${call.baseUrl}/c/pay/${id}#${randomText(32)}`,
  });
}

function readSession(call: Call, mode: Mode) {
  const { params } = call;
  const customer = params.text("customer") ?? null;
  const email = params.text("customer_email") ?? null;
  if (customer !== null && email !== null) throw invalid("You may only specify one of these parameters: customer, customer_email.", { code: "parameters_exclusive" });
  const known = customer === null ? null : livingCustomer(call, customer);
  if (email !== null && !/^\S+@\S+\.\S+$/.test(email)) throw invalid(`Invalid email address: ${email}`, { code: "email_invalid", param: "customer_email" });
  return {
    cancel_url: params.text("cancel_url") ?? null,
    client_reference_id: params.text("client_reference_id") ?? null,
    customer,
    customer_creation: mode === "payment" && customer === null ? (params.choice("customer_creation", ["always", "if_required"]) ?? "if_required") : mode !== "payment" && customer === null ? "always" : null,
    customer_email: email,
    customer_details: known || email !== null ? { address: null, business_name: null, email: known?.email ?? email, individual_name: null, name: null, phone: null, tax_exempt: "none", tax_ids: null } : null,
    expires_at: readExpiry(call),
    metadata: mergedMetadata({}, params),
    success_url: params.requiredText("success_url"),
  } satisfies Partial<Stripe.Checkout.Session>;
}

function readExpiry(call: Call): number {
  const expiresAt = call.params.integer("expires_at") ?? call.now + 24 * hour;
  // A second of grace: the client computed it a moment ago.
  if (expiresAt < call.now + 30 * minute - 1) throw invalid("The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.", { param: "expires_at" });
  if (expiresAt > call.now + 24 * hour + 1) throw invalid("The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.", { param: "expires_at" });
  return expiresAt;
}

function readPlan(call: Call, id: string, mode: Mode): CheckoutPlan {
  const { params } = call;
  if (mode === "payment" && params.has("subscription_data")) throw invalid("You can not pass `subscription_data` in `payment` mode.", { param: "subscription_data" });
  if (mode === "subscription" && params.has("payment_intent_data")) throw invalid("You can not pass `payment_intent_data` in `subscription` mode.", { param: "payment_intent_data" });
  const subscription = params.object("subscription_data", ["description", "metadata", "trial_period_days"]);
  const setup = params.object("setup_intent_data", ["description", "metadata"]);
  const payment = params.object("payment_intent_data", ["description", "metadata", "receipt_email", "setup_future_usage", "statement_descriptor_suffix", "transfer_group"]);
  return {
    id,
    lineItems: mode === "setup" ? [] : readLineItems(call, mode),
    setup: { metadata: setup ? mergedMetadata({}, setup) : {} },
    subscription: {
      metadata: subscription ? mergedMetadata({}, subscription) : {},
      description: subscription?.text("description") ?? null,
      trialDays: subscription?.has("trial_period_days") ? subscription.requiredInteger("trial_period_days", 1) : 0,
    },
    payment: {
      metadata: payment ? mergedMetadata({}, payment) : {},
      description: payment?.text("description") ?? null,
      receiptEmail: payment?.text("receipt_email") ?? null,
      descriptorSuffix: payment?.text("statement_descriptor_suffix") ?? null,
      transferGroup: payment?.text("transfer_group") ?? null,
      setupFutureUsage: payment?.choice("setup_future_usage", ["off_session", "on_session"]) ?? null,
    },
    intent: null,
    method: null,
  };
}

function readLineItems(call: Call, mode: "payment" | "subscription"): Stripe.LineItem[] {
  const lines = call.params.objects("line_items", ["price", "price_data", "quantity"]);
  if (lines.length === 0) throw missing("line_items");
  const items = lines.map((line) => readLineItem(call, line));
  const recurring = items.some((item) => item.price?.recurring);
  if (mode === "payment" && recurring) {
    throw invalid("You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.", { param: "line_items" });
  }
  if (mode === "subscription" && !recurring) throw invalid("You must provide at least one recurring price in `subscription` mode when using prices.", { param: "line_items" });
  if (new Set(items.map((item) => item.currency)).size > 1) throw invalid("All prices on a Checkout session must have the same currency.", { param: "line_items" });
  return items;
}

function readLineItem(call: Call, line: Params): Stripe.LineItem {
  const named = line.text("price");
  const inline = line.object("price_data");
  if (named === undefined && !inline) throw missing(line.full("price"));
  const quantity = line.requiredInteger("quantity", 1);
  const price = inline ? inlinePrice(call, inline) : must(call.db.prices, "price", named ?? "", line.full("price"));
  if (!inline && !price.active) throw invalid(`The price specified is inactive. This field only accepts active prices.`, { param: line.full("price") });
  const amount = (price.unit_amount ?? 0) * quantity;
  return {
    id: newId("li"), object: "item", adjustable_quantity: null, amount_discount: 0, amount_subtotal: amount, amount_tax: 0, amount_total: amount,
    currency: price.currency, description: productName(call, price), metadata: {}, price, quantity,
  };
}

/** The fields that every fresh session has alike. */
const untouched = {
  adaptive_pricing: { enabled: false },
  after_expiration: null,
  allow_promotion_codes: null,
  allowed_payment_method_types: null,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  billing_address_collection: null,
  client_secret: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [],
  custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
  customer_account: null,
  discounts: [],
  integration_identifier: null,
  invoice: null,
  invoice_creation: null,
  livemode: false,
  locale: null,
  managed_payments: null,
  origin_context: null,
  payment_intent: null,
  payment_link: null,
  payment_method_configuration_details: null,
  payment_method_options: {},
  payment_method_types: ["card"],
  payment_status: "unpaid",
  permissions: null,
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  status: "open",
  submit_type: null,
  subscription: null,
  ui_mode: "hosted_page",
  wallet_options: null,
} satisfies Partial<Stripe.Checkout.Session>;
