import { accounts, accountSum } from "@/lib/commerce/ledger";
import { movementsRailNamed } from "@/lib/commerce/rails";
import { hours, later } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { compareCauses, type Disagreement, findCauses } from "./match-movements";
import { pullMovements } from "./pull-movements";

/** What was moved or booked less than this ago may still be on its way to the other side. */
const graceMs = hours(1);

export interface ReconciliationOutcome {
  id: string;
  movements: number;
  providerBalance: number;
  ledgerSum: number;
  /** Moved there and not booked here, or the other way round, for less than an hour. */
  inFlight: number;
  /** Zero, or `lines` says exactly what it is made of. */
  difference: number;
  lines: Disagreement[];
}

/**
 * Compares our books with the provider's, movement by movement: fetches what it moved since the last time, finds the cause of each in our
 * rows, and keeps a row of the outcome with the exact lines of any difference. @throws ProviderFailed; Error when the provider's own
 * movements do not add up to its balance
 */
export async function reconcile(ctx: Context, { rail = "stripe", currency = "usd", until = later(new Date(), 240_000) }: { rail?: string; currency?: string; until?: Date } = {}): Promise<ReconciliationOutcome> {
  const last = await ctx.db.reconciliation.findFirst({ where: { rail, currency }, orderBy: { startedAt: "desc" } });
  const { pulled, to } = await pullMovements(ctx, { rail, from: last ? later(last.pulledTo, -graceMs) : undefined, until });
  await findCauses(ctx.db, rail);
  const disagreements = await compareCauses(ctx.db, { rail, currency, since: last ? later(last.startedAt, -graceMs) : new Date(0), now: ctx.now });
  const edge = later(ctx.now < to ? ctx.now : to, -graceMs);
  const lines = disagreements.filter(({ latest }) => latest < edge);
  const sum = (list: Disagreement[]): number => list.reduce((total, one) => total + one.provider - one.ledger, 0);
  const [movementsSum, ledgerSum, balances] = [await sumOfMovements(ctx, rail, currency), await accountSum(ctx.db, accounts.rail(rail), currency), await movementsRailNamed(rail).balance()];
  const outcome: ReconciliationOutcome = { id: newId("reconciliation"), movements: pulled, providerBalance: balances.get(currency) ?? 0, ledgerSum, inFlight: sum(disagreements) - sum(lines), difference: sum(lines), lines };
  await keep(ctx, { rail, currency, to, movementsSum, outcome });
  return outcome;
}

async function sumOfMovements(ctx: Context, rail: string, currency: string): Promise<number> {
  const { _sum } = await ctx.db.railMovement.aggregate({ where: { rail, currency }, _sum: { net: true } });
  return _sum.net ?? 0;
}

async function keep(ctx: Context, { rail, currency, to, movementsSum, outcome }: { rail: string; currency: string; to: Date; movementsSum: number; outcome: ReconciliationOutcome }): Promise<void> {
  const { id, movements, providerBalance, ledgerSum, inFlight, difference, lines } = outcome;
  await ctx.transaction(async (tx) => {
    await tx.reconciliation.create({ data: { id, rail, currency, startedAt: ctx.now, pulledTo: to, movements, providerBalance, movementsSum, ledgerSum, inFlight, difference } });
    await tx.reconciliationLine.createMany({ data: lines.map((line, index) => ({ reconciliationId: id, number: index + 1, causeId: line.causeId, movementId: line.movementId, type: line.type, currency, providerAmount: line.provider, ledgerAmount: line.ledger })) });
  });
}
