import Stripe from "stripe";
import { sha256 } from "@/lib/platform/crypto";
import type { RailPayment, UndonePayment } from "../port";
import { ask, demand, stripe } from "./client";
import { paymentOf } from "./payments";
import { undoCharge } from "./undo-charge";
import { idOf } from "./values";

export interface OrderRequest {
  /** Our row's id: the idempotency key, and what the provider's objects carry back to us. */
  orderId: string;
  customerId: string | undefined;
  email: string;
  name: string;
  amount: number;
  currency: string;
  successUrl: string;
  cancelUrl: string;
  expiresAt: Date;
}

export interface OrderPage {
  providerId: string;
  state: "open" | "paid" | "expired";
  url: string | undefined;
  customerId: string | undefined;
  paymentIntentId: string | undefined;
}

/** Something paid for once, on the provider's own page. Throws ProviderFailed when it is away. */
export interface OrdersRail {
  createOrderPage: (request: OrderRequest) => Promise<OrderPage>;
  readOrderPage: (providerId: string) => Promise<OrderPage | undefined>;
  /** Closes an open page; says what it was when it could not be closed any more. */
  expireOrderPage: (providerId: string) => Promise<OrderPage | undefined>;
  readOrderPayment: (paymentIntentId: string) => Promise<RailPayment>;
  /** Returns all of a payment, once however often it is asked. */
  undoOrderPayment: (paymentIntentId: string) => Promise<UndonePayment>;
}

function toPage(session: Stripe.Checkout.Session): OrderPage {
  const state = session.status === "complete" && session.payment_status === "paid" ? "paid" : session.status === "expired" ? "expired" : "open";
  return { providerId: session.id, state, url: session.url ?? undefined, customerId: idOf(session.customer), paymentIntentId: idOf(session.payment_intent) };
}

export const stripeOrders: OrdersRail = {
  createOrderPage: async (request) => {
    const metadata = { orderId: request.orderId };
    const session = await demand(() =>
      stripe().checkout.sessions.create(
        {
          mode: "payment",
          client_reference_id: request.orderId,
          metadata,
          payment_intent_data: { metadata },
          ...(request.customerId ? { customer: request.customerId } : { customer_email: request.email }),
          line_items: [{ quantity: 1, price_data: { currency: request.currency, unit_amount: request.amount, product_data: { name: request.name } } }],
          success_url: request.successUrl,
          cancel_url: request.cancelUrl,
          expires_at: Math.floor(request.expiresAt.getTime() / 1_000),
        },
        { idempotencyKey: `${request.orderId}:${sha256(JSON.stringify(request)).slice(0, 16)}` },
      ),
    );
    return toPage(session);
  },
  readOrderPage: async (providerId) => {
    const session = await ask(() => stripe().checkout.sessions.retrieve(providerId));
    return session && toPage(session);
  },
  expireOrderPage: async (providerId) => {
    try {
      return toPage(await stripe().checkout.sessions.expire(providerId));
    } catch (error) {
      if (error instanceof Stripe.errors.StripeInvalidRequestError) return stripeOrders.readOrderPage(providerId);
      return ask(() => Promise.reject(error as Error));
    }
  },
  readOrderPayment: paymentOf,
  undoOrderPayment: async (paymentIntentId) => {
    const { chargeId, gross, fee, currency, paidAt } = await paymentOf(paymentIntentId);
    return { chargeId, refundId: await undoCharge({ chargeId, paymentIntentId }), amount: gross, fee, currency, paidAt };
  },
};
