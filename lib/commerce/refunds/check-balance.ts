import { accounts, creatorBalance } from "@/lib/commerce/ledger";
import type { Tx } from "@/lib/platform/db";
import type { RefundModel, SaleModel } from "@/lib/platform/db/generated/models";
import { BalanceTooSmall, PartnerShort } from "./errors";
import { partsOfRefund, shareRefund } from "./parts";

/**
 * A page returns what is there: money that was paid out to a bank does not go back to a card a second time. What is on its way back
 * counts as gone; the card's fee of this one payment may be owed. The same holds of everybody who shared it. Locks their balances, so
 * that two refunds and a payout take turns. @throws BalanceTooSmall, PartnerShort
 */
export async function checkBalance(tx: Tx, sale: SaleModel, earlier: RefundModel[], amount: number): Promise<void> {
  const shares = await tx.saleShare.findMany({ where: { saleId: sale.id }, orderBy: { net: "desc" }, take: 50 });
  const everyone = shares.length > 0 ? shares : [{ creatorId: sale.creatorId, net: sale.net }];
  await lockBalances(tx, everyone.map(({ creatorId }) => creatorId), sale.currency);
  const sum = (rows: RefundModel[]): number => rows.reduce((total, row) => total + row.amount, 0);
  const done = sum(earlier.filter(({ state }) => state === "succeeded"));
  // What waits of this payment and what is asked for now are one refund, to the cent.
  const parts = partsOfRefund(sale, done, sum(earlier) - done + amount);
  const netBefore = done === 0 ? 0 : partsOfRefund(sale, 0, done).net;
  for (const { creatorId, net } of shareRefund(everyone, netBefore, parts.net)) {
    const left = (await creatorBalance(tx, creatorId, sale.currency)) - (await goingBack(tx, creatorId, sale));
    if (creatorId !== sale.creatorId && net > Math.max(left, 0)) throw new PartnerShort();
    if (creatorId === sale.creatorId && left - net - parts.processingFee < -sale.processingFee) throw new BalanceTooSmall(net, Math.max(left, 0), sale.currency);
  }
}

async function lockBalances(tx: Tx, creatorIds: string[], currency: string): Promise<void> {
  const codes = creatorIds.map((creatorId) => accounts.creator(creatorId).code);
  await tx.$queryRaw`SELECT 1 FROM "LedgerBalance" b JOIN "LedgerAccount" a ON a.id = b."accountId" WHERE a.code = ANY(${codes}) AND a.currency = ${currency} ORDER BY b."accountId" FOR UPDATE OF b`;
}

/** What refunds of other payments that are asked for and not booked will take from a creator; through Refund(state, requestedAt). */
async function goingBack(tx: Tx, creatorId: string, sale: SaleModel): Promise<number> {
  const [row] = await tx.$queryRaw<{ amount: bigint | null }[]>`
    SELECT sum(ceil(r.amount::numeric * (coalesce(p.net, CASE WHEN s."creatorId" = ${creatorId} THEN s.net ELSE 0 END) + CASE WHEN s."creatorId" = ${creatorId} AND r.initiator = 'creator' THEN s."processingFee" ELSE 0 END) / s.gross))::bigint AS amount
    FROM "Refund" r JOIN "Sale" s ON s.id = r."saleId" LEFT JOIN "SaleShare" p ON p."saleId" = s.id AND p."creatorId" = ${creatorId}
    WHERE r.state = 'pending' AND s.id <> ${sale.id} AND s.currency = ${sale.currency} AND (s."creatorId" = ${creatorId} OR p."creatorId" IS NOT NULL)`;
  return Number(row?.amount ?? 0);
}
