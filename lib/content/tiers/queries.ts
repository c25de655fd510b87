import type { Database } from "@/lib/platform/db";
import type { TierModel } from "@/lib/platform/db/generated/models";
import { asId } from "@/lib/platform/ids";
import type { Currency } from "@/lib/platform/money";
import { mostTiersEver } from "./rules";
import type { Tier } from "./schema";

export function toTier(row: TierModel): Tier {
  return { id: asId("tier", row.id), creatorId: asId("creator", row.creatorId), name: row.name, description: row.description, minAmount: row.minAmount, currency: row.currency as Currency, benefits: row.benefits, annualAmount: row.annualAmount, trialDays: row.trialDays, rank: row.rank, archived: row.archivedAt !== null };
}

/** A creator's tiers, lowest first; all of them, through Tier(creatorId, rank). */
export async function listTiers(db: Database, creatorId: string, { archived = false } = {}): Promise<Tier[]> {
  const rows = await db.tier.findMany({ where: { creatorId, ...(archived ? {} : { archivedAt: null }) }, orderBy: { rank: "asc" }, take: mostTiersEver });
  return rows.map(toTier);
}

/** A tier one can join now. */
export async function openTier(db: Pick<Database, "tier">, tierId: string): Promise<Tier | undefined> {
  const row = await db.tier.findUnique({ where: { id: tierId } });
  return row?.archivedAt === null ? toTier(row) : undefined;
}

/** Which tiers cannot be deleted, and why: somebody holds or held them, or a post is for them. One statement through Grant(tierId) and Post(tierId). */
export async function tiersInUse(db: Database, creatorId: string): Promise<Map<string, "subscribers" | "posts">> {
  const rows = await db.$queryRaw<{ id: string; held: boolean; posts: boolean }[]>`
    SELECT t.id, EXISTS (SELECT 1 FROM "Grant" g WHERE g."tierId" = t.id) AS held, EXISTS (SELECT 1 FROM "Post" p WHERE p."tierId" = t.id) AS posts
    FROM "Tier" t WHERE t."creatorId" = ${creatorId}`;
  return new Map(rows.filter(({ held, posts }) => held || posts).map(({ id, held }) => [id, held ? "subscribers" : "posts"] as const));
}
