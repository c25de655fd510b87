import { creatorBalance, linesOfCause } from "@/lib/commerce/ledger";
import { days, later } from "@/lib/platform/clock";
import { type Context, type Database, Prisma } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { asId, type CreatorId, type SaleId } from "@/lib/platform/ids";
import { decodeCursor, type Page, type PageQuery, toPage } from "@/lib/platform/lists";
import type { Earnings, SaleExplanation, SaleView } from "./schema";

interface Row {
  id: string;
  occurredAt: Date;
  fanName: string;
  tierName: string | null;
  kind: SaleView["kind"];
  message: string;
  title: string | null;
  first: boolean;
  gross: number;
  platformFee: number;
  processingFee: number;
  net: number;
  yours: number;
  currency: string;
}

const selectSale = Prisma.sql`
  SELECT s.id, s."occurredAt", u."displayName" AS "fanName", t.name AS "tierName", s.kind, coalesce(o.message, '') AS message, o.title, s.gross, s."platformFee", s."processingFee", s.net, coalesce((SELECT h.net FROM "SaleShare" h WHERE h."saleId" = s.id AND h."creatorId" = s."creatorId"), s.net) AS yours, s.currency,
    NOT EXISTS (SELECT 1 FROM "Sale" e WHERE e."creatorId" = s."creatorId" AND e."fanUserId" = s."fanUserId" AND e."subscriptionId" = s."subscriptionId" AND e."occurredAt" < s."occurredAt") AS first
  FROM "Sale" s JOIN "User" u ON u.id = s."fanUserId" LEFT JOIN "Tier" t ON t.id = s."tierId" LEFT JOIN "Order" o ON o.id = s."orderId"`;

const toSale = (row: Row): SaleView => ({ ...row, id: asId("sale", row.id), occurredAt: row.occurredAt.toISOString() });

/** A creator's sales, newest first. One statement through Sale(creatorId, occurredAt, id). */
export async function salesOfCreator(db: Database, creatorId: CreatorId, { limit, cursor }: PageQuery): Promise<Page<SaleView>> {
  const position = decodeCursor(cursor);
  const rows = await db.$queryRaw<Row[]>`${selectSale}
    WHERE s."creatorId" = ${creatorId} ${position ? Prisma.sql`AND (s."occurredAt", s.id) < (${position.at}, ${position.id})` : Prisma.empty} ORDER BY s."occurredAt" DESC, s.id DESC LIMIT ${limit + 1}`;
  return toPage(rows, limit, (row) => ({ at: row.occurredAt, id: row.id }), toSale);
}

interface Paper {
  platformBps: number;
  feeNote: string;
  rail: string;
  charge: string;
  invoice: string | null;
  balanceTransaction: string;
  shares: { creatorId: string; handle: string; name: string; net: number }[] | null;
}

/** One sale down to its booked lines, its shares and the provider's papers, for the creator it belongs to. Three statements. @throws NotFound */
export async function explainSale(ctx: Context, saleId: SaleId): Promise<SaleExplanation> {
  const creatorId = ctx.actor.kind === "user" ? (ctx.actor.creatorId ?? "") : "";
  const [row] = await ctx.db.$queryRaw<Row[]>`${selectSale} WHERE s.id = ${saleId} AND s."creatorId" = ${creatorId}`;
  if (!row) throw new NotFound("sale");
  const [paper] = await ctx.db.$queryRaw<Paper[]>`
    SELECT f."platformBps", f.note AS "feeNote", s.rail, s."providerCharge" AS charge, s."providerInvoice" AS invoice, s."providerBalance" AS "balanceTransaction",
      (SELECT json_agg(json_build_object('creatorId', h."creatorId", 'handle', c.handle::text, 'name', c.name, 'net', h.net) ORDER BY h."creatorId" <> s."creatorId", h.net DESC, h."creatorId") FROM "SaleShare" h JOIN "CreatorProfile" c ON c.id = h."creatorId" WHERE h."saleId" = s.id) AS shares
    FROM "Sale" s JOIN "FeeSchedule" f ON f.id = s."feeScheduleId" WHERE s.id = ${saleId}`;
  if (!paper) throw new NotFound("sale");
  const { platformBps, feeNote, shares, ...provider } = paper;
  return { sale: toSale(row), platformBps, feeNote, provider, shares: (shares ?? []).map((one) => ({ ...one, creatorId: asId("creator", one.creatorId) })), lines: await linesOfCause(ctx.db, saleId) };
}

/** What a creator has coming and what the last thirty days brought. Two statements. */
export async function readEarnings(ctx: Context, creatorId: CreatorId, currency = "usd"): Promise<Earnings> {
  const since = later(ctx.now, -days(29));
  since.setUTCHours(0, 0, 0, 0);
  const rows = await ctx.db.$queryRaw<{ day: Date; gross: bigint | null; net: bigint | null; sales: bigint; members: number }[]>`
    SELECT d.day::date AS day, sum(s.gross) AS gross, sum(coalesce((SELECT h.net FROM "SaleShare" h WHERE h."saleId" = s.id AND h."creatorId" = s."creatorId"), s.net)) AS net, count(s.id) AS sales, (SELECT c."memberCount" FROM "CreatorProfile" c WHERE c.id = ${creatorId}) AS members
    FROM generate_series(${since}::timestamp, ${ctx.now}::timestamp, interval '1 day') AS d(day)
    LEFT JOIN "Sale" s ON s."creatorId" = ${creatorId} AND s.currency = ${currency} AND s."occurredAt" >= d.day AND s."occurredAt" < d.day + interval '1 day' GROUP BY d.day ORDER BY d.day`;
  const total = (pick: (row: (typeof rows)[number]) => bigint | null): number => rows.reduce((sum, row) => sum + Number(pick(row) ?? 0), 0);
  return {
    currency,
    balance: await creatorBalance(ctx.db, creatorId, currency),
    lastThirtyDays: { gross: total((row) => row.gross), net: total((row) => row.net), sales: total((row) => row.sales) },
    days: rows.map((row) => ({ day: row.day.toISOString().slice(0, 10), net: Number(row.net ?? 0) })),
    members: rows[0]?.members ?? 0,
  };
}
