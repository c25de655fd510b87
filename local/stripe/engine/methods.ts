import { createHash } from "node:crypto";
import type Stripe from "stripe";
import { invalid, noSuch } from "../http/errors";
import { newId } from "../state/ids";
import type { Context } from "../state/context";
import { cardNamed, cardOf, type TestCard } from "./cards";

export interface CardDetails {
  number: string;
  expMonth: number;
  /** Four digits. */
  expYear: number;
  name: string | null;
  email: string | null;
}

/** Saves a card as a payment method that belongs to nobody yet. */
export function newCardMethod(ctx: Context, details: CardDetails): Stripe.PaymentMethod {
  const id = newId("pm");
  ctx.db.cards.put({ id, number: details.number, authenticated: false });
  return ctx.db.paymentMethods.put({
    id,
    object: "payment_method",
    allow_redisplay: "limited",
    billing_details: { address: emptyAddress(), email: details.email, name: details.name, phone: null, tax_id: null },
    card: cardFace(details),
    created: ctx.now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: "card",
  });
}

function cardFace(details: CardDetails): Stripe.PaymentMethod.Card {
  const { brand, country = "US" } = cardOf(details.number);
  return {
    brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
    country,
    display_brand: brand,
    exp_month: details.expMonth,
    exp_year: details.expYear,
    fingerprint: createHash("sha256").update(details.number).digest("hex").slice(0, 16),
    funding: "credit",
    generated_from: null,
    last4: details.number.slice(-4),
    networks: { available: [brand], preferred: null },
    regulated_status: "unregulated",
    three_d_secure_usage: { supported: true },
    wallet: null,
  };
}

export function emptyAddress(): Stripe.Address {
  return { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };
}

/** Gives the method to the customer; again to the same customer changes nothing. */
export function attachMethod(ctx: Context, method: Stripe.PaymentMethod, customer: string): void {
  if (method.customer === customer) return;
  if (method.customer !== null) throw invalid("The payment method you provided has already been attached to a customer.", { code: "payment_method_unexpected_state" });
  method.customer = customer;
  ctx.db.paymentMethods.put(method);
  ctx.emit("payment_method.attached", method);
}

/**
 * The method a client names: an id of ours, or one of Stripe's `pm_card_…` test names, which makes a new one.
 * @throws resource_missing
 */
export function methodNamed(ctx: Context, token: string, param: string): Stripe.PaymentMethod {
  const known = ctx.db.paymentMethods.get(token);
  if (known) return known;
  const card = cardNamed(token);
  if (!card) throw noSuch("PaymentMethod", token, param);
  return newCardMethod(ctx, { number: card.number, expMonth: 12, expYear: new Date(ctx.now * 1000).getUTCFullYear() + 1, name: null, email: null });
}

/** The test card behind a saved method, and whether its holder has passed 3-D Secure. */
export function cardBehind(ctx: Context, method: Stripe.PaymentMethod): { card: TestCard; authenticated: boolean } {
  const secret = ctx.db.cards.get(method.id);
  return { card: cardOf(secret?.number ?? ""), authenticated: secret?.authenticated ?? false };
}

export function rememberAuthentication(ctx: Context, method: Stripe.PaymentMethod): void {
  const secret = ctx.db.cards.get(method.id);
  if (secret) ctx.db.cards.put({ ...secret, authenticated: true });
}
