import { accounts, creatorBalance } from "@/lib/commerce/ledger";
import { giveBackUnsent } from "@/lib/commerce/payouts";
import type { Context, Tx } from "@/lib/platform/db";
import type { DisputeModel, DisputeShareModel, SaleModel } from "@/lib/platform/db/generated/models";
import { bookHold, bookLoss, bookRelease, unbookLoss } from "./book";
import { blockBuyerIn } from "./buyers/block-buyer";
import { liftBlocksOf } from "./buyers/lift-block";
import { blockIfScored } from "./buyers/score-buyer";
import { type DisputedParts, holdable, partsOfDispute } from "./parts";
import { claimShield } from "./shield/claim-shield";

/** The bank has taken the money: keeps back what is there of each creator's part of it. */
export async function holdShares(tx: Tx, ctx: Context, dispute: DisputeModel, sale: SaleModel): Promise<void> {
  const { shares, platformFee, processingFee } = await disputedParts(tx, dispute, sale);
  await tx.dispute.update({ where: { id: dispute.id }, data: { platformFee, processingFee } });
  for (const { creatorId, net } of shares) await tx.disputeShare.create({ data: { disputeId: dispute.id, creatorId, net, held: holdable(net, await balanceFor(tx, ctx, { creatorId, net, currency: dispute.currency })), currency: dispute.currency } });
  await bookHold(tx, dispute, await sharesOf(tx, dispute), ctx.now);
  // Asked about a payment that had gone back, the buyer has cost nobody anything.
  if (dispute.amount === 0) return;
  const reason = "Your bank is disputing a payment to this page. Until it has decided, you cannot buy here.";
  await blockBuyerIn(tx, ctx, { userId: dispute.fanUserId, creatorId: dispute.creatorId, rule: "dispute-open", reason, causeId: dispute.id });
}

/** The bank has given it back, or is about to. */
export async function releaseShares(tx: Tx, ctx: Context, dispute: DisputeModel): Promise<void> {
  await bookRelease(tx, dispute, await sharesOf(tx, dispute), ctx.now);
  await liftBlocksOf(tx, ctx, { causeId: dispute.id, rule: "dispute-open", why: "the dispute ended in the creator's favour" });
}

/** The bank keeps it. Who pays, and whether the shield pays for them. */
export async function loseShares(tx: Tx, ctx: Context, dispute: DisputeModel, sale: SaleModel): Promise<void> {
  const shares = await sharesOf(tx, dispute);
  await bookLoss(tx, await tx.dispute.findUniqueOrThrow({ where: { id: dispute.id } }), shares, ctx.now);
  for (const share of shares) await claimShield(tx, ctx, { dispute, sale, share });
  if (dispute.amount > 0) await blockIfScored(tx, ctx, { userId: dispute.fanUserId, causeId: dispute.id });
}

/** Lost, and won by an appeal: all that the loss moved goes back, and what the shield had paid returns to it. */
export async function regainShares(tx: Tx, ctx: Context, dispute: DisputeModel): Promise<void> {
  await unbookLoss(tx, dispute, ctx.now);
  await liftBlocksOf(tx, ctx, { causeId: dispute.id, rule: "dispute-open", why: "the dispute was won by an appeal" });
  await liftBlocksOf(tx, ctx, { causeId: dispute.id, rule: "score", why: "the dispute behind it was won by an appeal" });
}

const sharesOf = (tx: Tx, { id }: DisputeModel): Promise<DisputeShareModel[]> => tx.disputeShare.findMany({ where: { disputeId: id }, orderBy: { creatorId: "asc" }, take: 50 });

/** What is there to keep back; where it is too little, with what was taken for a payout that has not left. */
async function balanceFor(tx: Tx, ctx: Context, { creatorId, net, currency }: { creatorId: string; net: number; currency: string }): Promise<number> {
  const balance = await lockedBalance(tx, creatorId, currency);
  if (balance >= net) return balance;
  await giveBackUnsent(tx, ctx, { creatorId, currency, why: "A fan's bank disputes one of your payments. What it asks for is held; the rest follows with your next payout." });
  return creatorBalance(tx, creatorId, currency);
}

/** A payout that is being made reads the same row and waits, or we do. */
async function lockedBalance(tx: Tx, creatorId: string, currency: string): Promise<number> {
  await tx.$queryRaw`SELECT 1 FROM "LedgerBalance" b JOIN "LedgerAccount" a ON a.id = b."accountId" WHERE a.code = ${accounts.creator(creatorId).code} AND a.currency = ${currency} FOR UPDATE OF b`;
  return creatorBalance(tx, creatorId, currency);
}

/** What had been returned of the payment before the dispute came, and what other disputes of it took. */
async function goneBefore(tx: Tx, dispute: DisputeModel): Promise<number> {
  const [refunds, others] = [
    await tx.refund.aggregate({ where: { saleId: dispute.saleId, state: "succeeded" }, _sum: { amount: true } }),
    await tx.dispute.aggregate({ where: { saleId: dispute.saleId, id: { lt: dispute.id }, stage: { in: ["open", "submitted", "lost"] } }, _sum: { amount: true } }),
  ];
  return (refunds._sum.amount ?? 0) + (others._sum.amount ?? 0);
}

async function disputedParts(tx: Tx, dispute: DisputeModel, sale: SaleModel): Promise<DisputedParts> {
  const rows = await tx.saleShare.findMany({ where: { saleId: sale.id }, orderBy: { net: "desc" }, take: 50 });
  const everyone = rows.length > 0 ? rows : [{ creatorId: sale.creatorId, net: sale.net }];
  return partsOfDispute(sale, everyone, Math.min(await goneBefore(tx, dispute), sale.gross), dispute.amount);
}
