import { grantHolds, heldRank, noteOpening, noteUse, openingNoted, standingOf, unusedGrant, viewerStandings } from "@/lib/content/access";
import { type Context, Prisma } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { asId, type CreatorId, type PostId } from "@/lib/platform/ids";
import { decodeCursor, type Page, type PageQuery, type Position, toPage } from "@/lib/platform/lists";
import { isKept, isShown, noteListed, type PostRow, readListed, selectPost, selectPostWith } from "./post-rows";
import type { Post } from "./schema";
import { toPost } from "./to-post";

const publishedPosition = (row: PostRow): Position => ({ at: row.dueAt ?? row.createdAt, id: row.id });
const before = (position: Position | undefined): Prisma.Sql => (position ? Prisma.sql`AND (pub."dueAt", pub."postId") < (${position.at}, ${position.id})` : Prisma.empty);

/**
 * One post as the caller may see it; its owner sees drafts too, and whoever bought it what was taken back since. One statement by primary
 * key; once for each membership, and once an hour for what was bought, a note that it was used. @throws NotFound
 */
export async function readPost(ctx: Context, postId: PostId): Promise<Post> {
  const page = Prisma.sql`p."creatorId"`;
  const held = Prisma.sql`${heldRank(ctx.actor, page, ctx.now)} AS held, ${unusedGrant(ctx.actor, page, ctx.now)} AS unused, ${openingNoted(ctx.actor, Prisma.sql`p.id`, ctx.now)} AS noted,`;
  const [row] = await ctx.db.$queryRaw<(PostRow & { held: number | null; unused: boolean; noted: boolean })[]>`
    ${selectPostWith(ctx, held)} FROM "Post" p JOIN "CreatorProfile" c ON c.id = p."creatorId" LEFT JOIN "Publication" pub ON pub."postId" = p.id LEFT JOIN "Tier" t ON t.id = p."tierId"
    WHERE p.id = ${postId} AND ((${isShown(ctx.now)}) OR (${isKept(ctx)}) OR (p."creatorId" = ${ownPage(ctx)} AND p."deletedAt" IS NULL))`;
  if (!row) throw new NotFound("post");
  const post = toPost(row, standingOf(ctx.actor, row.creatorId, row.held), ctx.now);
  if (row.granted && !row.noted) await noteOpening(ctx, { postId, creatorId: row.creatorId });
  else if (row.unused && !row.granted && forMembers(post) && !post.locked) await noteUse(ctx, row.creatorId);
  return post;
}

const forMembers = ({ audience }: Post): boolean => audience === "tier" || audience === "paid";
const ownPage = (ctx: Context): string => (ctx.actor.kind === "user" ? (ctx.actor.creatorId ?? "") : "");

/** A creator's published posts, newest first, locked ones as previews. Two statements through Publication(creatorId, dueAt, postId). */
export async function postsOfCreator(ctx: Context, creatorId: CreatorId, { limit, cursor }: PageQuery): Promise<Page<Post>> {
  const rows = await readListed(ctx, Prisma.sql`
    FROM "Publication" pub JOIN "Post" p ON p.id = pub."postId" JOIN "CreatorProfile" c ON c.id = p."creatorId" LEFT JOIN "Tier" t ON t.id = p."tierId"
    WHERE pub."creatorId" = ${creatorId} AND ${isShown(ctx.now)} ${before(decodeCursor(cursor))}
    ORDER BY pub."dueAt" DESC, pub."postId" DESC LIMIT ${limit + 1}`);
  const standing = await viewerStandings(ctx.db, ctx.actor, [creatorId], ctx.now);
  const page = toPage(rows, limit, publishedPosition, (row) => toPost(row, standing(row.creatorId), ctx.now));
  await noteListed(ctx, rows, page.data);
  return page;
}

/**
 * Posts of the creators one follows or pays, newest first. Takes the newest few of each creator from the index of what is shown
 * and merges them, so that its work grows with how many one follows, not with how much they wrote. Two statements.
 */
export async function readFeed(ctx: Context, { limit, cursor }: PageQuery): Promise<Page<Post>> {
  if (ctx.actor.kind !== "user") return { data: [], nextCursor: null };
  const position = before(decodeCursor(cursor));
  const rows = await readListed(ctx, Prisma.sql`
    FROM (
      SELECT newest.* FROM (SELECT DISTINCT g."creatorId" FROM "Grant" g WHERE g."userId" = ${ctx.actor.userId} AND ${grantHolds(ctx.now)}) AS known
      CROSS JOIN LATERAL (SELECT pub."postId", pub."dueAt" FROM "Publication" pub WHERE pub."creatorId" = known."creatorId" AND pub."clearedAt" IS NOT NULL AND pub."dueAt" <= ${ctx.now} ${position} ORDER BY pub."dueAt" DESC, pub."postId" DESC LIMIT ${limit + 1}) AS newest
      ORDER BY newest."dueAt" DESC, newest."postId" DESC LIMIT ${limit + 1}
    ) AS newest JOIN "Publication" pub ON pub."postId" = newest."postId" JOIN "Post" p ON p.id = pub."postId" JOIN "CreatorProfile" c ON c.id = p."creatorId" LEFT JOIN "Tier" t ON t.id = p."tierId"
    WHERE ${isShown(ctx.now)} ORDER BY pub."dueAt" DESC, pub."postId" DESC`);
  const standing = await viewerStandings(ctx.db, ctx.actor, rows.map((row) => row.creatorId), ctx.now);
  const page = toPage(rows, limit, publishedPosition, (row) => toPost(row, standing(row.creatorId), ctx.now));
  await noteListed(ctx, rows, page.data);
  return page;
}

/** All of one's own posts with drafts, last made first; through Post(creatorId, createdAt, id). */
export async function ownPosts(ctx: Context, creatorId: CreatorId, { limit, cursor }: PageQuery): Promise<Page<Post>> {
  const position = decodeCursor(cursor);
  const rows = await ctx.db.$queryRaw<PostRow[]>`
    ${selectPost(ctx)} FROM "Post" p JOIN "CreatorProfile" c ON c.id = p."creatorId" LEFT JOIN "Publication" pub ON pub."postId" = p.id LEFT JOIN "Tier" t ON t.id = p."tierId"
    WHERE p."creatorId" = ${creatorId} AND p."deletedAt" IS NULL ${position ? Prisma.sql`AND (p."createdAt", p.id) < (${position.at}, ${position.id})` : Prisma.empty}
    ORDER BY p."createdAt" DESC, p.id DESC LIMIT ${limit + 1}`;
  return toPage(rows, limit, (row) => ({ at: row.createdAt, id: row.id }), (row) => toPost(row, { kind: "owner" }, ctx.now));
}

/** The newest public sounds of different creators, for the home page; looks through the newest 300 posts. */
export async function freshSounds(ctx: Context, limit: number): Promise<Post[]> {
  const rows = await ctx.db.$queryRaw<PostRow[]>`
    ${selectPost(ctx)} FROM (SELECT * FROM "Publication" WHERE "clearedAt" IS NOT NULL AND "dueAt" <= ${ctx.now} ORDER BY "dueAt" DESC, "postId" DESC LIMIT 300) AS pub
      JOIN "Post" p ON p.id = pub."postId" JOIN "CreatorProfile" c ON c.id = p."creatorId" LEFT JOIN "Tier" t ON t.id = p."tierId"
    WHERE p.kind = 'audio' AND p.audience = 'public' AND ${isShown(ctx.now)} ORDER BY pub."dueAt" DESC`;
  const seen = new Set<string>();
  const fresh = rows.filter((row) => !seen.has(row.creatorId) && seen.add(row.creatorId)).slice(0, limit);
  return fresh.map((row) => toPost(row, { kind: "stranger" }, ctx.now));
}

/** How far the files of a post have come, for the trust wing. */
export async function mediaStatesOf(ctx: Context, postId: string): Promise<string[]> {
  const rows = await ctx.db.postMedia.findMany({ where: { postId: asId("post", postId) }, select: { media: { select: { state: true } } } });
  return rows.map((row) => row.media.state);
}

/**
 * Published posts that wait for their review and hold this file, newest first, for the trust wing; through PostMedia(mediaId).
 * At most as many as are named: one file in more unseen posts than that is nobody's ordinary work.
 */
export async function waitingPostsWith(ctx: Context, mediaId: string, most: number): Promise<string[]> {
  const rows = await ctx.db.postMedia.findMany({ where: { mediaId, post: { publication: { is: { clearedAt: null } } } }, orderBy: { postId: "desc" }, take: most, select: { postId: true } });
  return rows.map((row) => row.postId);
}

/** Which tier each of these posts of a creator is for, or is included from, as its owner edits it; through the primary key. */
export async function tiersOfPosts(db: Context["db"], creatorId: CreatorId, postIds: PostId[]): Promise<Map<string, { id: string; name: string }>> {
  const rows = await db.post.findMany({ where: { id: { in: postIds }, creatorId }, select: { id: true, tier: { select: { id: true, name: true } } } });
  return new Map(rows.flatMap((row) => (row.tier ? [[row.id, row.tier] as const] : [])));
}
