import type { ViewerStanding } from "@/lib/content/access";
import { type Context, Prisma } from "@/lib/platform/db";
import type { CreatorId } from "@/lib/platform/ids";
import { type Page, toPage } from "@/lib/platform/lists";
import { isShown, type ListedRow, noteListed, readListed } from "./post-rows";
import type { Post } from "./schema";
import { toPost } from "./to-post";

export interface Opening {
  pinned: Post | undefined;
  newest: Page<Post>;
}

/**
 * What a creator's page opens with: the post they pinned and their newest ones, in one statement for a viewer whose standing is known.
 * The pinned one is among the newest too if it is new.
 */
export async function openingPosts(ctx: Context, creatorId: CreatorId, limit: number, viewer: ViewerStanding): Promise<Opening> {
  const released = Prisma.sql`pub."creatorId" = ${creatorId} AND pub."clearedAt" IS NOT NULL AND pub."dueAt" <= ${ctx.now}`;
  const rows = await readListed(ctx, Prisma.sql`
    FROM (
      (SELECT pub.* FROM "Publication" pub WHERE ${released} ORDER BY pub."dueAt" DESC, pub."postId" DESC LIMIT ${limit + 1})
      UNION
      (SELECT pub.* FROM "Post" p JOIN "Publication" pub ON pub."postId" = p.id WHERE p."creatorId" = ${creatorId} AND p."pinnedAt" IS NOT NULL AND ${released} ORDER BY p."pinnedAt" DESC LIMIT 1)
    ) AS pub JOIN "Post" p ON p.id = pub."postId" JOIN "CreatorProfile" c ON c.id = p."creatorId" LEFT JOIN "Tier" t ON t.id = p."tierId"
    WHERE ${isShown(ctx.now)} ORDER BY pub."dueAt" DESC, pub."postId" DESC`);
  const pinned = rows.reduce<ListedRow | undefined>((best, row) => ((row.pinnedAt ?? 0) > (best?.pinnedAt ?? 0) ? row : best), undefined);
  // An old pinned post comes last, behind the newest: it is older than all of them.
  const newest = toPage(rows.slice(0, limit + 1), limit, (row) => ({ at: row.dueAt ?? row.createdAt, id: row.id }), (row) => toPost(row, viewer, ctx.now));
  const first = pinned && toPost(pinned, viewer, ctx.now);
  await noteListed(ctx, rows, first ? [first, ...newest.data] : newest.data);
  return { pinned: first, newest };
}
