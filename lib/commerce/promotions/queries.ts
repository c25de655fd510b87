import { type Context, Prisma } from "@/lib/platform/db";
import type { PromotionModel } from "@/lib/platform/db/generated/models";
import { NotFound } from "@/lib/platform/errors";
import { asId, type CreatorId } from "@/lib/platform/ids";
import { decodeCursor, type Page, type PageQuery, toPage } from "@/lib/platform/lists";
import { CodeRefused, noSuchCode, usedBefore, usedUp } from "./errors";
import { whyClosed } from "./hold-promotion";
import type { OfferView, PromotionView } from "./schema";
import { toOffer } from "./to-promotion";

type Row = PromotionModel & { redeemed: number; held: number; paid: bigint; yours: bigint };

/** Checkout(promotionId, state) and Sale(promotionId) tell what each has brought. */
const selectPromotion = Prisma.sql`
  SELECT p.*, k.redeemed, k.held, s.paid, s.yours FROM "Promotion" p
    CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE c.state = 'completed')::int AS redeemed, count(*) FILTER (WHERE c.state = 'open')::int AS held FROM "Checkout" c WHERE c."promotionId" = p.id AND c.state IN ('open', 'completed')) k
    CROSS JOIN LATERAL (SELECT coalesce(sum(a.gross), 0) AS paid, coalesce(sum(coalesce((SELECT h.net FROM "SaleShare" h WHERE h."saleId" = a.id AND h."creatorId" = a."creatorId"), a.net)), 0) AS yours FROM "Sale" a WHERE a."promotionId" = p.id) s`;

function toView(row: Row, now: Date): PromotionView {
  const allGone = row.mostRedemptions !== null && row.redeemed >= row.mostRedemptions;
  const state = row.archivedAt ? "archived" : row.endsAt && row.endsAt <= now ? "over" : allGone ? "used up" : "open";
  return { ...toOffer(row), id: asId("promotion", row.id), mostRedemptions: row.mostRedemptions, createdAt: row.createdAt.toISOString(), state, redeemed: row.redeemed, held: row.held, paid: Number(row.paid), yours: Number(row.yours) };
}

/** A page's codes, newest first, with what each has brought. One statement through Promotion(creatorId, createdAt, id). */
export async function promotionsOf(ctx: Context, creatorId: CreatorId, { limit, cursor }: PageQuery): Promise<Page<PromotionView>> {
  const position = decodeCursor(cursor);
  const rows = await ctx.db.$queryRaw<Row[]>`${selectPromotion}
    WHERE p."creatorId" = ${creatorId} ${position ? Prisma.sql`AND (p."createdAt", p.id) < (${position.at}, ${position.id})` : Prisma.empty} ORDER BY p."createdAt" DESC, p.id DESC LIMIT ${limit + 1}`;
  return toPage(rows, limit, (row) => ({ at: row.createdAt, id: row.id }), (row) => toView(row, ctx.now));
}

/** One code. One statement by primary key. @throws NotFound */
export async function promotionById(ctx: Context, promotionId: string): Promise<PromotionView> {
  const [row] = await ctx.db.$queryRaw<Row[]>`${selectPromotion} WHERE p.id = ${promotionId}`;
  if (!row) throw new NotFound("code");
  return toView(row, ctx.now);
}

type OfferRow = PromotionModel & { redeemed: number; before: boolean };

/** A code on a page that is open, as whoever looks would redeem it; no row where there is none. */
export const selectOffer = (ctx: Context, creatorId: string, code: string): Prisma.Sql => Prisma.sql`
  SELECT p.*, (SELECT count(*)::int FROM "Checkout" k WHERE k."promotionId" = p.id AND k.state = 'completed') AS redeemed,
    EXISTS (SELECT 1 FROM "Checkout" k WHERE k."fanUserId" = ${ctx.actor.kind === "user" ? ctx.actor.userId : ""} AND k."creatorId" = p."creatorId" AND k."promotionId" IS NOT NULL AND k.state = 'completed') AS before
  FROM "Promotion" p JOIN "CreatorProfile" c ON c.id = p."creatorId" AND c."openedAt" IS NOT NULL WHERE p."creatorId" = ${creatorId} AND p.code = ${code}`;

/** The offer in a row of selectOffer. @throws CodeRefused, which says why it does nothing */
export function judgeOffer(row: OfferRow | undefined, now: Date): OfferView {
  if (!row) throw new CodeRefused(noSuchCode, "query.code");
  const reason = whyClosed(row, now) ?? (row.before ? usedBefore : row.mostRedemptions !== null && row.redeemed >= row.mostRedemptions ? usedUp : undefined);
  if (reason) throw new CodeRefused(reason, "query.code");
  return toOffer(row);
}

/** What a code that somebody has typed takes off on this page. One statement. @throws CodeRefused */
export async function readOffer(ctx: Context, { creatorId, code }: { creatorId: CreatorId; code: string }): Promise<OfferView> {
  const [row] = await ctx.db.$queryRaw<OfferRow[]>`${selectOffer(ctx, creatorId, code)}`;
  return judgeOffer(row, ctx.now);
}
