import { z } from "zod";
import type { Context, Database } from "@/lib/platform/db";
import type { ReconciliationLineModel, ReconciliationModel } from "@/lib/platform/db/generated/models";
import { NotFound } from "@/lib/platform/errors";
import { authorize } from "@/lib/platform/policy";
import { oneLine } from "@/lib/platform/text";
import { canReconcile } from "./policy";

export const reconciliationReason = z.object({ reason: oneLine({ most: 300, empty: "Say why; it is kept in the audit trail." }) });

export interface ReconciliationView {
  id: string;
  startedAt: string;
  pulledTo: string;
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
  return rows.map(toView);
}

const toView = (row: ReconciliationModel & { lines: ReconciliationLineModel[] }): ReconciliationView => ({
  id: row.id, startedAt: row.startedAt.toISOString(), pulledTo: row.pulledTo.toISOString(), movements: row.movements, providerBalance: Number(row.providerBalance), movementsSum: Number(row.movementsSum), ledgerSum: Number(row.ledgerSum), inFlight: Number(row.inFlight), difference: Number(row.difference), currency: row.currency,
  lines: row.lines.map((line) => ({ causeId: line.causeId, movementId: line.movementId, type: line.type, provider: Number(line.providerAmount), ledger: Number(line.ledgerAmount) })),
});

export type ReconciliationDetail = ReconciliationView & { movementsOf: Record<string, { id: string; type: string; net: number; occurredAt: string; source: string | null }[]> };

/** One comparison with its lines, and the provider's movements behind each cause. Two statements. @throws NotFound */
export async function readReconciliation(ctx: Context, id: string): Promise<ReconciliationDetail> {
  authorize(canReconcile(ctx.actor), "comparison");
  const row = await ctx.db.reconciliation.findUnique({ where: { id }, include: { lines: { orderBy: { number: "asc" }, take: 200 } } });
  if (!row) throw new NotFound("comparison");
  const causes = row.lines.flatMap(({ causeId }) => (causeId ? [causeId] : []));
  const movements = await ctx.db.railMovement.findMany({ where: { OR: [{ causeId: { in: causes } }, { rail: row.rail, providerId: { in: row.lines.flatMap(({ movementId }) => (movementId ? [movementId] : [])) } }] }, orderBy: { occurredAt: "asc" }, take: 1_000 });
  const movementsOf: ReconciliationDetail["movementsOf"] = {};
  for (const { causeId, providerId, type, net, occurredAt, source } of movements) (movementsOf[causeId ?? providerId] ??= []).push({ id: providerId, type, net, occurredAt: occurredAt.toISOString(), source });
  return { ...toView(row), movementsOf };
}
