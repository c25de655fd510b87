import { holdsPost } from "@/lib/content/access";
import { type Context, Prisma } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { asId, type BundleId, type CreatorId, type PostId } from "@/lib/platform/ids";
import type { Currency } from "@/lib/platform/money";
import { fewestPosts, mostForSale } from "./rules";
import type { BundleView } from "./schema";

interface Row {
  id: string;
  creatorId: string;
  handle: string;
  name: string;
  title: string;
  words: string;
  price: number;
  currency: string;
  archivedAt: Date | null;
  posts: BundleView["posts"] | null;
}

/** A bundle with those of its posts that can be bought now, in one statement. b: Bundle, c: CreatorProfile. */
const selectBundle = ({ actor, now }: Context): Prisma.Sql => Prisma.sql`
  SELECT b.id, b."creatorId", c.handle::text AS handle, c.name, b.title, b.words, b.price, b.currency, b."archivedAt",
    (SELECT json_agg(json_build_object('id', p.id, 'title', p.title, 'kind', p.kind, 'price', p.price, 'yours', ${holdsPost(actor, Prisma.sql`p.id`, now)}) ORDER BY bp.position)
     FROM "BundlePost" bp JOIN "Post" p ON p.id = bp."postId" JOIN "Publication" pub ON pub."postId" = p.id
     WHERE bp."bundleId" = b.id AND p.audience = 'paid' AND pub."clearedAt" IS NOT NULL AND pub."dueAt" <= ${now}) AS posts
  FROM "Bundle" b JOIN "CreatorProfile" c ON c.id = b."creatorId"`;

function toBundle({ id, creatorId, handle, name, archivedAt, posts, currency, ...rest }: Row): BundleView {
  const inside = posts ?? [];
  const apart = inside.reduce((sum, post) => sum + post.price, 0);
  return { ...rest, id: asId("bundle", id), creator: { id: asId("creator", creatorId), handle, name }, currency: currency as Currency, posts: inside, apart, archived: archivedAt !== null, forSale: archivedAt === null && inside.length >= fewestPosts && rest.price <= apart };
}

/** One bundle as its page shows it, archived ones too: who bought it may look. One statement by key. @throws NotFound */
export async function readBundle(ctx: Context, bundleId: BundleId): Promise<BundleView> {
  const own = ctx.actor.kind === "user" ? (ctx.actor.creatorId ?? "") : "";
  const [row] = await ctx.db.$queryRaw<Row[]>`${selectBundle(ctx)} WHERE b.id = ${bundleId} AND ((c."openedAt" IS NOT NULL AND c.rating = 'general') OR b."creatorId" = ${own})`;
  if (!row) throw new NotFound("bundle");
  return toBundle(row);
}

/** One bundle as it is sold; what its page is rated is for the payment rail to judge. One statement by key. @throws NotFound */
export async function bundleToBuy(ctx: Context, bundleId: BundleId): Promise<BundleView> {
  const [row] = await ctx.db.$queryRaw<Row[]>`${selectBundle(ctx)} WHERE b.id = ${bundleId} AND c."openedAt" IS NOT NULL`;
  if (!row) throw new NotFound("bundle");
  return toBundle(row);
}

/** A page's bundles, newest first; as many as it may sell at a time. One statement through Bundle(creatorId, createdAt, id). */
export async function bundlesOf(ctx: Context, creatorId: CreatorId): Promise<BundleView[]> {
  const rows = await ctx.db.$queryRaw<Row[]>`${selectBundle(ctx)} WHERE b."creatorId" = ${creatorId} AND b."archivedAt" IS NULL AND c."openedAt" IS NOT NULL AND c.rating = 'general' ORDER BY b."createdAt" DESC, b.id DESC LIMIT ${mostForSale}`;
  return rows.map(toBundle);
}

/** Whether a page sells bundles, as a column of another statement; `creatorId` is a column of it or a value. */
export const sellsBundles = (creatorId: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (SELECT 1 FROM "Bundle" b WHERE b."creatorId" = ${creatorId} AND b."archivedAt" IS NULL)`;

/** Whether a page sells bundles. One statement. */
export async function hasBundles({ db }: Context, creatorId: CreatorId): Promise<boolean> {
  const [row] = await db.$queryRaw<{ sells: boolean }[]>`SELECT ${sellsBundles(Prisma.sql`${creatorId}`)} AS sells`;
  return row?.sells ?? false;
}

/** One's own bundles with archived ones, newest first; the last hundred. One statement. */
export async function ownBundles(ctx: Context, creatorId: CreatorId): Promise<BundleView[]> {
  const rows = await ctx.db.$queryRaw<Row[]>`${selectBundle(ctx)} WHERE b."creatorId" = ${creatorId} ORDER BY b."createdAt" DESC, b.id DESC LIMIT 100`;
  return rows.map(toBundle);
}

/** Bundles with this post that can be bought now, cheapest first; three at most. One statement through BundlePost(postId). */
export async function bundlesWith(ctx: Context, postId: PostId): Promise<BundleView[]> {
  const rows = await ctx.db.$queryRaw<Row[]>`${selectBundle(ctx)} WHERE b.id IN (SELECT bp."bundleId" FROM "BundlePost" bp WHERE bp."postId" = ${postId}) AND b."archivedAt" IS NULL AND c."openedAt" IS NOT NULL AND c.rating = 'general' ORDER BY b.price, b.id LIMIT 10`;
  return rows.map(toBundle).filter(({ forSale }) => forSale).slice(0, 3);
}
