import { accounts, type Line, postTransaction } from "@/lib/commerce/ledger";
import { audit } from "@/lib/platform/audit";
import type { Context, Tx } from "@/lib/platform/db";
import type { RefundModel, SaleModel } from "@/lib/platform/db/generated/models";
import { emit } from "@/lib/platform/events";
import { partsOfRefund, shareRefund } from "./parts";
import { type Initiator, initiators } from "./rules";

/** Marks a refund as done and books it, once. In the caller's transaction. */
export async function bookRefund(tx: Tx, ctx: Context, refund: RefundModel, { providerId, at }: { providerId: string; at: Date }): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`refund:${refund.saleId}`}))::text`;
  const now = await tx.refund.findUniqueOrThrow({ where: { id: refund.id }, include: { sale: true } });
  if (now.state !== "pending") return;
  await tx.refund.update({ where: { id: refund.id }, data: { state: "succeeded", providerId, succeededAt: at } });
  const lines = await linesOf(tx, now, now.sale);
  await postTransaction(tx, { idempotencyKey: `refund:${refund.id}`, kind: "refund", causeId: refund.id, description: "A payment, returned to the fan", currency: refund.currency, occurredAt: at, lines });
  audit(tx, ctx, "refund.succeeded", { subject: refund.id, saleId: refund.saleId, amount: refund.amount });
  emit(tx, "refund.succeeded", { refundId: refund.id });
}

/** What was booked for a refund whose money came back to us, turned round, once. */
export async function unbookRefund(tx: Tx, ctx: Context, refund: RefundModel, { reason, at }: { reason: string; at: Date }): Promise<void> {
  const changed = await tx.refund.updateMany({ where: { id: refund.id, state: { not: "failed" } }, data: { state: "failed", failedAt: at, failureReason: reason } });
  if (changed.count === 0) return;
  const booked = await tx.ledgerEntry.findMany({ where: { transaction: { idempotencyKey: `refund:${refund.id}` } }, include: { account: true }, take: 100 });
  if (booked.length > 0) {
    const lines = booked.map(({ account, amount, line }) => ({ account: { code: account.code, kind: account.kind, ...(account.creatorId ? { creatorId: account.creatorId } : {}) }, amount: -Number(amount), line: `${line}, undone` }));
    await postTransaction(tx, { idempotencyKey: `refund-failed:${refund.id}`, kind: "refund-failed", causeId: refund.id, description: "A refund that the bank sent back", currency: refund.currency, occurredAt: at, lines });
  }
  audit(tx, ctx, "refund.failed", { subject: refund.id, reason });
  emit(tx, "refund.failed", { refundId: refund.id });
}

/** What had been booked as returned of this sale before, less what came back. */
async function returnedBefore(tx: Tx, refund: RefundModel): Promise<number> {
  const { _sum } = await tx.refund.aggregate({ where: { saleId: refund.saleId, state: "succeeded", id: { not: refund.id } }, _sum: { amount: true } });
  return _sum.amount ?? 0;
}

async function linesOf(tx: Tx, refund: RefundModel, sale: SaleModel): Promise<Line[]> {
  const before = await returnedBefore(tx, refund);
  const parts = partsOfRefund(sale, before, refund.amount);
  const shares = await tx.saleShare.findMany({ where: { saleId: sale.id }, orderBy: { net: "desc" }, take: 50 });
  const everyone = shares.length > 0 ? shares : [{ creatorId: sale.creatorId, net: sale.net }];
  const netBefore = before === 0 ? 0 : partsOfRefund(sale, 0, before).net;
  const bearer = initiators[refund.initiator as Initiator] === "creator" ? accounts.creator(sale.creatorId) : accounts.providerFees;
  return [
    { account: accounts.rail(sale.rail), amount: -refund.amount, line: "returned to the fan" },
    ...shareRefund(everyone, netBefore, parts.net).map(({ creatorId, net }) => ({ account: accounts.creator(creatorId), amount: net, line: "refund" })),
    { account: accounts.platformFees, amount: parts.platformFee, line: "platform fee, given back" },
    { account: bearer, amount: parts.processingFee, line: "card processing, kept by the payment provider" },
  ];
}
