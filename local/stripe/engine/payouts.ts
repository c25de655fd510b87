import type Stripe from "stripe";
import { newId } from "../state/ids";
import type { Context } from "../state/context";
import { failureOf, markErrored, type BankFailure } from "./banks";
import { newBalanceTransaction } from "./bookings";
import { ref } from "./refs";

export interface PayoutDetails {
  /** Minor units. */
  amount: number;
  currency: string;
  method: "standard" | "instant";
  destination: string;
  description: string | null;
  descriptor: string | null;
  metadata: Record<string, string>;
}

const day = 86_400;
/** Half an hour at most, says Stripe. */
const instantSeconds = 1800;

/** Takes the money from the account's balance and sends it on its way. */
export function newPayout(ctx: Context, details: PayoutDetails): Stripe.Payout {
  const id = newId("po");
  const booked = newBalanceTransaction(ctx, { type: "payout", amount: -details.amount, currency: details.currency, fee: 0, source: id, description: details.description ?? "STRIPE PAYOUT", availableOn: ctx.now });
  const payout = ctx.db.payouts.put({
    id,
    object: "payout",
    amount: details.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: details.method === "instant" ? ctx.now + instantSeconds : ctx.now - (ctx.now % day) + 2 * day,
    automatic: false,
    balance_transaction: booked.id,
    created: ctx.now,
    currency: details.currency,
    description: details.description,
    destination: details.destination,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: details.metadata,
    method: details.method,
    original_payout: null,
    payout_method: null,
    reconciliation_status: "not_applicable",
    reversed_by: null,
    source_type: "card",
    statement_descriptor: details.descriptor,
    status: "pending",
    trace_id: { status: "pending", value: null },
    type: "bank_account",
  });
  ctx.emit("payout.created", payout);
  return payout;
}

/** Its moment has come: on its way, or arrived, or sent back by the bank. */
export function movePayout(ctx: Context, payout: Stripe.Payout): void {
  if (payout.status === "pending") {
    const next: Stripe.Payout = { ...payout, status: "in_transit" };
    ctx.db.payouts.put(next);
    ctx.emit("payout.updated", next, { status: "pending" });
    return;
  }
  const failure = failureOf(ctx, ref(payout.destination));
  if (failure) failPayout(ctx, payout, failure);
  else {
    const next: Stripe.Payout = { ...payout, status: "paid", trace_id: { status: "supported", value: `TRACE${payout.id.slice(-10).toUpperCase()}` } };
    ctx.db.payouts.put(next);
    ctx.emit("payout.paid", next);
  }
}

/** The bank sent the money back, which may be days after it was said to have arrived. */
export function failPayout(ctx: Context, payout: Stripe.Payout, failure: BankFailure): Stripe.Payout {
  const booked = moneyBack(ctx, payout, "payout_failure");
  const next: Stripe.Payout = { ...payout, status: "failed", failure_code: failure.code, failure_message: failure.message, failure_balance_transaction: booked.id };
  ctx.db.payouts.put(next);
  const bank = ctx.db.banks.get(ref(payout.destination) ?? "");
  if (bank) markErrored(ctx, bank);
  ctx.emit("payout.failed", next);
  return next;
}

export function cancelPayout(ctx: Context, payout: Stripe.Payout): Stripe.Payout {
  const booked = moneyBack(ctx, payout, "payout_cancel");
  const next: Stripe.Payout = { ...payout, status: "canceled", failure_balance_transaction: booked.id };
  ctx.db.payouts.put(next);
  ctx.emit("payout.canceled", next);
  return next;
}

function moneyBack(ctx: Context, payout: Stripe.Payout, type: "payout_cancel" | "payout_failure"): Stripe.BalanceTransaction {
  return newBalanceTransaction(ctx, { type, amount: payout.amount, currency: payout.currency, fee: 0, source: payout.id, description: payout.description ?? "STRIPE PAYOUT", availableOn: ctx.now });
}
