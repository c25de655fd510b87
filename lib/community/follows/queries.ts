import { type CreatorCard, toCreatorCard } from "@/lib/content/creators";
import type { Context } from "@/lib/platform/db";

/** Whom the caller follows, last followed first; at most `limit`. */
export async function listFollowing(ctx: Context, limit: number): Promise<CreatorCard[]> {
  if (ctx.actor.kind !== "user") return [];
  const rows = await ctx.db.$queryRaw<Parameters<typeof toCreatorCard>[0][]>`
    SELECT c.id, c.handle::text AS handle, c.name, c.tagline, c.city, c.genres, c."artMediaId", c.accent, c."memberCount"
    FROM "Follow" f JOIN "CreatorProfile" c ON c.id = f."creatorId" WHERE f."userId" = ${ctx.actor.userId} AND c."openedAt" IS NOT NULL ORDER BY f."createdAt" DESC LIMIT ${limit}`;
  return rows.map(toCreatorCard);
}
