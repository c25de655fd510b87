import { prefixes } from "@/lib/platform/ids";
import type { Database } from "@/lib/platform/db";
import { formatMoney } from "@/lib/platform/money";
import type { EntryExplanation, Fact } from "./schema";

export type Cause = Pick<EntryExplanation, "cause" | "provider" | "rule">;

/** Names with their values; what is not known is left out. */
const facts = (of: Record<string, string | number | null | undefined>): Fact[] => Object.entries(of).filter(([, value]) => value !== null && value !== undefined && value !== "").map(([name, value]) => ({ name, value: String(value) }));
const unknown = (causeId: string): Cause => ({ cause: { id: causeId, what: "A booking", facts: [] }, provider: [], rule: null });

async function ofSale(db: Database, id: string): Promise<Cause> {
  const sale = await db.sale.findUnique({ where: { id }, include: { order: { select: { title: true } } } });
  const schedule = sale && (await db.feeSchedule.findUnique({ where: { id: sale.feeScheduleId } }));
  if (!sale || !schedule) return unknown(id);
  const say = (amount: number): string => formatMoney({ amount, currency: sale.currency });
  return {
    cause: { id, what: `A sale: ${sale.kind}`, facts: facts({ Sold: sale.order?.title, Paid: say(sale.gross), "Platform fee": say(sale.platformFee), "Card processing": say(sale.processingFee), Net: say(sale.net), Membership: sale.subscriptionId, Order: sale.orderId }) },
    provider: facts({ Charge: sale.providerCharge, Invoice: sale.providerInvoice, "Balance transaction": sale.providerBalance }),
    rule: `${schedule.note} (fee schedule ${schedule.id}, ${schedule.platformBps} basis points)`,
  };
}

async function ofRefund(db: Database, id: string): Promise<Cause> {
  const refund = await db.refund.findUnique({ where: { id }, include: { sale: true } });
  if (!refund) return unknown(id);
  return {
    cause: { id, what: "A refund", facts: facts({ Returned: formatMoney({ amount: refund.amount, currency: refund.currency }), Sale: refund.saleId, State: refund.state, Reason: refund.reason, "Why it failed": refund.failureReason }) },
    provider: facts({ Refund: refund.providerId, Charge: refund.sale.providerCharge }),
    rule: `${refund.rule ? `By the rule ${refund.rule}` : `Asked for by ${refund.initiator}`}; parts in proportion to the sale's.`,
  };
}

async function ofPayout(db: Database, id: string): Promise<Cause> {
  const payout = await db.payout.findUnique({ where: { id } });
  if (!payout) return unknown(id);
  const say = (amount: number): string => formatMoney({ amount, currency: payout.currency });
  return {
    cause: { id, what: "A payout", facts: facts({ Taken: say(payout.gross), "Withheld for tax": say(payout.withheld), "Instant payout": say(payout.fee), Sent: say(payout.amount), State: payout.state, "Bank account": payout.bankLast4 && `ending in ${payout.bankLast4}`, "Why it failed": payout.failureMessage }) },
    provider: facts({ Transfer: payout.transferId, Payout: payout.providerId, Reversal: payout.reversalId }),
    rule: payout.withheld > 0 ? "Backup withholding, while no valid tax form is there" : null,
  };
}

async function ofDispute(db: Database, id: string): Promise<Cause> {
  const dispute = await db.dispute.findUnique({ where: { id } });
  if (!dispute) return unknown(id);
  return {
    cause: { id, what: "A dispute", facts: facts({ Disputed: formatMoney({ amount: dispute.amount, currency: dispute.currency }), Sale: dispute.saleId, "The bank's reason": dispute.reason.replaceAll("_", " "), Stage: dispute.stage.replaceAll("_", " ") }) },
    provider: facts({ Dispute: dispute.providerId }),
    rule: [dispute.decisionRule, dispute.decisionReason].filter(Boolean).join(": ") || null,
  };
}

const readers: Record<string, (db: Database, id: string) => Promise<Cause>> = { [prefixes.sale]: ofSale, [prefixes.refund]: ofRefund, [prefixes.payout]: ofPayout, [prefixes.dispute]: ofDispute };

/** The row that caused a booking, by what its id begins with. Two statements at most. */
export const causeOf = (db: Database, causeId: string): Promise<Cause> => (readers[causeId.slice(0, causeId.indexOf("_"))] ?? ((_, id) => Promise.resolve(unknown(id))))(db, causeId);
