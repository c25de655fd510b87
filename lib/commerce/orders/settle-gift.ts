import { addMonths, takenByTheBank } from "@/lib/commerce/subscriptions";
import { endGrant, writeGrant } from "@/lib/content/access";
import type { Context, Tx } from "@/lib/platform/db";
import { asId } from "@/lib/platform/ids";

/** Waits for whoever returns, disputes or redeems the same payment, and says what has become of its money. */
export async function lockGiftMoney(tx: Tx, saleId: string): Promise<{ returned: number; asked: number; disputed: boolean }> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`refund:${saleId}`}))::text`;
  const refunds = await tx.refund.findMany({ where: { saleId, state: { not: "failed" } }, select: { amount: true, state: true }, take: 100 });
  const disputes = await tx.dispute.count({ where: { saleId, stage: { in: takenByTheBank } } });
  return { returned: refunds.filter(({ state }) => state === "succeeded").reduce((sum, { amount }) => sum + amount, 0), asked: refunds.length, disputed: disputes > 0 };
}

/**
 * Makes a redeemed gift say what has become of its payment: what was returned in full or taken back by a bank opens nothing; what came back
 * to us opens it again until its months are over. Reads what is, so that it may be called late, twice or out of order.
 */
export async function settleGift(ctx: Context, saleId: string): Promise<void> {
  const sale = await ctx.db.sale.findUnique({ where: { id: saleId }, select: { kind: true, gross: true, orderId: true } });
  const orderId = sale?.orderId;
  if (sale?.kind !== "gift" || !orderId) return;
  await ctx.transaction(async (tx) => {
    const { returned, disputed } = await lockGiftMoney(tx, saleId);
    const { redeemedByUserId, redeemedAt, creatorId, tierId, months } = await tx.order.findUniqueOrThrow({ where: { id: orderId } });
    if (!redeemedByUserId || !redeemedAt || !tierId || !months) return;
    if (disputed || returned >= sale.gross) return endGrant(tx, { source: "gift", sourceId: orderId, at: ctx.now });
    await writeGrant(tx, { source: "gift", sourceId: orderId, userId: asId("user", redeemedByUserId), creatorId: asId("creator", creatorId), tierId: asId("tier", tierId), startsAt: redeemedAt, endsAt: addMonths(redeemedAt, months) });
  });
}
