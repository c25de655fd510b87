import Stripe from "stripe";
import { ask, demand, stripe } from "./client";

export interface RailRefund {
  providerId: string;
  chargeId: string;
  amount: number;
  currency: string;
  state: "pending" | "succeeded" | "failed";
  failureReason: string | undefined;
  /** Ours, from the metadata we gave. */
  refundId: string | undefined;
  createdAt: Date;
}

export interface RefundRequest {
  /** Our row's id: the idempotency key. */
  refundId: string;
  chargeId: string;
  amount: number;
  why: "requested_by_customer" | "fraudulent" | "duplicate";
}

/** How refunds are asked for at a rail. Throws ProviderFailed when it is away. */
export interface RefundsRail {
  /** Returns money. A refusal for good (disputed, returned already) is an answer, not an error: `refused` says it in the provider's words. */
  refund: (request: RefundRequest) => Promise<{ refund: RailRefund; refused?: undefined } | { refund?: undefined; refused: string }>;
  /** All refunds of one charge, newest first; whoever asked for them. */
  refundsOf: (chargeId: string) => Promise<RailRefund[]>;
  readRefund: (providerId: string) => Promise<RailRefund | undefined>;
}

const idOf = (value: string | { id: string } | null | undefined): string => (typeof value === "string" ? value : (value?.id ?? ""));

function toRefund(refund: Stripe.Refund): RailRefund {
  const state = refund.status === "succeeded" ? "succeeded" : refund.status === "failed" || refund.status === "canceled" ? "failed" : "pending";
  return { providerId: refund.id, chargeId: idOf(refund.charge), amount: refund.amount, currency: refund.currency, state, failureReason: refund.failure_reason ?? undefined, refundId: refund.metadata?.refundId, createdAt: new Date(refund.created * 1_000) };
}

export const stripeRefunds: RefundsRail = {
  refund: async ({ refundId, chargeId, amount, why }) => {
    try {
      const made = await demand(() => stripe().refunds.create({ charge: chargeId, amount, reason: why, metadata: { refundId } }, { idempotencyKey: `refund:${refundId}` }));
      return { refund: toRefund(made) };
    } catch (error) {
      if (error instanceof Stripe.errors.StripeInvalidRequestError) return { refused: error.message };
      throw error;
    }
  },
  refundsOf: async (chargeId) => (await demand(() => stripe().refunds.list({ charge: chargeId, limit: 100 }))).data.map(toRefund),
  readRefund: async (providerId) => {
    const refund = await ask(() => stripe().refunds.retrieve(providerId));
    return refund && toRefund(refund);
  },
};
