import type Stripe from "stripe";
import type { Planned } from "./records";
import { ref } from "./ref";
import type { DueAt } from "./table";

/** An unpaid first invoice may be completed for 23 hours. */
const incompleteSeconds = 23 * 3600;
const day = 86_400;
/** A pending update that was not paid is dropped after 23 hours, as an incomplete subscription is. */
export const pendingUpdateSeconds = incompleteSeconds;

/** When a subscription next changes by itself. */
export function subscriptionDue(row: Stripe.Subscription): DueAt | undefined {
  const clock = ref(row.test_clock) ?? "";
  if (row.status === "incomplete") return { at: row.created + incompleteSeconds, clock };
  if (!["active", "past_due", "trialing"].includes(row.status)) return undefined;
  const moments = [row.items.data[0]?.current_period_end ?? row.created, row.cancel_at, row.pause_collection?.resumes_at, row.pending_update?.expires_at];
  return { at: Math.min(...moments.map((moment) => moment ?? Infinity)), clock };
}

export function invoiceDue(row: Stripe.Invoice): DueAt | undefined {
  if (row.status !== "open" || row.next_payment_attempt === null) return undefined;
  return { at: row.next_payment_attempt, clock: ref(row.test_clock) ?? "" };
}

export function sessionDue(row: Stripe.Checkout.Session): DueAt | undefined {
  return row.status === "open" ? { at: row.expires_at, clock: "" } : undefined;
}

/** Standard payouts are on their way after a day, and all arrive at their date. */
export function payoutDue(row: Stripe.Payout): DueAt | undefined {
  if (row.status === "pending") return { at: Math.min(row.created + day, row.arrival_date), clock: "" };
  return row.status === "in_transit" ? { at: row.arrival_date, clock: "" } : undefined;
}

/** An open dispute is lost at its deadline. */
export function disputeDue(row: Stripe.Dispute): DueAt | undefined {
  if (row.status !== "needs_response" && row.status !== "warning_needs_response") return undefined;
  return { at: row.evidence_details.due_by ?? Infinity, clock: "" };
}

export function planDue(row: Planned): DueAt {
  return { at: row.at, clock: "" };
}
