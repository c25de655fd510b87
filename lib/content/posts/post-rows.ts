import { holdsPost, noteHandedOut, unusedGrant, unusedPost } from "@/lib/content/access";
import { type Context, Prisma } from "@/lib/platform/db";
import type { Post } from "./schema";

export interface PostRow {
  id: string;
  creatorId: string;
  handle: string;
  creatorName: string;
  artMediaId: string | null;
  accent: string | null;
  kind: "text" | "picture" | "audio";
  title: string;
  body: string;
  audience: "public" | "followers" | "tier" | "paid";
  price: number | null;
  currency: string | null;
  /** The viewer holds a grant on it. */
  granted: boolean;
  tierId: string | null;
  tierName: string | null;
  tierRank: number | null;
  tierMinAmount: number | null;
  tierCurrency: string | null;
  pinnedAt: Date | null;
  createdAt: Date;
  dueAt: Date | null;
  clearedAt: Date | null;
  media: { id: string; kind: "picture" | "audio"; width: number | null; height: number | null; durationMs: number | null; peaks: number[]; altText: string }[] | null;
}

type Viewer = Pick<Context, "actor" | "now">;

/**
 * Everything a post needs to be shown, in one statement. p: Post, pub: Publication (absent for drafts), c: CreatorProfile, t: Tier.
 * Callers add their own WHERE, ORDER and LIMIT, and columns of their own before these.
 */
export const selectPostWith = ({ actor, now }: Viewer, columns: Prisma.Sql): Prisma.Sql => select(Prisma.sql`${columns} ${holdsPost(actor, Prisma.sql`p.id`, now)} AS granted`);
const select = (columns: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT ${columns}, p.price, p.currency, p.id, p."creatorId", c.handle::text AS handle, c.name AS "creatorName", c."artMediaId", c.accent, p.kind::text AS kind, p.title, p.body, p.audience::text AS audience,
    p."tierId", t.name AS "tierName", t.rank AS "tierRank", t."minAmount" AS "tierMinAmount", t.currency AS "tierCurrency", p."pinnedAt", p."createdAt", pub."dueAt", pub."clearedAt",
    (SELECT json_agg(json_build_object('id', m.id, 'kind', m.kind, 'width', m.width, 'height', m.height, 'durationMs', m."durationMs", 'peaks', m.peaks, 'altText', m."altText") ORDER BY pm.position)
     FROM "PostMedia" pm JOIN "Media" m ON m.id = pm."mediaId" WHERE pm."postId" = p.id) AS media`;
export const selectPost = (viewer: Viewer): Prisma.Sql => selectPostWith(viewer, Prisma.empty);

/** A post in a list, with whether what opens it has never been used. */
export type ListedRow = PostRow & { unusedPost: boolean | null; unusedMembership: boolean };

/** Reads posts for a list, in one statement; `from` is all of it behind its columns. */
export async function readListed({ db, actor, now }: Context, from: Prisma.Sql): Promise<ListedRow[]> {
  const columns = Prisma.sql`${unusedPost(actor, Prisma.sql`p.id`, now)} AS "unusedPost", (p.audience IN ('tier', 'paid') AND ${unusedGrant(actor, Prisma.sql`p."creatorId"`, now)}) AS "unusedMembership"`;
  const rows = await db.$queryRaw<Omit<ListedRow, "granted">[]>`${select(columns)} ${from}`;
  return rows.map((row) => ({ ...row, granted: row.unusedPost !== null }));
}

/** A list hands out all of a post's words: that is opening it. Noted once, by one statement, for what has not been opened before. */
export async function noteListed(ctx: Context, rows: ListedRow[], posts: Post[]): Promise<void> {
  const open = new Set<string>(posts.filter((post) => post.locked === null).map(({ id }) => id));
  const opened = rows.filter(({ id }) => open.has(id));
  const postIds = opened.filter((row) => row.unusedPost === true).map(({ id }) => id);
  const creatorIds = opened.filter((row) => row.unusedMembership && !row.granted).map(({ creatorId }) => creatorId);
  await noteHandedOut(ctx, { postIds, creatorIds: [...new Set(creatorIds)] });
}

/** Cleared, due, and on a page that is open to all. */
export const isShown = (now: Date): Prisma.Sql => Prisma.sql`pub."clearedAt" IS NOT NULL AND pub."dueAt" <= ${now} AND c."openedAt" IS NOT NULL AND c.rating = 'general'`;

/** Taken back or removed after the viewer had bought it, on a page that is open to all: theirs still. */
export const isKept = ({ actor, now }: Viewer): Prisma.Sql => Prisma.sql`p."keptAt" IS NOT NULL AND c."openedAt" IS NOT NULL AND c.rating = 'general' AND ${holdsPost(actor, Prisma.sql`p.id`, now)}`;
