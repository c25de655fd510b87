import type { Context, Database } from "@/lib/platform/db";
import type { FeeProposalModel } from "@/lib/platform/db/generated/models";
import { asId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { canSetFees } from "./policy";
import { examplePrice } from "./rules";
import type { FeeProposalView, FeeSchedules } from "./schema";
import { estimateSplit } from "./split";

/** Every schedule, the newest first, with who agreed to it; what waits, and what was withdrawn last. For administrators. Four statements. @throws NotFound for others */
export async function listFees(ctx: Context): Promise<FeeSchedules> {
  authorize(canSetFees(ctx.actor));
  const [rows, proposals] = await Promise.all([ctx.db.feeSchedule.findMany({ orderBy: { effectiveFrom: "desc" }, take: 100 }), ctx.db.feeProposal.findMany({ orderBy: [{ proposedAt: "desc" }, { id: "desc" }], take: 100 })]);
  const [names, sales] = await Promise.all([namesOf(ctx.db, proposals), salesOf(ctx.db, rows)]);
  const views = proposals.map((row) => toProposal(row, names));
  const inForce = rows.find(({ effectiveFrom }) => effectiveFrom <= ctx.now);
  return {
    schedules: rows.map((row, index) => ({
      ...row, id: asId("feeSchedule", row.id), effectiveFrom: row.effectiveFrom.toISOString(),
      state: row.effectiveFrom > ctx.now ? "to_come" : row.id === inForce?.id ? "in_force" : "past",
      until: rows[index - 1]?.effectiveFrom.toISOString() ?? null, sales: sales.get(row.id) ?? 0, example: estimateSplit(examplePrice, row),
      proposal: views.find(({ id }) => id === row.id) ?? null,
    })),
    waiting: views.find(({ state }) => state === "waiting") ?? null,
    withdrawn: views.filter(({ state }) => state === "withdrawn"),
  };
}

async function namesOf(db: Database, proposals: FeeProposalModel[]): Promise<Map<string, string>> {
  const ids = proposals.flatMap((row) => [row.proposedByUserId, row.approvedByUserId, row.withdrawnByUserId]).filter((id) => id !== null);
  const people = await db.user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, displayName: true }, take: 300 });
  return new Map(people.map(({ id, displayName }) => [id, displayName]));
}

/** How many sales each split, up to a thousand: those of its time, through Sale(occurredAt). */
async function salesOf(db: Database, newestFirst: { id: string; effectiveFrom: Date }[]): Promise<Map<string, number>> {
  const [ids, from, until] = [newestFirst.map(({ id }) => id), newestFirst.map(({ effectiveFrom }) => effectiveFrom.toISOString()), newestFirst.map((_, index) => newestFirst[index - 1]?.effectiveFrom.toISOString() ?? "9999-01-01")];
  const rows = await db.$queryRaw<{ id: string; sales: number }[]>`
    SELECT f.id, (SELECT count(*)::int FROM (SELECT 1 FROM "Sale" s WHERE s."occurredAt" >= f.begins AND s."occurredAt" < f.ends LIMIT 1000) AS booked) AS sales FROM unnest(${ids}::text[], ${from}::text[]::timestamp[], ${until}::text[]::timestamp[]) AS f(id, begins, ends)`;
  return new Map(rows.map(({ id, sales }) => [id, sales]));
}

function toProposal(row: FeeProposalModel, names: Map<string, string>): FeeProposalView {
  const done = (byUserId: string | null, at: Date | null, reason: string | null): FeeProposalView["approved"] => (byUserId && at ? { by: names.get(byUserId) ?? "somebody who is gone", byUserId, at: at.toISOString(), reason: reason ?? "" } : null);
  const { id, platformBps, estimateProcessingBps, estimateProcessingFixed, note, raises } = row;
  return {
    id: asId("feeSchedule", id), platformBps, estimateProcessingBps, estimateProcessingFixed, note, raises, effectiveFrom: row.effectiveFrom.toISOString(),
    state: row.withdrawnAt ? "withdrawn" : row.approvedAt ? "agreed" : "waiting",
    proposed: done(row.proposedByUserId, row.proposedAt, row.proposedReason), approved: done(row.approvedByUserId, row.approvedAt, row.approvedReason), withdrawn: done(row.withdrawnByUserId, row.withdrawnAt, row.withdrawnReason),
    toldAt: row.toldAt?.toISOString() ?? null, example: estimateSplit(examplePrice, row),
  };
}
