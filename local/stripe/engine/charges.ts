import type Stripe from "stripe";
import { newId } from "../state/ids";
import type { Context } from "../state/context";
import type { Refusal } from "./cards";
import { newBalanceTransaction } from "./bookings";
import { cardBehind, emptyAddress } from "./methods";
import { ref } from "./refs";

const day = 86_400;

/** Stripe's price for a card payment: 2.9 % and 30 minor units, rounded to a whole unit. */
export function processingFee(amount: number): number {
  return Math.round((amount * 29) / 1000) + 30;
}

/** The charge that paid `intent`, with the balance transaction that books it. */
export function newPaidCharge(ctx: Context, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): Stripe.Charge {
  const charge = newCharge(ctx, intent, method, null);
  const fee = processingFee(charge.amount);
  const instant = cardBehind(ctx, method).card.instant ?? false;
  const booked = newBalanceTransaction(ctx, {
    type: "charge",
    amount: charge.amount,
    currency: charge.currency,
    fee,
    source: charge.id,
    description: charge.description,
    availableOn: instant ? ctx.now : startOfDay(ctx.now) + 2 * day,
  });
  charge.balance_transaction = booked.id;
  return ctx.db.charges.put(charge);
}

/** The charge that the issuer refused; it books nothing. */
export function newFailedCharge(ctx: Context, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod, refusal: Refusal): Stripe.Charge {
  return ctx.db.charges.put(newCharge(ctx, intent, method, refusal));
}

function newCharge(ctx: Context, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod, refusal: Refusal | null): Stripe.Charge {
  const id = newId("ch");
  const paid = refusal === null;
  return {
    id,
    object: "charge",
    amount: intent.amount,
    amount_captured: paid ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { ...method.billing_details, address: method.billing_details.address ?? emptyAddress() },
    calculated_statement_descriptor: "DIRECTFANZ",
    captured: paid,
    created: ctx.now,
    currency: intent.currency,
    customer: ref(intent.customer),
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: refusal?.code ?? null,
    failure_message: refusal?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: { ...intent.metadata },
    on_behalf_of: null,
    outcome: outcomeOf(refusal),
    paid,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: { card: cardDetails(method), type: "card" },
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: paid ? `${ctx.baseUrl}/receipts/${id}` : null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: paid ? "succeeded" : "failed",
    transfer_data: null,
    transfer_group: intent.transfer_group,
  };
}

function outcomeOf(refusal: Refusal | null): Stripe.Charge.Outcome {
  const common = { advice_code: null, network_advice_code: null, network_decline_code: null, risk_level: "normal", risk_score: 20 };
  if (refusal === null) return { ...common, network_status: "approved_by_network", reason: null, seller_message: "Payment complete.", type: "authorized" };
  return { ...common, network_status: "declined_by_network", reason: refusal.declineCode, seller_message: "The bank did not return any further details with this decline.", type: "issuer_declined" };
}

function cardDetails(method: Stripe.PaymentMethod): Stripe.Charge.PaymentMethodDetails.Card {
  const card = method.card;
  return {
    amount_authorized: null,
    authorization_code: null,
    brand: card?.brand ?? null,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
    country: card?.country ?? null,
    electronic_commerce_indicator: null,
    exp_month: card?.exp_month ?? 12,
    exp_year: card?.exp_year ?? 2030,
    fingerprint: card?.fingerprint ?? null,
    funding: card?.funding ?? null,
    installments: null,
    last4: card?.last4 ?? null,
    mandate: null,
    network: card?.brand ?? null,
    network_transaction_id: null,
    regulated_status: "unregulated",
    three_d_secure: null,
    transaction_link_id: null,
    wallet: null,
  };
}

function startOfDay(moment: number): number {
  return moment - (moment % day);
}
