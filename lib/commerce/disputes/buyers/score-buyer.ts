import { days, later } from "@/lib/platform/clock";
import type { Context, Database, Tx } from "@/lib/platform/db";
import { badFaithReasons, blockFrom, buyerPoints } from "../rules";
import { blockBuyerIn } from "./block-buyer";

export interface BuyerFacts {
  warnings: number;
  lostFraud: number;
  lostOther: number;
  open: number;
  endedWell: number;
  accountOlderThanAYear: boolean;
  undisputedPayments: number;
}

/** What is known against a buyer, in points; each with its reason, so that a person can follow the sum. Pure. */
export function scoreBuyer(facts: BuyerFacts): { score: number; because: string[] } {
  const times = (count: number, what: string, points: number): [string, number] => [`${count} × ${what}: ${points > 0 ? "+" : ""}${count * points}`, count * points];
  const parts = [
    times(facts.warnings, "warned of by a bank", buyerPoints.warning),
    times(facts.lostFraud, "dispute lost, said to be fraud", buyerPoints.lostFraud),
    times(facts.lostOther, "dispute lost", buyerPoints.lostOther),
    times(facts.open, "dispute open", buyerPoints.openDispute),
    times(facts.endedWell, "dispute that ended for the creator", buyerPoints.withdrawnOrWon),
    times(facts.accountOlderThanAYear ? 1 : 0, "account older than a year", buyerPoints.accountOlderThanAYear),
    times(facts.undisputedPayments >= 6 ? 1 : 0, "six payments or more that nobody disputed", buyerPoints.sixUndisputedPayments),
  ].filter(([, points]) => points !== 0);
  return { score: Math.max(parts.reduce((sum, [, points]) => sum + points, 0), 0), because: parts.map(([words]) => words) };
}

/** One statement, through what is kept of the buyer. */
export async function readBuyerFacts(db: Database | Tx, userId: string, now: Date): Promise<BuyerFacts> {
  const yearAgo = later(now, -days(365));
  const [row] = await db.$queryRaw<(Record<"warnings" | "lostFraud" | "lostOther" | "open" | "endedWell" | "undisputed", bigint> & { old: boolean })[]>`
    SELECT (SELECT count(*) FROM "FraudWarning" WHERE "fanUserId" = ${userId}) AS warnings,
      count(*) FILTER (WHERE stage = 'lost' AND reason = ANY(${[...badFaithReasons]})) AS "lostFraud", count(*) FILTER (WHERE stage = 'lost' AND NOT reason = ANY(${[...badFaithReasons]})) AS "lostOther",
      count(*) FILTER (WHERE stage IN ('open', 'submitted')) AS open, count(*) FILTER (WHERE stage IN ('won', 'withdrawn')) AS "endedWell",
      (SELECT count(*) FROM (SELECT 1 FROM "Sale" s WHERE s."fanUserId" = ${userId} AND NOT EXISTS (SELECT 1 FROM "Dispute" x WHERE x."saleId" = s.id) LIMIT 6) AS quiet) AS undisputed,
      coalesce((SELECT "createdAt" < ${yearAgo} FROM "User" WHERE id = ${userId}), false) AS old
    FROM "Dispute" WHERE "fanUserId" = ${userId}`;
  if (!row) throw new Error("the count gave no answer");
  return { warnings: Number(row.warnings), lostFraud: Number(row.lostFraud), lostOther: Number(row.lostOther), open: Number(row.open), endedWell: Number(row.endedWell), undisputedPayments: Number(row.undisputed), accountOlderThanAYear: row.old };
}

/** Blocks a buyer everywhere when what is known of them is enough. */
export async function blockIfScored(tx: Tx, ctx: Context, { userId, causeId }: { userId: string; causeId: string }): Promise<void> {
  const { score } = scoreBuyer(await readBuyerFacts(tx, userId, ctx.now));
  if (score < blockFrom) return;
  const reason = "Payments from this account were taken back by the bank they came from, so it cannot pay here. Write to us if that is a mistake.";
  await blockBuyerIn(tx, ctx, { userId, creatorId: null, rule: "score", reason, causeId });
}
