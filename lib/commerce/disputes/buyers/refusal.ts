import type { Database, Tx } from "@/lib/platform/db";

/** Why somebody cannot buy from this page, in words for them; undefined when they can. One statement, through BuyerBlock(userId). */
export async function refusalForBuyer(db: Database | Tx, userId: string, creatorId: string): Promise<string | undefined> {
  const block = await db.buyerBlock.findFirst({ where: { userId, liftedAt: null, OR: [{ creatorId: null }, { creatorId }] }, orderBy: { startsAt: "asc" }, select: { reason: true } });
  return block?.reason;
}
