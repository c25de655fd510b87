import type Stripe from "stripe";
import { newId } from "../state/ids";
import type { Context } from "../state/context";
import { newBalanceTransaction } from "./bookings";
import { emptyEvidence } from "./evidence";
import { must, ref } from "./refs";
import { calmWarnings } from "./warnings";

export interface DisputeDetails {
  reason: string;
  /** Minor units; absent: all that was not refunded. */
  amount?: number | undefined;
  /** The bank only asks: no money leaves. */
  inquiry?: boolean;
  dueInDays?: number | undefined;
}

export type Outcome = "won" | "lost" | "withdrawn";

const day = 86_400;
/** For a dispute, and again for answering it; only the second comes back, when it is won. */
const disputeFee = 1500;
/** How long a bank takes to decide over evidence. */
const reviewDays = 10;

/** The holder of the card takes the money back through the bank. */
export function openDispute(ctx: Context, charge: Stripe.Charge, details: DisputeDetails): Stripe.Dispute {
  const brand = charge.payment_method_details?.card?.brand ?? "visa";
  const inquiry = details.inquiry ?? false;
  const dispute: Stripe.Dispute = {
    id: newId("du"),
    object: "dispute",
    amount: details.amount ?? charge.amount - charge.amount_refunded,
    balance_transactions: [],
    charge: charge.id,
    created: ctx.now,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: emptyEvidence(charge),
    evidence_details: {
      due_by: ctx.now + (details.dueInDays ?? usualDays(charge.id)) * day,
      enhanced_eligibility: {}, has_evidence: false, past_due: false, submission_count: 0, submission_method: "not_submitted",
    },
    intended_submission_method: null,
    is_charge_refundable: inquiry,
    livemode: false,
    metadata: {},
    payment_intent: ref(charge.payment_intent),
    payment_method_details: { card: { brand, case_type: inquiry ? "inquiry" : "chargeback", network: brand, network_reason_code: details.reason === "fraudulent" ? "10.4" : "13.1" }, type: "card" },
    reason: details.reason,
    status: inquiry ? "warning_needs_response" : "needs_response",
  };
  ctx.db.disputes.put(dispute);
  ctx.db.charges.put({ ...charge, disputed: true });
  ctx.emit("charge.dispute.created", dispute);
  if (!inquiry) withdraw(ctx, dispute);
  calmWarnings(ctx, charge.id);
  return dispute;
}

/** Between one and three weeks; of the same charge always the same. */
function usualDays(charge: string): number {
  return 7 + (Array.from(charge).reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 15);
}

/** The evidence goes to the bank, which decides some days later. */
export function submitDispute(ctx: Context, dispute: Stripe.Dispute): void {
  const inquiry = isInquiry(dispute);
  const previous = { status: dispute.status };
  dispute.status = inquiry ? "warning_under_review" : "under_review";
  dispute.evidence_details = { ...dispute.evidence_details, submission_count: dispute.evidence_details.submission_count + 1, submission_method: "manual" };
  if (!inquiry) book(ctx, dispute, 0, disputeFee, "Dispute countered fee");
  ctx.db.disputes.put(dispute);
  const words = dispute.evidence.uncategorized_text ?? "";
  const wins = words.includes("winning_evidence");
  const escalates = inquiry && words.includes("escalate_inquiry_evidence");
  const outcome = inquiry ? (escalates ? "lost" : "closed") : wins ? "won" : "lost";
  ctx.db.disputePlans.put({ id: dispute.id, at: ctx.now + reviewDays * day, outcome });
  ctx.emit("charge.dispute.updated", dispute, previous);
}

/** The bank has decided. A lost inquiry becomes a dispute; one withdrawn is won. */
export function decideDispute(ctx: Context, dispute: Stripe.Dispute, outcome: Outcome): void {
  ctx.db.disputePlans.remove(dispute.id);
  if (isInquiry(dispute)) {
    if (outcome === "lost") escalate(ctx, dispute);
    else settle(ctx, dispute, "warning_closed");
    return;
  }
  if (outcome !== "lost") {
    const fee = dispute.evidence_details.submission_count > 0 ? -disputeFee : 0;
    book(ctx, dispute, dispute.amount, fee, "Dispute countered fee returned");
  }
  settle(ctx, dispute, outcome === "lost" ? "lost" : "won");
  if (outcome !== "lost") ctx.emit("charge.dispute.funds_reinstated", dispute);
}

/** Nothing was submitted in time, or we accepted it. */
export function giveUpDispute(ctx: Context, dispute: Stripe.Dispute): void {
  dispute.evidence_details = { ...dispute.evidence_details, past_due: dispute.evidence_details.due_by !== null && dispute.evidence_details.due_by <= ctx.now };
  if (isInquiry(dispute)) settle(ctx, dispute, "warning_closed");
  else decideDispute(ctx, dispute, "lost");
}

/** Whatever was planned for it has come. */
export function runDisputePlan(ctx: Context, plan: { id: string; outcome: string }): void {
  const dispute = must(ctx.db.disputes, "dispute", plan.id);
  if (isOpen(dispute)) decideDispute(ctx, dispute, plan.outcome === "lost" ? "lost" : "won");
}

export function isOpen(dispute: Stripe.Dispute): boolean {
  return !["won", "lost", "warning_closed"].includes(dispute.status);
}

/** The open or lost dispute that keeps a charge from being refunded. */
export function blockingDispute(ctx: Context, charge: string): Stripe.Dispute | undefined {
  return ctx.db.disputes.by("charge", charge).find((dispute) => !dispute.is_charge_refundable && dispute.status !== "won");
}

function isInquiry(dispute: Stripe.Dispute): boolean {
  return dispute.status.startsWith("warning_");
}

function escalate(ctx: Context, dispute: Stripe.Dispute): void {
  const previous = { status: dispute.status };
  dispute.status = "needs_response";
  dispute.is_charge_refundable = false;
  dispute.evidence_details = { ...dispute.evidence_details, due_by: ctx.now + usualDays(dispute.id) * day, submission_count: 0, submission_method: "not_submitted" };
  ctx.db.disputes.put(dispute);
  ctx.emit("charge.dispute.updated", dispute, previous);
  withdraw(ctx, dispute);
}

function settle(ctx: Context, dispute: Stripe.Dispute, status: "lost" | "warning_closed" | "won"): void {
  const previous = { status: dispute.status };
  dispute.status = status;
  ctx.db.disputes.put(dispute);
  ctx.emit("charge.dispute.closed", dispute, previous);
}

function withdraw(ctx: Context, dispute: Stripe.Dispute): void {
  book(ctx, dispute, -dispute.amount, disputeFee, "Dispute fee");
  ctx.db.disputes.put(dispute);
  ctx.emit("charge.dispute.funds_withdrawn", dispute);
}

function book(ctx: Context, dispute: Stripe.Dispute, amount: number, fee: number, feeDescription: string): void {
  const description = amount < 0 ? `Chargeback withdrawal for ${ref(dispute.charge) ?? ""}` : amount > 0 ? `Chargeback reversal for ${ref(dispute.charge) ?? ""}` : feeDescription;
  const category = amount > 0 ? "dispute_reversal" : "dispute";
  const booked = newBalanceTransaction(ctx, { type: "adjustment", amount, currency: dispute.currency, fee, feeDescription, source: dispute.id, description, availableOn: ctx.now, category });
  dispute.balance_transactions = [...dispute.balance_transactions, { ...booked }];
}
