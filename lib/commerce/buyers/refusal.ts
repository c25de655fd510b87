import { now } from "@/lib/platform/clock";
import type { Database, Tx } from "@/lib/platform/db";
import { refusalAfterWithdrawals } from "./withdrawn-too-often";

/** Why somebody cannot buy from this page, in words for them; undefined when they can. Two statements, through BuyerBlock(userId) and what they withdrew from. */
export async function refusalForBuyer(db: Database | Tx, userId: string, creatorId: string): Promise<string | undefined> {
  const block = await db.buyerBlock.findFirst({ where: { userId, liftedAt: null, OR: [{ creatorId: null }, { creatorId }] }, orderBy: { startsAt: "asc" }, select: { reason: true } });
  return block?.reason ?? refusalAfterWithdrawals(db, { userId, creatorId, now: now() });
}
