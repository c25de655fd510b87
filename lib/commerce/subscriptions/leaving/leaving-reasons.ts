import { days, later } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/db";
import type { CreatorId } from "@/lib/platform/ids";
import { NotFound } from "@/lib/platform/errors";
import { leastAnswers, type LeavingReason, leavingReasons } from "../rules";

export interface ReasonCount {
  reason: LeavingReason;
  words: string;
  count: number;
}

/**
 * Why people left a page in the last year, most said first, for whom it is. Only what at least five have said: fewer could be guessed.
 * One statement through Subscription(creatorId, cancelRequestedAt). @throws NotFound
 */
export async function leavingReasonsOf(ctx: Context, creatorId: CreatorId): Promise<ReasonCount[]> {
  if (ctx.actor.kind !== "user" || ctx.actor.creatorId !== creatorId) throw new NotFound("page");
  const rows = await ctx.db.$queryRaw<{ reason: string; count: number }[]>`
    SELECT "cancelReasonCode" AS reason, count(*)::int AS count FROM "Subscription"
    WHERE "creatorId" = ${creatorId} AND "cancelRequestedAt" >= ${later(ctx.now, -days(365))} AND "cancelReasonCode" IS NOT NULL
    GROUP BY "cancelReasonCode" HAVING count(*) >= ${leastAnswers} ORDER BY count DESC, reason`;
  return rows.flatMap(({ reason, count }) => (isReason(reason) ? [{ reason, words: leavingReasons[reason], count }] : []));
}

const isReason = (text: string): text is LeavingReason => text in leavingReasons;
