import { later } from "@/lib/platform/clock";
import type { Database, Tx } from "@/lib/platform/db";
import { longDate } from "@/lib/platform/mail";
import { withdrawals } from "./rules";

/**
 * Why somebody who withdrew from what they bought on a page again and again cannot buy there for now; undefined when they can. Only
 * what had been paid and went back counts, each contract once. One statement, through Sale(fanUserId) and Refund(saleId).
 */
export async function refusalAfterWithdrawals(db: Database | Tx, { userId, creatorId, now }: { userId: string; creatorId: string; now: Date }): Promise<string | undefined> {
  const rows = await db.$queryRaw<{ at: Date }[]>`
    SELECT min(r."requestedAt") AS at FROM "Sale" s JOIN "Refund" r ON r."saleId" = s.id
    WHERE s."fanUserId" = ${userId} AND s."creatorId" = ${creatorId} AND r.initiator = 'withdrawal' AND r.rule IS NOT NULL AND r."requestedAt" > ${later(now, -withdrawals.withinMs)}
    GROUP BY r.rule ORDER BY at DESC LIMIT ${withdrawals.most}`;
  const oldest = rows.at(-1)?.at;
  if (rows.length < withdrawals.most || !oldest) return undefined;
  return `You bought here and withdrew ${withdrawals.most} times within twelve months, and had all of it back. You can buy from this page again from ${longDate(later(oldest, withdrawals.withinMs))} on.`;
}
