import { type Context, Prisma } from "@/lib/platform/db";
import { asId } from "@/lib/platform/ids";
import { decodeCursor, type Page, type PageQuery, toPage } from "@/lib/platform/lists";
import type { BoughtPost } from "./schema";

interface Row {
  grantId: string;
  at: Date;
  id: string;
  title: string;
  kind: BoughtPost["kind"];
  handle: string;
  name: string;
  there: boolean;
}

/** The posts one was given for good and holds still, last given first. One statement through PostGrant(userId, startsAt, id). */
export async function boughtPosts(ctx: Context, { limit, cursor }: PageQuery): Promise<Page<BoughtPost>> {
  const userId = ctx.actor.kind === "user" ? ctx.actor.userId : "";
  const position = decodeCursor(cursor);
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT g.id AS "grantId", g."startsAt" AS at, p.id, p.title, p.kind::text AS kind, c.handle::text AS handle, c.name,
      c."openedAt" IS NOT NULL AND c.rating = 'general' AND (p."keptAt" IS NOT NULL OR coalesce(pub."clearedAt" IS NOT NULL AND pub."dueAt" <= ${ctx.now}, false)) AS there
    FROM "PostGrant" g JOIN "Post" p ON p.id = g."postId" JOIN "CreatorProfile" c ON c.id = p."creatorId" LEFT JOIN "Publication" pub ON pub."postId" = p.id
    WHERE g."userId" = ${userId} AND g."startsAt" <= ${ctx.now} AND (g."endsAt" IS NULL OR g."endsAt" > ${ctx.now}) ${position ? Prisma.sql`AND (g."startsAt", g.id) < (${position.at}, ${position.id})` : Prisma.empty}
    ORDER BY g."startsAt" DESC, g.id DESC LIMIT ${limit + 1}`;
  return toPage(rows, limit, (row) => ({ at: row.at, id: row.grantId }), ({ at, id, title, kind, handle, name, there }) => ({ id: asId("post", id), title, kind, creator: { handle, name }, boughtAt: at.toISOString(), there }));
}
