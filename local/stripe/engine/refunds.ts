import type Stripe from "stripe";
import { newId } from "../state/ids";
import type { Context } from "../state/context";
import { newBalanceTransaction } from "./bookings";
import { cardOf } from "./cards";
import { must, ref } from "./refs";
import { calmWarnings } from "./warnings";

const day = 86_400;
/** A refund that waits is through after a day; one that comes back takes five. */
const waits = { pending: day, fails: 5 * day } as const;

export interface RefundDetails {
  amount: number;
  metadata: Record<string, string>;
  reason: "duplicate" | "fraudulent" | "requested_by_customer" | null;
}

/** Gives back all or a part. Stripe keeps its fee, so the refund's own fee is nothing. */
export function newRefund(ctx: Context, charge: Stripe.Charge, details: RefundDetails): Stripe.Refund {
  const id = newId("re");
  const course = cardOf(ctx.db.cards.get(charge.payment_method ?? "")?.number ?? "").refund;
  const available = ctx.db.balanceTransactions.get(ref(charge.balance_transaction) ?? "")?.available_on ?? ctx.now;
  const booked = newBalanceTransaction(ctx, { type: "refund", amount: -details.amount, currency: charge.currency, fee: 0, source: id, description: `REFUND FOR CHARGE (${charge.description ?? charge.id})`, availableOn: available });
  const refund = ctx.db.refunds.put({
    id,
    object: "refund",
    amount: details.amount,
    balance_transaction: booked.id,
    charge: charge.id,
    created: ctx.now,
    currency: charge.currency,
    customer: ref(charge.customer),
    customer_account: null,
    destination_details: { card: { reference_status: "pending", reference_type: "acquirer_reference_number", type: "refund" }, type: "card" },
    metadata: details.metadata,
    payment_intent: ref(charge.payment_intent),
    payment_method: charge.payment_method,
    reason: details.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: course === "pending" ? "pending" : "succeeded",
    transfer_reversal: null,
  });
  if (course) ctx.db.refundPlans.put({ id, at: ctx.now + waits[course], outcome: course === "pending" ? "succeeded" : "failed" });
  const previous = { amount_refunded: charge.amount_refunded, refunded: charge.refunded };
  setRefunded(ctx, charge, charge.amount_refunded + details.amount);
  ctx.emit("charge.refunded", charge, previous);
  ctx.emit("refund.created", refund);
  calmWarnings(ctx, charge.id);
  return refund;
}

/** What was planned for a refund has come: it is through, or the bank sent the money back to us. */
export function runRefundPlan(ctx: Context, plan: { id: string; outcome: string }): void {
  ctx.db.refundPlans.remove(plan.id);
  const refund = must(ctx.db.refunds, "refund", plan.id);
  const previous = { status: refund.status };
  if (plan.outcome === "failed") takeBack(ctx, refund);
  refund.status = plan.outcome;
  ctx.db.refunds.put(refund);
  ctx.emit("refund.updated", refund, previous);
  ctx.emit("charge.refund.updated", refund, previous);
  if (plan.outcome === "failed") ctx.emit("refund.failed", refund, previous);
}

function takeBack(ctx: Context, refund: Stripe.Refund): void {
  const booked = newBalanceTransaction(ctx, { type: "refund_failure", amount: refund.amount, currency: refund.currency, fee: 0, source: refund.id, description: "REFUND FAILURE", availableOn: ctx.now });
  refund.failure_balance_transaction = booked.id;
  refund.failure_reason = "expired_or_canceled_card";
  const charge = must(ctx.db.charges, "charge", ref(refund.charge));
  setRefunded(ctx, charge, charge.amount_refunded - refund.amount);
}

function setRefunded(ctx: Context, charge: Stripe.Charge, amount: number): void {
  charge.amount_refunded = amount;
  charge.refunded = amount === charge.amount_captured;
  ctx.db.charges.put(charge);
}
