import { type Actor, type Context, Prisma, type Tx } from "@/lib/platform/db";
import { type CreatorId, newId, type PostId, type UserId } from "@/lib/platform/ids";

export interface PostGrantInput {
  userId: UserId;
  creatorId: CreatorId;
  postIds: PostId[];
  source: "purchase";
  /** The row that gives them; one grant for each and post. */
  sourceId: string;
  startsAt: Date;
}

/** Gives somebody posts for good, in the caller's transaction. Repeating it changes nothing, and gives back what this source had ended. */
export async function grantPosts(tx: Tx, { postIds, source, sourceId, ...rest }: PostGrantInput): Promise<void> {
  await tx.postGrant.createMany({ data: postIds.map((postId) => ({ id: newId("postGrant"), postId, source, sourceId, ...rest })), skipDuplicates: true });
  await tx.postGrant.updateMany({ where: { source, sourceId, postId: { in: postIds }, endsAt: { not: null } }, data: { endsAt: null } });
}

/** Ends what one source gave at `at`, unless it has ended before. */
export async function endPostGrants(tx: Tx, { source, sourceId, at }: { source: PostGrantInput["source"]; sourceId: string; at: Date }): Promise<void> {
  await tx.postGrant.updateMany({ where: { source, sourceId, OR: [{ endsAt: null }, { endsAt: { gt: at } }] }, data: { endsAt: at } });
}

/**
 * Whether the viewer holds a grant on a post, as a column of another statement; through PostGrant(userId, postId). `postId` is a column of it.
 * One row at most is asked for: of a mere EXISTS the planner makes a table of all that the viewer holds.
 */
export function holdsPost(actor: Actor, postId: Prisma.Sql, now: Date): Prisma.Sql {
  if (actor.kind !== "user") return Prisma.sql`false`;
  return Prisma.sql`((SELECT pg.id FROM "PostGrant" pg WHERE pg."userId" = ${actor.userId} AND pg."postId" = ${postId} AND pg."startsAt" <= ${now} AND (pg."endsAt" IS NULL OR pg."endsAt" > ${now}) LIMIT 1) IS NOT NULL)`;
}

/** Which of these posts somebody holds now: one statement. */
export async function heldPosts(db: Pick<Tx, "postGrant">, userId: string, postIds: string[], now: Date): Promise<Set<string>> {
  const rows = await db.postGrant.findMany({ where: { userId, postId: { in: postIds }, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }, select: { postId: true }, take: 500 });
  return new Set(rows.map(({ postId }) => postId));
}

/** Whether this opening of a post is noted already: its hour, and on the grant that it was used. A column of another statement. */
export function openingNoted(actor: Actor, postId: Prisma.Sql, now: Date): Prisma.Sql {
  if (actor.kind !== "user") return Prisma.sql`true`;
  return Prisma.sql`(EXISTS (SELECT 1 FROM "ContentDelivery" cd WHERE cd."userId" = ${actor.userId} AND cd."postId" = ${postId} AND cd.kind = 'view' AND cd.hour = ${hourOf(now)})
    AND NOT EXISTS (SELECT 1 FROM "PostGrant" pg WHERE pg."userId" = ${actor.userId} AND pg."postId" = ${postId} AND pg."firstUsedAt" IS NULL AND pg."startsAt" <= ${now} AND (pg."endsAt" IS NULL OR pg."endsAt" > ${now})))`;
}

/** Notes that a post was opened by whoever holds it: the first time on the grant, and each hour for a bank that asks. One statement. */
export async function noteOpening(ctx: Context, { postId, creatorId, kind = "view", mediaId = null }: { postId: string; creatorId: string; kind?: "view" | "play"; mediaId?: string | null }): Promise<void> {
  if (ctx.actor.kind !== "user") return;
  const { userId } = ctx.actor;
  await ctx.db.$executeRaw`
    WITH used AS (UPDATE "PostGrant" SET "firstUsedAt" = ${ctx.now} WHERE "userId" = ${userId} AND "postId" = ${postId} AND "firstUsedAt" IS NULL AND "startsAt" <= ${ctx.now} AND ("endsAt" IS NULL OR "endsAt" > ${ctx.now}))
    INSERT INTO "ContentDelivery" ("userId", "postId", "creatorId", "mediaId", kind, hour, at, address) VALUES (${userId}, ${postId}, ${creatorId}, ${mediaId}, ${kind}, ${hourOf(ctx.now)}, ${ctx.now}, ${ctx.address}) ON CONFLICT DO NOTHING`;
}

/** Of a grant the viewer holds on a post: whether it was never used; null: they hold none. A column of another statement, which asks once for both. */
export function unusedPost(actor: Actor, postId: Prisma.Sql, now: Date): Prisma.Sql {
  if (actor.kind !== "user") return Prisma.sql`NULL::boolean`;
  return Prisma.sql`(SELECT bool_or(pg."firstUsedAt" IS NULL) FROM "PostGrant" pg WHERE pg."userId" = ${actor.userId} AND pg."postId" = ${postId} AND pg."startsAt" <= ${now} AND (pg."endsAt" IS NULL OR pg."endsAt" > ${now}))`;
}

/** Notes of what a list hands out, all of its words and sounds, that it was opened: of posts on their grants, of a membership on its own. One statement. */
export async function noteHandedOut(ctx: Context, { postIds, creatorIds }: { postIds: string[]; creatorIds: string[] }): Promise<void> {
  if (ctx.actor.kind !== "user" || postIds.length + creatorIds.length === 0) return;
  const { userId } = ctx.actor;
  await ctx.db.$executeRaw`
    WITH posts AS (UPDATE "PostGrant" SET "firstUsedAt" = ${ctx.now} WHERE "userId" = ${userId} AND "postId" = ANY(${postIds}) AND "firstUsedAt" IS NULL AND "startsAt" <= ${ctx.now} AND ("endsAt" IS NULL OR "endsAt" > ${ctx.now}))
    UPDATE "Grant" SET "firstUsedAt" = ${ctx.now} WHERE "userId" = ${userId} AND "creatorId" = ANY(${creatorIds}) AND source = 'subscription' AND "firstUsedAt" IS NULL AND ("endsAt" IS NULL OR "endsAt" > ${ctx.now})`;
}

const hourOf = (at: Date): Date => new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000);
