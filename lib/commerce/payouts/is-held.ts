import type { Tx } from "@/lib/platform/db";

/** Whether payouts of a page are kept back at a moment; through PayoutHold(creatorId, startsAt). */
export async function isHeldAt(db: Pick<Tx, "payoutHold">, creatorId: string, at: Date): Promise<boolean> {
  return (await db.payoutHold.count({ where: { creatorId, liftedAt: null, startsAt: { lte: at }, OR: [{ endsAt: null }, { endsAt: { gt: at } }] } })) > 0;
}
