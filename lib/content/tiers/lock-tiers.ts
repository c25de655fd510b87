import type { Tx } from "@/lib/platform/db";
import type { TierModel } from "@/lib/platform/db/generated/models";
import { mostTiersEver } from "./rules";

/**
 * All of a creator's tiers, archived ones too, lowest first, held until the transaction ends.
 * The profile's row stands for the set: whoever adds, orders or prices tiers at once takes turns.
 */
export async function lockTiers(tx: Tx, creatorId: string): Promise<TierModel[]> {
  await tx.$queryRaw`SELECT id FROM "CreatorProfile" WHERE id = ${creatorId} FOR UPDATE`;
  return tx.tier.findMany({ where: { creatorId }, orderBy: { rank: "asc" }, take: mostTiersEver });
}
