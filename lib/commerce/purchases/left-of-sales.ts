import type { Database } from "@/lib/platform/db";

/**
 * What is still ours to give back of what was paid for a membership or an order, in minor units: what went back before, or is on its way for
 * another reason than a withdrawal, is not given back twice. Two statements by index.
 */
export async function leftOfSales(db: Pick<Database, "sale" | "refund">, of: { subscriptionId: string } | { orderId: string }): Promise<number> {
  const paid = await db.sale.aggregate({ where: of, _sum: { gross: true } });
  const back = await db.refund.aggregate({ where: { sale: of, state: { not: "failed" }, initiator: { not: "withdrawal" } }, _sum: { amount: true } });
  return (paid._sum.gross ?? 0) - (back._sum.amount ?? 0);
}
