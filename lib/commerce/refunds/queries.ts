import type { Database } from "@/lib/platform/db";
import type { RefundModel } from "@/lib/platform/db/generated/models";
import { asId } from "@/lib/platform/ids";
import type { RefundView } from "./schema";

export const toRefund = (row: RefundModel): RefundView => ({
  id: asId("refund", row.id),
  saleId: asId("sale", row.saleId),
  amount: row.amount,
  currency: row.currency,
  state: row.state,
  initiator: row.initiator,
  reason: row.reason,
  failureReason: row.failureReason,
  requestedAt: row.requestedAt.toISOString(),
  succeededAt: row.succeededAt?.toISOString() ?? null,
});

/** What was returned of one sale, oldest first; through Refund(saleId). */
export async function refundsOfSale(db: Database, saleId: string): Promise<RefundView[]> {
  return (await db.refund.findMany({ where: { saleId }, orderBy: { requestedAt: "asc" }, take: 100 })).map(toRefund);
}
