import type { Actor, Database } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/db";
import type { ViewerStanding } from "./decide";

const stranger: ViewerStanding = { kind: "stranger" };

/** A grant that holds at `now`; g is the Grant. */
export const grantHolds = (now: Date) => Prisma.sql`g."startsAt" <= ${now} AND (g."endsAt" IS NULL OR g."endsAt" > ${now})`;

/**
 * The rank the viewer holds with a creator, as a column of another statement: the number standingOf() wants. Through Grant(userId, creatorId).
 * `creatorId` is a column of that statement or a value.
 */
export function heldRank(actor: Actor, creatorId: Prisma.Sql, now: Date): Prisma.Sql {
  if (actor.kind !== "user") return Prisma.sql`NULL::int`;
  return Prisma.sql`(SELECT max(coalesce(gt.rank, 0))::int FROM "Grant" g LEFT JOIN "Tier" gt ON gt.id = g."tierId" WHERE g."userId" = ${actor.userId} AND g."creatorId" = ${creatorId} AND ${grantHolds(now)})`;
}

/** What the viewer is to a creator of whom they hold this rank; null: no grant. */
export function standingOf(actor: Actor, creatorId: string, rank: number | null): ViewerStanding {
  if (actor.kind === "user" && actor.creatorId === creatorId) return { kind: "owner" };
  return rank === null ? stranger : { kind: "granted", rank };
}

/** What the viewer is to each of these creators: one statement through Grant(userId, creatorId), none for a visitor. */
export async function viewerStandings(db: Pick<Database, "$queryRaw">, actor: Actor, creatorIds: string[], now: Date): Promise<(creatorId: string) => ViewerStanding> {
  if (actor.kind !== "user") return () => stranger;
  const others = [...new Set(creatorIds)].filter((creatorId) => creatorId !== actor.creatorId);
  const rows = others.length === 0 ? [] : await db.$queryRaw<{ creatorId: string; rank: number }[]>`
    SELECT g."creatorId", max(coalesce(t.rank, 0))::int AS rank FROM "Grant" g LEFT JOIN "Tier" t ON t.id = g."tierId"
    WHERE g."userId" = ${actor.userId} AND g."creatorId" = ANY(${others}) AND ${grantHolds(now)} GROUP BY g."creatorId"`;
  const ranks = new Map(rows.map((row) => [row.creatorId, row.rank]));
  return (creatorId) => standingOf(actor, creatorId, ranks.get(creatorId) ?? null);
}
