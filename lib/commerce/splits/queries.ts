import { type Context, Prisma } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { asId, type CreatorId } from "@/lib/platform/ids";
import { decodeCursor, type Page, toPage } from "@/lib/platform/lists";
import type { SplitsQuery, SplitView } from "./schema";

interface Row {
  id: string;
  creatorId: string;
  handle: string;
  name: string;
  shareBps: number;
  proposedAt: Date;
  acceptedAt: Date | null;
  startsAt: Date | null;
  endedAt: Date | null;
  endedBy: string | null;
  sales: number;
  brought: bigint;
}

const currency = "usd";

/** A split from one side, with what it has shared: the shares of its days, through SaleShare(creatorId, saleId). */
const selectSplit = (side: "given" | "taken"): Prisma.Sql => Prisma.sql`
  SELECT r.*, c.handle::text AS handle, c.name, h.sales, h.brought FROM "RevenueSplit" r
    JOIN "CreatorProfile" c ON c.id = ${side === "given" ? Prisma.sql`r."collaboratorId"` : Prisma.sql`r."creatorId"`}
    CROSS JOIN LATERAL (SELECT count(*)::int AS sales, coalesce(sum(p.net), 0) AS brought FROM "SaleShare" p JOIN "Sale" s ON s.id = p."saleId"
      WHERE p."creatorId" = r."collaboratorId" AND p.currency = ${currency} AND s."creatorId" = r."creatorId" AND s."occurredAt" >= r."acceptedAt" AND (r."startsAt" IS NULL OR s."occurredAt" >= r."startsAt") AND (r."endedAt" IS NULL OR s."occurredAt" < r."endedAt")) h`;

function stateOf({ acceptedAt, startsAt, endedAt, endedBy }: Row, now: Date): SplitView["state"] {
  if (endedAt) return acceptedAt ? "ended" : endedBy === "owner" ? "taken back" : "declined";
  if (!acceptedAt) return "proposed";
  return startsAt && startsAt > now ? "starts later" : "running";
}

const iso = (date: Date | null): string | null => date && date.toISOString();
const toView = (row: Row, side: SplitView["side"], now: Date): SplitView => ({
  id: asId("split", row.id), side, state: stateOf(row, now), other: { handle: row.handle, name: row.name }, shareBps: row.shareBps,
  proposedAt: row.proposedAt.toISOString(), acceptedAt: iso(row.acceptedAt), startsAt: iso(row.startsAt), endedAt: iso(row.endedAt), sales: row.sales, brought: Number(row.brought), currency,
});

/** A page's splits, those it gives or those it is part of, newest first, ended ones among them. One statement through RevenueSplit(creatorId or collaboratorId, proposedAt, id). */
export async function splitsOf(ctx: Context, creatorId: CreatorId, { side, limit, cursor }: SplitsQuery): Promise<Page<SplitView>> {
  const position = decodeCursor(cursor);
  const whose = side === "given" ? Prisma.sql`r."creatorId"` : Prisma.sql`r."collaboratorId"`;
  const rows = await ctx.db.$queryRaw<Row[]>`${selectSplit(side)}
    WHERE ${whose} = ${creatorId} ${position ? Prisma.sql`AND (r."proposedAt", r.id) < (${position.at}, ${position.id})` : Prisma.empty} ORDER BY r."proposedAt" DESC, r.id DESC LIMIT ${limit + 1}`;
  return toPage(rows, limit, (row) => ({ at: row.proposedAt, id: row.id }), (row) => toView(row, side, ctx.now));
}

/** One split, as one of the two sees it. @throws NotFound */
export async function splitById(ctx: Context, splitId: string, asPage: CreatorId): Promise<SplitView> {
  for (const side of ["given", "taken"] as const) {
    const [row] = await ctx.db.$queryRaw<Row[]>`${selectSplit(side)} WHERE r.id = ${splitId} AND ${side === "given" ? Prisma.sql`r."creatorId"` : Prisma.sql`r."collaboratorId"`} = ${asPage}`;
    if (row) return toView(row, side, ctx.now);
  }
  throw new NotFound("split");
}
