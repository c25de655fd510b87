import Stripe from "stripe";
import { sha256 } from "@/lib/platform/crypto";
import type { CheckoutRail, CheckoutRequest, DiscountRequest, RailCheckout } from "../port";
import { ask, demand, stripe } from "./client";
import { idOf } from "./values";

function toCheckout(session: Stripe.Checkout.Session): RailCheckout {
  const state = session.status === "complete" ? "completed" : session.status === "expired" ? "expired" : "open";
  return { providerId: session.id, state, url: session.url ?? undefined, subscriptionId: idOf(session.subscription), customerId: idOf(session.customer) };
}

async function createCheckout(request: CheckoutRequest): Promise<RailCheckout> {
  const metadata = { checkoutId: request.checkoutId };
  const session = await demand(() =>
    stripe().checkout.sessions.create(
      {
        mode: "subscription",
        client_reference_id: request.checkoutId,
        metadata,
        subscription_data: { metadata, ...(request.trialDays > 0 ? { trial_period_days: request.trialDays } : {}) },
        ...(request.customerId ? { customer: request.customerId } : { customer_email: request.email }),
        line_items: [{ quantity: 1, price_data: { currency: request.currency, unit_amount: request.amount, recurring: { interval: request.interval }, product_data: { name: request.productName } } }],
        ...(request.discountId ? { discounts: [{ coupon: request.discountId }] } : {}),
        success_url: request.successUrl,
        cancel_url: request.cancelUrl,
        expires_at: Math.floor(request.expiresAt.getTime() / 1_000),
      },
      // What is said of the sale may have changed since a first try that got no answer: other parameters, another key.
      { idempotencyKey: `${request.checkoutId}:${sha256(JSON.stringify(request)).slice(0, 16)}` },
    ),
  );
  return toCheckout(session);
}

async function ensureDiscount({ discountId, name, percentOff, amountOff, currency, duration, months }: DiscountRequest): Promise<void> {
  const off = percentOff === null ? { amount_off: amountOff ?? 0, currency } : { percent_off: percentOff };
  try {
    await ask(() => stripe().coupons.create({ id: discountId, name, ...off, ...(duration === "months" ? { duration: "repeating", duration_in_months: months ?? 1 } : { duration }), metadata: { promotionId: discountId } }, { idempotencyKey: `discount:${discountId}` }));
  } catch (error) {
    // Made before, more than a day ago.
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_already_exists")) throw error;
  }
}

async function expireCheckout(providerId: string): Promise<RailCheckout | undefined> {
  try {
    return toCheckout(await stripe().checkout.sessions.expire(providerId));
  } catch (error) {
    // Not open any more: what it has become is what the caller needs to know.
    if (error instanceof Stripe.errors.StripeInvalidRequestError) return readCheckout(providerId);
    return ask(() => Promise.reject(error as Error));
  }
}

async function readCheckout(providerId: string): Promise<RailCheckout | undefined> {
  const session = await ask(() => stripe().checkout.sessions.retrieve(providerId));
  return session && toCheckout(session);
}

export const checkouts: CheckoutRail = { ensureDiscount, createCheckout, readCheckout, expireCheckout };
