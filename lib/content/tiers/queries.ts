import type { Database } from "@/lib/platform/db";
import type { TierModel } from "@/lib/platform/db/generated/models";
import { asId } from "@/lib/platform/ids";
import type { Currency } from "@/lib/platform/money";
import type { Tier } from "./schema";

export function toTier(row: TierModel): Tier {
  return { id: asId("tier", row.id), creatorId: asId("creator", row.creatorId), name: row.name, description: row.description, minAmount: row.minAmount, currency: row.currency as Currency, benefits: row.benefits, rank: row.rank, archived: row.archivedAt !== null };
}

/** A creator's tiers, lowest first; at most 50, through Tier(creatorId, rank). */
export async function listTiers(db: Database, creatorId: string, { archived = false } = {}): Promise<Tier[]> {
  const rows = await db.tier.findMany({ where: { creatorId, ...(archived ? {} : { archivedAt: null }) }, orderBy: { rank: "asc" }, take: 50 });
  return rows.map(toTier);
}

/** A tier one can join now. */
export async function openTier(db: Pick<Database, "tier">, tierId: string): Promise<Tier | undefined> {
  const row = await db.tier.findUnique({ where: { id: tierId } });
  return row?.archivedAt === null ? toTier(row) : undefined;
}
