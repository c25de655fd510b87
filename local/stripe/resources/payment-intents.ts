import type Stripe from "stripe";
import { intentPaid, intentRefused } from "../engine/billing";
import type { Refusal } from "../engine/cards";
import { livingCustomer } from "../engine/customers";
import { attemptPayment, newIntent } from "../engine/intents";
import { attachMethod, methodNamed } from "../engine/methods";
import { must, ref } from "../engine/refs";
import { timed } from "../engine/test-clocks";
import { invalid, StripeFailure } from "../http/errors";
import { momentFilter, pageOf, pagingNames } from "../http/lists";
import { mergedMetadata, requiredCurrency } from "../http/params";
import { idOf, type Call, type Route } from "../http/router";
import { copyOf } from "../state/json";

const confirmable = ["error_on_requires_action", "off_session", "payment_method", "receipt_email", "return_url", "setup_future_usage"] satisfies (keyof Stripe.PaymentIntentConfirmParams)[];
const creatable = [
  ...confirmable, "amount", "automatic_payment_methods", "confirm", "currency", "customer", "description", "metadata", "transfer_group",
] satisfies (keyof Stripe.PaymentIntentCreateParams)[];
const updatable = ["amount", "description", "metadata", "payment_method", "receipt_email", "transfer_group"] satisfies (keyof Stripe.PaymentIntentUpdateParams)[];

function create(asked: Call): Stripe.PaymentIntent {
  const { params } = asked;
  const call = timed(asked, params.text("customer") ?? null);
  const amount = params.requiredInteger("amount", 1);
  const currency = requiredCurrency(params);
  if (amount < 50) throw invalid("Amount must be at least 50 cents.", { code: "amount_too_small", param: "amount" });
  const customer = params.has("customer") ? livingCustomer(call, params.requiredText("customer")).id : null;
  const named = params.text("payment_method");
  const method = named === undefined ? null : methodNamed(call, named, "payment_method");
  const intent = newIntent(call, {
    amount,
    currency,
    customer,
    description: params.text("description") ?? null,
    metadata: mergedMetadata({}, params),
    receiptEmail: params.text("receipt_email") ?? null,
    setupFutureUsage: params.choice("setup_future_usage", ["off_session", "on_session"]) ?? null,
    transferGroup: params.text("transfer_group") ?? null,
  });
  const automatic = params.object("automatic_payment_methods", ["enabled", "allow_redirects"]);
  if (automatic) intent.automatic_payment_methods = { enabled: automatic.flag("enabled") ?? true, allow_redirects: automatic.text("allow_redirects") ?? "always" };
  if (method) {
    intent.payment_method = method.id;
    intent.status = "requires_confirmation";
  }
  call.db.paymentIntents.put(intent);
  return params.flag("confirm") ? confirmIntent(call, intent) : intent;
}

function confirm(call: Call): Stripe.PaymentIntent {
  const intent = must(call.db.paymentIntents, "payment_intent", idOf(call));
  return confirmIntent(timed(call, ref(intent.customer)), intent);
}

/** @throws 402 card_error when the issuer refuses; the intent then waits for another method */
function confirmIntent(call: Call, intent: Stripe.PaymentIntent): Stripe.PaymentIntent {
  const { params } = call;
  if (!["requires_payment_method", "requires_confirmation", "requires_action"].includes(intent.status)) throw unexpectedState(intent, "confirm");
  const named = params.text("payment_method") ?? ref(intent.payment_method);
  if (named === null) throw invalid("You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.", { code: "payment_intent_unexpected_state" });
  const method = methodNamed(call, named, "payment_method");
  const customer = ref(intent.customer);
  intent.setup_future_usage = params.choice("setup_future_usage", ["off_session", "on_session"]) ?? intent.setup_future_usage;
  const outcome = attemptPayment(call, intent, method, { offSession: params.text("off_session") === "true", returnUrl: params.text("return_url") ?? null });
  if (outcome.kind === "refused") {
    intentRefused(call, intent);
    throw cardError(intent, outcome.refusal);
  }
  if (outcome.kind === "paid") {
    if (customer !== null && intent.setup_future_usage !== null) attachMethod(call, method, customer);
    intentPaid(call, intent);
  }
  return intent;
}

export function cardError(intent: Stripe.PaymentIntent, refusal: Refusal): StripeFailure {
  const charge = ref(intent.latest_charge);
  const method = intent.last_payment_error?.payment_method;
  return new StripeFailure(402, {
    type: "card_error",
    code: refusal.code,
    decline_code: refusal.declineCode,
    message: refusal.message,
    ...(charge === null ? {} : { charge }),
    payment_intent: copyOf(intent),
    ...(method ? { payment_method: copyOf(method) } : {}),
  });
}

function unexpectedState(intent: Stripe.PaymentIntent, verb: string): StripeFailure {
  return new StripeFailure(400, {
    type: "invalid_request_error",
    code: "payment_intent_unexpected_state",
    message: `You cannot ${verb} this PaymentIntent because it has a status of ${intent.status}.`,
    payment_intent: copyOf(intent),
  });
}

function update(call: Call): Stripe.PaymentIntent {
  const { params } = call;
  const intent = must(call.db.paymentIntents, "payment_intent", idOf(call));
  if (params.has("amount") && ["succeeded", "canceled"].includes(intent.status)) throw unexpectedState(intent, "update the amount of");
  const named = params.text("payment_method");
  if (named !== undefined) {
    intent.payment_method = methodNamed(call, named, "payment_method").id;
    if (intent.status === "requires_payment_method") intent.status = "requires_confirmation";
  }
  if (params.has("amount")) intent.amount = params.requiredInteger("amount", 1);
  intent.description = params.text("description") ?? intent.description;
  intent.receipt_email = params.text("receipt_email") ?? intent.receipt_email;
  intent.transfer_group = params.text("transfer_group") ?? intent.transfer_group;
  intent.metadata = mergedMetadata(intent.metadata, params);
  return call.db.paymentIntents.put(intent);
}

function cancel(call: Call): Stripe.PaymentIntent {
  const intent = must(call.db.paymentIntents, "payment_intent", idOf(call));
  if (["succeeded", "canceled"].includes(intent.status)) throw unexpectedState(intent, "cancel");
  intent.status = "canceled";
  intent.canceled_at = call.now;
  intent.cancellation_reason = call.params.text("cancellation_reason") ?? null;
  intent.next_action = null;
  call.emit("payment_intent.canceled", intent);
  return call.db.paymentIntents.put(intent);
}

function list(call: Call): Stripe.ApiList<Stripe.PaymentIntent> {
  const inTime = momentFilter(call.params, "created");
  return pageOf(call, "/v1/payment_intents", call.db.paymentIntents.where({ customer: call.params.text("customer") }), "payment_intent", (row) => inTime(row.created));
}

export const paymentIntentRoutes: readonly Route[] = [
  { method: "POST", path: "/v1/payment_intents", accepts: creatable, handle: create },
  { method: "GET", path: "/v1/payment_intents", accepts: [...pagingNames, "created", "customer"], handle: list },
  { method: "GET", path: "/v1/payment_intents/:id", accepts: ["client_secret"], handle: (call) => must(call.db.paymentIntents, "payment_intent", idOf(call)) },
  { method: "POST", path: "/v1/payment_intents/:id", accepts: updatable, handle: update },
  { method: "POST", path: "/v1/payment_intents/:id/confirm", accepts: confirmable, handle: confirm },
  { method: "POST", path: "/v1/payment_intents/:id/cancel", accepts: ["cancellation_reason"], handle: cancel },
];
