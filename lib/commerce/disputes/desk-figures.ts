import type { Context } from "@/lib/platform/db";
import type { BuyerBlockModel } from "@/lib/platform/db/generated/models";
import type { UserId } from "@/lib/platform/ids";
import { decodeCursor, type Page, type PageQuery, toPage } from "@/lib/platform/lists";
import { authorize } from "@/lib/platform/policy";
import { readBuyerFacts, scoreBuyer } from "./buyers/score-buyer";
import { canAnswerForDisputes } from "./policy";
import { shieldPool } from "./shield/claim-shield";
import { type MonthRatio, ratioOfMonth } from "./watch-ratio";

export interface BlockView {
  id: string;
  userId: string;
  creatorId: string | null;
  rule: string;
  reason: string;
  causeId: string | null;
  startsAt: string;
  liftedAt: string | null;
  liftedReason: string | null;
}

export const toBlock = ({ id, userId, creatorId, rule, reason, causeId, startsAt, liftedAt, liftedReason }: BuyerBlockModel): BlockView => ({ id, userId, creatorId, rule, reason, causeId, startsAt: startsAt.toISOString(), liftedAt: liftedAt?.toISOString() ?? null, liftedReason });

/** Blocks of buyers, newest first. @throws NotFound for who is no administrator */
export async function listBlocks(ctx: Context, { limit, cursor }: PageQuery): Promise<Page<BlockView>> {
  authorize(canAnswerForDisputes(ctx.actor));
  const position = decodeCursor(cursor);
  const rows = await ctx.db.buyerBlock.findMany({ where: position ? { OR: [{ startsAt: { lt: position.at } }, { startsAt: position.at, id: { lt: position.id } }] } : {}, orderBy: [{ startsAt: "desc" }, { id: "desc" }], take: limit + 1 });
  return toPage(rows, limit, (row) => ({ at: row.startsAt, id: row.id }), toBlock);
}

/** What is known against a buyer, in points, each with its reason. @throws NotFound for who is no administrator */
export async function readBuyerScore(ctx: Context, userId: UserId): Promise<{ score: number; because: string[] }> {
  authorize(canAnswerForDisputes(ctx.actor));
  return scoreBuyer(await readBuyerFacts(ctx.db, userId, ctx.now));
}

export interface DisputeFigures {
  ratio: MonthRatio;
  alerts: { month: string; thresholdBps: number; ratioBps: number; disputes: number; warnings: number; sales: number; raisedAt: string }[];
  shield: { pool: number; paidThisMonth: number };
  open: number;
}

/** This month's ratio, the last alerts, what the shield holds. @throws NotFound for who is no administrator */
export async function disputeFigures(ctx: Context, currency = "usd"): Promise<DisputeFigures> {
  authorize(canAnswerForDisputes(ctx.actor));
  const month = new Date(Date.UTC(ctx.now.getUTCFullYear(), ctx.now.getUTCMonth(), 1));
  const [ratio, alerts, pool, paid, open] = await Promise.all([
    ratioOfMonth(ctx.db, ctx.now),
    ctx.db.disputeRatioAlert.findMany({ orderBy: [{ month: "desc" }, { thresholdBps: "desc" }], take: 36 }),
    shieldPool(ctx.db, currency),
    ctx.db.shieldClaim.aggregate({ where: { currency, decidedAt: { gte: month } }, _sum: { paid: true } }),
    ctx.db.dispute.count({ where: { stage: { in: ["warned", "warned_answered", "open", "submitted"] } } }),
  ]);
  return { ratio, alerts: alerts.map(({ month: of, raisedAt, ...rest }) => ({ month: of.toISOString().slice(0, 7), raisedAt: raisedAt.toISOString(), ...rest })), shield: { pool, paidThisMonth: paid._sum.paid ?? 0 }, open };
}
