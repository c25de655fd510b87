import type { Database } from "@/lib/platform/db";

export interface ReconciliationView {
  id: string;
  startedAt: string;
  movements: number;
  providerBalance: number;
  movementsSum: number;
  ledgerSum: number;
  inFlight: number;
  difference: number;
  currency: string;
  lines: { causeId: string | null; movementId: string | null; type: string; provider: number; ledger: number }[];
}

/** The last comparisons with a rail, newest first, each with the lines of its difference (200 at most). */
export async function lastReconciliations(db: Database, { rail = "stripe", limit = 30 }: { rail?: string; limit?: number } = {}): Promise<ReconciliationView[]> {
  const rows = await db.reconciliation.findMany({ where: { rail }, orderBy: { startedAt: "desc" }, take: limit, include: { lines: { orderBy: { number: "asc" }, take: 200 } } });
  return rows.map((row) => ({
    id: row.id, startedAt: row.startedAt.toISOString(), movements: row.movements, providerBalance: Number(row.providerBalance), movementsSum: Number(row.movementsSum), ledgerSum: Number(row.ledgerSum), inFlight: Number(row.inFlight), difference: Number(row.difference), currency: row.currency,
    lines: row.lines.map((line) => ({ causeId: line.causeId, movementId: line.movementId, type: line.type, provider: Number(line.providerAmount), ledger: Number(line.ledgerAmount) })),
  }));
}
