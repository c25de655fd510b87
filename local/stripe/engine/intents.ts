import type Stripe from "stripe";
import { copyOf } from "../state/json";
import { newId, randomText } from "../state/ids";
import type { Context } from "../state/context";
import { genericDecline, verdict, type Refusal } from "./cards";
import { newFailedCharge, newPaidCharge } from "./charges";
import { openDispute } from "./disputes";
import { cardBehind, rememberAuthentication } from "./methods";
import { newWarning } from "./warnings";

export interface IntentDetails {
  /** Minor units. */
  amount: number;
  currency: string;
  customer: string | null;
  description: string | null;
  metadata: Record<string, string>;
  receiptEmail?: string | null;
  setupFutureUsage?: "off_session" | "on_session" | null;
  transferGroup?: string | null;
  returnUrl?: string | null;
}

export function newIntent(ctx: Context, details: IntentDetails): Stripe.PaymentIntent {
  const id = newId("pi");
  const intent: Stripe.PaymentIntent = {
    id,
    object: "payment_intent",
    allowed_payment_method_types: null,
    amount: details.amount,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: "automatic",
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: "automatic",
    created: ctx.now,
    currency: details.currency,
    customer: details.customer,
    customer_account: null,
    description: details.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: details.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ["card"],
    payment_record: null,
    processing: null,
    receipt_email: details.receiptEmail ?? null,
    review: null,
    setup_future_usage: details.setupFutureUsage ?? null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: "requires_payment_method",
    transfer_group: details.transferGroup ?? null,
  };
  ctx.db.paymentIntents.put(intent);
  ctx.emit("payment_intent.created", intent);
  return intent;
}

export type Attempt = { kind: "paid" } | { kind: "authenticate" } | { kind: "refused"; refusal: Refusal };

export interface AttemptOptions {
  /** The holder is not there, as at a renewal. */
  offSession: boolean;
  /** The holder has just completed 3-D Secure for this payment. */
  passedNow?: boolean;
  /** Where the holder goes after 3-D Secure, when the app confirmed the intent itself. */
  returnUrl?: string | null;
  /** What the issuer has said already. */
  answer?: Answer;
}
type Answer = ReturnType<typeof verdict>;

/** Asks the issuer, without recording anything. Asked twice it may answer otherwise: what is acted on twice is handed on. */
export function ask(ctx: Context, method: Stripe.PaymentMethod, options: AttemptOptions): Answer {
  const { card, authenticated } = cardBehind(ctx, method);
  const asked = verdict(card, { offSession: options.offSession, authenticated, passedNow: options.passedNow ?? false });
  return asked.kind === "pays" && ctx.declines() ? { kind: "refuses", refusal: genericDecline } : asked;
}

/** Tries to pay `intent` with `method`, and records the charge, the booking and the events of the outcome. */
export function attemptPayment(ctx: Context, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod, options: AttemptOptions): Attempt {
  const answer = options.answer ?? ask(ctx, method, options);
  if (answer.kind === "refuses") {
    refuseIntent(ctx, intent, method, answer.refusal);
    return { kind: "refused", refusal: answer.refusal };
  }
  if (answer.kind === "authenticates") {
    requireAction(ctx, intent, method, options.returnUrl ?? null);
    return { kind: "authenticate" };
  }
  if (options.passedNow) rememberAuthentication(ctx, method);
  settleIntent(ctx, intent, method);
  return { kind: "paid" };
}

function settleIntent(ctx: Context, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): void {
  const charge = newPaidCharge(ctx, intent, method);
  intent.status = "succeeded";
  intent.amount_received = intent.amount;
  intent.latest_charge = charge.id;
  intent.payment_method = method.id;
  intent.last_payment_error = null;
  intent.next_action = null;
  ctx.db.paymentIntents.put(intent);
  ctx.emit("charge.succeeded", charge);
  ctx.emit("payment_intent.succeeded", intent);
  const { trouble } = cardBehind(ctx, method).card;
  if (!trouble) return;
  if ("warning" in trouble) newWarning(ctx, charge, trouble.warning);
  else openDispute(ctx, charge, { reason: trouble.dispute, inquiry: trouble.inquiry ?? false });
}

function refuseIntent(ctx: Context, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod, refusal: Refusal): void {
  const charge = newFailedCharge(ctx, intent, method, refusal);
  intent.latest_charge = charge.id;
  ctx.emit("charge.failed", charge);
  failIntent(ctx, intent, {
    type: "card_error",
    charge: charge.id,
    code: refusal.code,
    decline_code: refusal.declineCode,
    doc_url: `https://stripe.com/docs/error-codes/${refusal.code.replaceAll("_", "-")}`,
    message: refusal.message,
    payment_method: copyOf(method),
  });
}

/** The holder failed 3-D Secure: nothing was charged, another method may be tried. */
export function failAuthentication(ctx: Context, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): void {
  failIntent(ctx, intent, {
    type: "invalid_request_error",
    code: "payment_intent_authentication_failure",
    doc_url: "https://stripe.com/docs/error-codes/payment-intent-authentication-failure",
    message: authenticationFailure,
    payment_method: copyOf(method),
  });
}

export const authenticationFailure = "We are unable to authenticate your payment method. Please choose a different payment method and try again.";

function failIntent(ctx: Context, intent: Stripe.PaymentIntent, error: Stripe.PaymentIntent.LastPaymentError): void {
  intent.status = "requires_payment_method";
  intent.payment_method = null;
  intent.next_action = null;
  intent.last_payment_error = error;
  ctx.db.paymentIntents.put(intent);
  ctx.emit("payment_intent.payment_failed", intent);
}

function requireAction(ctx: Context, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod, returnUrl: string | null): void {
  intent.status = "requires_action";
  intent.payment_method = method.id;
  intent.next_action = { type: "redirect_to_url", redirect_to_url: { return_url: returnUrl, url: `${ctx.baseUrl}/authenticate/${intent.id}` } };
  ctx.db.paymentIntents.put(intent);
  ctx.emit("payment_intent.requires_action", intent);
}
