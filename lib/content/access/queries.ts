import type { Actor, Database } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/db";
import type { ViewerStanding } from "./decide";

const stranger: ViewerStanding = { kind: "stranger" };

/** A grant that holds at `now`; g is the Grant. */
export const grantHolds = (now: Date) => Prisma.sql`g."startsAt" <= ${now} AND (g."endsAt" IS NULL OR g."endsAt" > ${now})`;

/** What the viewer is to each of these creators: one statement through Grant(userId, creatorId), none for a visitor. */
export async function viewerStandings(db: Pick<Database, "$queryRaw">, actor: Actor, creatorIds: string[], now: Date): Promise<(creatorId: string) => ViewerStanding> {
  if (actor.kind !== "user") return () => stranger;
  const others = [...new Set(creatorIds)].filter((creatorId) => creatorId !== actor.creatorId);
  const rows = others.length === 0 ? [] : await db.$queryRaw<{ creatorId: string; rank: number }[]>`
    SELECT g."creatorId", max(coalesce(t.rank, 0))::int AS rank FROM "Grant" g LEFT JOIN "Tier" t ON t.id = g."tierId"
    WHERE g."userId" = ${actor.userId} AND g."creatorId" = ANY(${others}) AND ${grantHolds(now)} GROUP BY g."creatorId"`;
  const ranks = new Map(rows.map((row) => [row.creatorId, row.rank]));
  return (creatorId) => {
    if (creatorId === actor.creatorId) return { kind: "owner" };
    const rank = ranks.get(creatorId);
    return rank === undefined ? stranger : { kind: "granted", rank };
  };
}
