import type Stripe from "stripe";
import { newId } from "../state/ids";
import type { Context } from "../state/context";

export interface Booking {
  type: "adjustment" | "charge" | "payment" | "payout" | "payout_cancel" | "payout_failure" | "refund" | "refund_failure" | "transfer" | "transfer_refund";
  /** Minor units; negative leaves the balance. */
  amount: number;
  currency: string;
  /** What Stripe keeps; negative when it gives a fee back. */
  fee: number;
  feeDescription?: string;
  source: string;
  description: string | null;
  /** Unix seconds. */
  availableOn: number;
  /** Where reports count it, when the type does not say. */
  category?: string;
}

const categories: Readonly<Partial<Record<Booking["type"], string>>> = { payment: "charge", payout_cancel: "payout_reversal", payout_failure: "payout_reversal", transfer_refund: "transfer_reversal" };

/** Books a movement of the account's money. A test clock may be years ahead; money is always waited for by the double's own clock. */
export function newBalanceTransaction(ctx: Context, booking: Booking): Stripe.BalanceTransaction {
  const wait = Math.max(0, booking.availableOn - ctx.now);
  const availableOn = ctx.clock === "" ? booking.availableOn : ctx.worldNow + wait;
  return ctx.db.balanceTransactions.put({
    id: newId("txn"),
    object: "balance_transaction",
    amount: booking.amount,
    available_on: availableOn,
    balance_type: "payments",
    created: ctx.now,
    currency: booking.currency,
    description: booking.description,
    exchange_rate: null,
    fee: booking.fee,
    fee_details: booking.fee === 0 ? [] : [{ amount: booking.fee, application: null, currency: booking.currency, description: booking.feeDescription ?? "Stripe processing fees", type: "stripe_fee" }],
    net: booking.amount - booking.fee,
    reporting_category: booking.category ?? categories[booking.type] ?? booking.type,
    source: booking.source,
    status: availableOn <= ctx.worldNow ? "available" : "pending",
    type: booking.type,
  });
}
