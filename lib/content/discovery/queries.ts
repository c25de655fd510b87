import { viewerStandings } from "@/lib/content/access";
import { type CreatorCard, creatorsTag, fold, toCreatorCard } from "@/lib/content/creators";
import { isShown, noteListed, readListed, toPost } from "@/lib/content/posts";
import { cached } from "@/lib/platform/cache";
import { type Context, type Database, Prisma } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { decodeCursor, encodeCursor, type Page } from "@/lib/platform/lists";
import type { DiscoverQuery, SearchQuery, SearchResult } from "./schema";

type CardRow = Parameters<typeof toCreatorCard>[0] & { openedAt: Date };
const cardColumns = Prisma.sql`c.id, c.handle::text AS handle, c.name, c.tagline, c.city, c.genres, c."artMediaId", c.accent, c."memberCount", c."openedAt"`;
const isOpen = Prisma.sql`c."openedAt" IS NOT NULL AND c.rating = 'general' AND c."postCount" > 0`;

/**
 * Creators with something to see, newest or most joined first. One statement through an index of that order; the first page of all
 * genres, which every visitor opens, is shared for half a minute. The same for everyone who asks.
 */
export async function discoverCreators(db: Database, query: DiscoverQuery): Promise<Page<CreatorCard>> {
  if (query.cursor !== undefined || query.genre !== undefined) return findCreators(db, query);
  return cached(`creators:${query.sort}:${query.limit}`, { ttlSeconds: 30, tags: [creatorsTag] }, () => findCreators(db, query));
}

async function findCreators(db: Database, { limit, cursor, genre, sort }: DiscoverQuery): Promise<Page<CreatorCard>> {
  const inGenre = genre ? Prisma.sql`AND c.genres @> ARRAY[${genre}]::text[]` : Prisma.empty;
  if (sort === "members") return byMembers(db, { limit, cursor, inGenre });
  const position = decodeCursor(cursor);
  const rows = await db.$queryRaw<CardRow[]>`
    SELECT ${cardColumns} FROM "CreatorProfile" c WHERE ${isOpen} ${inGenre} ${position ? Prisma.sql`AND (c."openedAt", c.id) < (${position.at}, ${position.id})` : Prisma.empty}
    ORDER BY c."openedAt" DESC, c.id DESC LIMIT ${limit + 1}`;
  const last = rows.at(limit - 1);
  return { data: rows.slice(0, limit).map(toCreatorCard), nextCursor: rows.length > limit && last ? encodeCursor({ at: last.openedAt, id: last.id }) : null };
}

async function byMembers(db: Database, { limit, cursor, inGenre }: { limit: number; cursor: string | undefined; inGenre: Prisma.Sql }): Promise<Page<CreatorCard>> {
  const position = decodeMembers(cursor);
  const rows = await db.$queryRaw<CardRow[]>`
    SELECT ${cardColumns} FROM "CreatorProfile" c WHERE ${isOpen} ${inGenre} ${position ? Prisma.sql`AND (c."memberCount", c.id) < (${position.count}, ${position.id})` : Prisma.empty}
    ORDER BY c."memberCount" DESC, c.id DESC LIMIT ${limit + 1}`;
  const last = rows.at(limit - 1);
  return { data: rows.slice(0, limit).map(toCreatorCard), nextCursor: rows.length > limit && last ? Buffer.from(`${last.memberCount} ${last.id}`).toString("base64url") : null };
}

function decodeMembers(cursor: string | undefined): { count: number; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const match = /^(\d{1,9}) (crt_\w{26})$/u.exec(Buffer.from(cursor, "base64url").toString("utf8"));
  if (!match) {
    const reason = "This cursor is not one we gave. Start again without it.";
    throw new AppError("bad_request", reason, { invalidParams: [{ name: "query.cursor", reason }] });
  }
  return { count: Number(match[1]), id: match[2] ?? "" };
}

interface GenreCount {
  genre: string;
  creators: number;
}

/** The genres of the thousand pages opened last, most used first; at most 24. Shared for five minutes. */
export async function listGenres(db: Database): Promise<GenreCount[]> {
  return cached("genres", { ttlSeconds: 300, tags: [creatorsTag] }, () => countGenres(db));
}

async function countGenres(db: Database): Promise<GenreCount[]> {
  return db.$queryRaw<GenreCount[]>`
    SELECT genre, count(*)::int AS creators FROM (SELECT c.genres FROM "CreatorProfile" c WHERE ${isOpen} ORDER BY c."openedAt" DESC, c.id DESC LIMIT 1000) AS recent, unnest(recent.genres) AS genre
    GROUP BY genre ORDER BY creators DESC, genre LIMIT 24`;
}

/** So many matches are weighed against each other: the most joined creators, the newest posts. A word that nearly all have stays affordable. */
const weighed = 200;

/**
 * What matches these words, misspelt or not: pg_trgm's word similarity, or the plain words inside others. Both through the GIN index;
 * fewer than three letters in a row have no trigram of their own, so they only match as a word's beginning.
 */
function matches(words: string, text: Prisma.Sql): Prisma.Sql {
  const similar = Prisma.sql`${words} <% ${text}`;
  if (!/[\p{L}\p{N}]{3}/u.test(words)) return similar;
  return Prisma.sql`(${text} LIKE ${`%${words.replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%`} OR ${similar})`;
}

/** Creators and posts that match; locked posts match by title alone. Three statements, two for a visitor. */
export async function search(ctx: Context, { q, limit }: SearchQuery): Promise<SearchResult> {
  const words = fold(q);
  const [creators, posts] = await Promise.all([
    ctx.db.$queryRaw<CardRow[]>`
      SELECT * FROM (
        SELECT ${cardColumns}, word_similarity(${words}, c."searchText") AS likeness FROM "CreatorProfile" c WHERE ${isOpen} AND ${matches(words, Prisma.sql`c."searchText"`)}
        ORDER BY c."memberCount" DESC, c.id DESC LIMIT ${weighed}
      ) AS found ORDER BY likeness DESC, "memberCount" DESC LIMIT ${limit}`,
    readListed(ctx, Prisma.sql`
      FROM (
        SELECT pub.*, word_similarity(${words}, p."searchText") AS likeness FROM "Publication" pub JOIN "Post" p ON p.id = pub."postId" JOIN "CreatorProfile" c ON c.id = p."creatorId"
        WHERE ${isShown(ctx.now)} AND ${matches(words, Prisma.sql`p."searchText"`)} ORDER BY pub."dueAt" DESC, pub."postId" DESC LIMIT ${weighed}
      ) AS pub JOIN "Post" p ON p.id = pub."postId" JOIN "CreatorProfile" c ON c.id = p."creatorId" LEFT JOIN "Tier" t ON t.id = p."tierId"
      ORDER BY pub.likeness DESC, pub."dueAt" DESC LIMIT ${limit}`),
  ]);
  const standing = await viewerStandings(ctx.db, ctx.actor, posts.map((row) => row.creatorId), ctx.now);
  const found = posts.map((row) => toPost(row, standing(row.creatorId), ctx.now));
  await noteListed(ctx, posts, found);
  return { creators: creators.map(toCreatorCard), posts: found };
}
