import { mostCollaborators } from "@/lib/commerce/splits";
import type { Context } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/db";
import { decodeCursor, encodeCursor } from "@/lib/platform/lists";
import { authorize } from "@/lib/platform/policy";
import { alsoIn, bookingIs, codesOf, type LedgerFilter, lineIs } from "./filter";
import { canReadBooks } from "./policy";

/** How many rows one page looks through at most; what is rare is found by going on. */
const lookThrough = 2_000;

export interface Booking {
  id: string;
  kind: string;
  causeId: string;
  description: string;
  occurredAt: string;
  lines: { id: string; account: string; creatorId: string | null; amount: number; currency: string; line: string }[];
}
export interface Found {
  data: Booking[];
  nextCursor: string | null;
  /** Not everything was looked through: there may be more further back. */
  more: boolean;
}

interface Edge {
  looked: number;
  at: Date | null;
  edgeId: string | null;
}
type Hit = Edge & { id: string | null; occurredAt: Date | null; position: string | null };

/**
 * Bookings that match, newest first. A page looks through 2,000 rows of one index at most, so that any filter costs the same; what it did
 * not come to is said with `more`, and `nextCursor` goes on there. Three statements. @throws NotFound for who is no administrator
 */
export async function searchLedger(ctx: Context, filter: LedgerFilter & { limit: number; cursor?: string | undefined }): Promise<Found> {
  authorize(canReadBooks(ctx.actor));
  const codes = codesOf(filter);
  const ids = codes && (await ctx.db.ledgerAccount.findMany({ where: { code: { in: codes } }, select: { id: true }, take: 50 })).map(({ id }) => id);
  if (ids?.length === 0) return { data: [], nextCursor: null, more: false };
  const hits = await ctx.db.$queryRaw<Hit[]>(ids ? linesOf(ids, filter) : bookings(filter));
  const found = hits.filter((hit) => hit.id !== null && hit.occurredAt !== null);
  const kept = found.slice(0, filter.limit);
  const [last, edge] = [kept.at(-1), hits[0]];
  const full = found.length > filter.limit;
  const end = full ? last : undefined;
  const more = !full && edge?.looked === lookThrough;
  const nextCursor = end?.occurredAt ? encodeCursor({ at: end.occurredAt, id: end.position ?? "" }) : more && edge.at && edge.edgeId ? encodeCursor({ at: edge.at, id: edge.edgeId }) : null;
  return { data: await readBookings(ctx, [...new Set(kept.map(({ id }) => id ?? ""))]), nextCursor, more };
}

/** Through the bookings, by when they happened. */
function bookings(filter: LedgerFilter & { limit: number; cursor?: string | undefined }): Prisma.Sql {
  const position = decodeCursor(filter.cursor);
  const line = lineIs(filter);
  return Prisma.sql`
    WITH looked AS (SELECT t.id, t."occurredAt" FROM "LedgerTransaction" t WHERE ${bookingIs(filter)} ${position ? Prisma.sql`AND (t."occurredAt", t.id) < (${position.at}, ${position.id})` : Prisma.empty}
        ORDER BY t."occurredAt" DESC, t.id DESC LIMIT ${line ? lookThrough : filter.limit + 1}),
      edge AS (SELECT count(*)::int AS looked, min("occurredAt") AS at, (SELECT id FROM looked ORDER BY "occurredAt", id LIMIT 1) AS "edgeId" FROM looked),
      found AS (SELECT k.id, k."occurredAt", k.id AS position FROM looked k ${line ? Prisma.sql`CROSS JOIN LATERAL (SELECT 1 FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" WHERE e."transactionId" = k.id AND ${line} LIMIT 1) one` : Prisma.empty}
        ORDER BY k."occurredAt" DESC, k.id DESC LIMIT ${filter.limit + 1})
    SELECT edge.*, found.* FROM edge LEFT JOIN found ON true ORDER BY found."occurredAt" DESC, found.position DESC`;
}

/** Through the lines of a few accounts, by when they were booked. Each account by its id: the planner knows how much is booked to which. */
function linesOf(accountIds: string[], filter: LedgerFilter & { limit: number; cursor?: string | undefined }): Prisma.Sql {
  const position = decodeCursor(filter.cursor);
  const amount = filter.amount === undefined ? Prisma.empty : Prisma.sql`AND abs(k.amount) = ${filter.amount}`;
  const other = alsoIn(filter);
  const also = other ? Prisma.sql`AND EXISTS (SELECT 1 FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" WHERE e."transactionId" = t.id AND a.code = ANY(${other}))` : Prisma.empty;
  const narrow = other !== undefined || filter.amount !== undefined || filter.kind !== undefined || filter.from !== undefined || filter.to !== undefined;
  const most = narrow ? lookThrough : filter.limit + 1;
  const ofAccount = (id: string): Prisma.Sql => Prisma.sql`(SELECT e.id, e."transactionId", e.amount FROM "LedgerEntry" e WHERE e."accountId" = ${id} ${position ? Prisma.sql`AND e.id < ${position.id}` : Prisma.empty} ORDER BY e.id DESC LIMIT ${most})`;
  return Prisma.sql`
    WITH looked AS (SELECT * FROM (${Prisma.join(accountIds.map(ofAccount), " UNION ALL ")}) AS own ORDER BY id DESC LIMIT ${most}),
      edge AS (SELECT count(*)::int AS looked, (SELECT t."occurredAt" FROM "LedgerTransaction" t WHERE t.id = (SELECT l."transactionId" FROM looked l ORDER BY l.id LIMIT 1)) AS at, min(id) AS "edgeId" FROM looked),
      found AS (SELECT t.id, t."occurredAt", k.id AS position FROM looked k JOIN "LedgerTransaction" t ON t.id = k."transactionId" WHERE ${bookingIs(filter)} ${amount} ${also} ORDER BY k.id DESC LIMIT ${filter.limit + 1})
    SELECT edge.*, found.* FROM edge LEFT JOIN found ON true ORDER BY found.position DESC`;
}

/** A booking has so many lines at most: three for each who shares a sale, and what the platform, the provider, the tax and the hold have of it. All are read, or it would not sum to zero. */
const mostLines = 3 * (mostCollaborators + 1) + 12;

/** Bookings with all their lines, in the order of the ids. */
async function readBookings(ctx: Context, ids: string[]): Promise<Booking[]> {
  const rows = await ctx.db.ledgerTransaction.findMany({ where: { id: { in: ids } }, include: { entries: { orderBy: { id: "asc" }, take: mostLines, include: { account: true } } }, take: ids.length });
  return ids.flatMap((id) => rows.filter((row) => row.id === id)).map(({ id, kind, causeId, description, occurredAt, entries }) => ({
    id, kind, causeId, description, occurredAt: occurredAt.toISOString(),
    lines: entries.map((entry) => ({ id: entry.id, account: entry.account.code, creatorId: entry.account.creatorId, amount: Number(entry.amount), currency: entry.currency, line: entry.line })),
  }));
}

/** The bookings that an id leads to: of a line, a booking, a row of ours, or the provider's own. Newest first, fifty at most. @throws NotFound for who is no administrator */
export async function findBookings(ctx: Context, anyId: string): Promise<Booking[]> {
  authorize(canReadBooks(ctx.actor));
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    WITH causes AS (SELECT ${anyId} AS id UNION SELECT id FROM "Sale" WHERE "providerCharge" = ${anyId} UNION SELECT id FROM "Refund" WHERE "providerId" = ${anyId} UNION SELECT id FROM "Payout" WHERE "transferId" = ${anyId} OR "providerId" = ${anyId}
      UNION SELECT id FROM "Dispute" WHERE "providerId" = ${anyId} UNION SELECT "causeId" FROM "RailMovement" WHERE rail = 'stripe' AND "providerId" = ${anyId} AND "causeId" IS NOT NULL)
    SELECT id FROM (SELECT t.id, t."occurredAt" FROM "LedgerTransaction" t JOIN causes c ON t."causeId" = c.id
      UNION SELECT t.id, t."occurredAt" FROM "LedgerTransaction" t WHERE t.id = ${anyId}
      UNION SELECT t.id, t."occurredAt" FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t.id = e."transactionId" WHERE e.id = ${anyId}) AS led ORDER BY "occurredAt" DESC, id DESC LIMIT 50`;
  return readBookings(ctx, rows.map(({ id }) => id));
}
