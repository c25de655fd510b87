import Stripe from "stripe";
import { ask, demand, stripe } from "./client";
import { date, dateOrNot, idOf } from "./values";

/** One movement of our balance for a dispute. Minor units; fee is what the provider kept, negative when it gave it back. */
interface RailDisputeMovement {
  providerId: string;
  amount: number;
  fee: number;
  at: Date;
}

export interface RailDispute {
  providerId: string;
  chargeId: string;
  amount: number;
  currency: string;
  reason: string;
  networkCode: string | undefined;
  /** "question" and its likes: the bank asks, and no money has left. */
  status: "question" | "question_answered" | "question_closed" | "needs_response" | "under_review" | "won" | "lost";
  /** Evidence was sent, by whomever. */
  answered: boolean;
  dueBy: Date | undefined;
  openedAt: Date;
  movements: RailDisputeMovement[];
}

export interface RailWarning {
  providerId: string;
  chargeId: string;
  fraudType: string;
  /** Nobody has refunded or disputed the payment yet. */
  actionable: boolean;
  warnedAt: Date;
}

type EvidenceText = "access_activity_log" | "cancellation_rebuttal" | "customer_email_address" | "customer_name" | "customer_purchase_ip" | "duplicate_charge_explanation" | "product_description" | "refund_policy_disclosure" | "refund_refusal_explanation" | "service_date" | "uncategorized_text";
type EvidenceFile = "uncategorized_file" | "customer_communication" | "service_documentation";
export type Evidence = Partial<Record<EvidenceText | EvidenceFile, string>>;

/** How disputes are read and answered at a rail. Throws ProviderFailed when it is away. */
export interface DisputesRail {
  readDispute: (providerId: string) => Promise<RailDispute | undefined>;
  /** Those opened since a moment, page by page, newest first. */
  disputesSince: (since: Date) => AsyncGenerator<RailDispute[]>;
  /** A file for the bank; returns its id there. Done twice, there are two, of which one is used. */
  uploadEvidence: (file: { name: string; contentType: string; bytes: Buffer }) => Promise<string>;
  /** Sends all evidence to the bank, for good. A dispute that takes none any more is left as it is. */
  answer: (request: { disputeId: string; providerId: string; evidence: Evidence }) => Promise<void>;
  /** Accepts the loss. Repeating it changes nothing. */
  accept: (providerId: string) => Promise<void>;
  readWarning: (providerId: string) => Promise<RailWarning | undefined>;
  warningsSince: (since: Date) => AsyncGenerator<RailWarning[]>;
}

/** What a status at Stripe is to us; "prevented" never cost anything, and an appeal is of a dispute that was lost. */
const statuses: Record<string, RailDispute["status"]> = {
  warning_needs_response: "question",
  warning_under_review: "question_answered",
  warning_closed: "question_closed",
  prevented: "question_closed",
  needs_response: "needs_response",
  under_review: "under_review",
  won: "won",
  lost: "lost",
  appeal_needs_response: "lost",
  appeal_under_review: "lost",
};

/** @throws Error for one that Stripe has thought of since: better noticed than guessed */
function statusOf(status: string): RailDispute["status"] {
  const known = statuses[status];
  if (!known) throw new Error(`a dispute of the unknown status ${status}`);
  return known;
}

function toDispute(dispute: Stripe.Dispute): RailDispute {
  const { evidence_details: details } = dispute;
  return {
    providerId: dispute.id,
    chargeId: idOf(dispute.charge) ?? "",
    amount: dispute.amount,
    currency: dispute.currency,
    reason: dispute.reason,
    networkCode: dispute.payment_method_details?.card?.network_reason_code ?? undefined,
    status: statusOf(dispute.status),
    answered: details.submission_count > 0,
    dueBy: dateOrNot(details.due_by),
    openedAt: date(dispute.created),
    movements: dispute.balance_transactions.map(({ id, amount, fee, created }) => ({ providerId: id, amount, fee, at: date(created) })),
  };
}

const toWarning = (warning: Stripe.Radar.EarlyFraudWarning): RailWarning => ({
  providerId: warning.id,
  chargeId: idOf(warning.charge) ?? "",
  fraudType: warning.fraud_type,
  actionable: warning.actionable,
  warnedAt: date(warning.created),
});

async function* paged<T extends { id: string }, R>(list: (after: { starting_after?: string }) => Promise<Stripe.ApiList<T>>, turn: (one: T) => R): AsyncGenerator<R[]> {
  for (let after: string | undefined; ; ) {
    const page = await demand(() => list(after ? { starting_after: after } : {}));
    yield page.data.map(turn);
    after = page.data.at(-1)?.id;
    if (!page.has_more || !after) return;
  }
}

/** Runs a change that the dispute may be past; whoever asks for its state next sees what it is. */
async function unlessPast(change: () => Promise<unknown>): Promise<void> {
  try {
    await demand(change);
  } catch (error) {
    const past = error instanceof Stripe.errors.StripeInvalidRequestError && /already closed|under review/u.test(error.message);
    if (!past) throw error;
  }
}

const createdSince = (since: Date) => ({ created: { gte: Math.floor(since.getTime() / 1_000) }, limit: 100 });

export const stripeDisputes: DisputesRail = {
  readDispute: async (providerId) => {
    const dispute = await ask(() => stripe().disputes.retrieve(providerId));
    return dispute && toDispute(dispute);
  },
  disputesSince: (since) => paged((after) => stripe().disputes.list({ ...createdSince(since), ...after }), toDispute),
  uploadEvidence: async ({ name, contentType, bytes }) => {
    const file = await demand(() => stripe().files.create({ purpose: "dispute_evidence", file: { data: bytes, name, type: contentType } }));
    return file.id;
  },
  answer: ({ disputeId, providerId, evidence }) => unlessPast(() => stripe().disputes.update(providerId, { evidence, submit: true, metadata: { disputeId } })),
  accept: (providerId) => unlessPast(() => stripe().disputes.close(providerId)),
  readWarning: async (providerId) => {
    const warning = await ask(() => stripe().radar.earlyFraudWarnings.retrieve(providerId));
    return warning && toWarning(warning);
  },
  warningsSince: (since) => paged((after) => stripe().radar.earlyFraudWarnings.list({ ...createdSince(since), ...after }), toWarning),
};
