import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import type { DisputeId, UserId } from "@/lib/platform/ids";
import { decodeCursor, type Page, type PageQuery, toPage } from "@/lib/platform/lists";
import { authorize } from "@/lib/platform/policy";
import { readBuyerFacts, scoreBuyer } from "./buyers/score-buyer";
import { gatherFacts } from "./evidence/gather-facts";
import { makePdf } from "./evidence/make-pdf";
import { canAnswerForDisputes } from "./policy";
import { type DisputeRow, selectDispute, toDispute } from "./queries";
import type { DisputeView } from "./schema";
import { shieldPool } from "./shield/claim-shield";
import { type MonthRatio, ratioOfMonth } from "./watch-ratio";

/** All disputes, newest first, or those of some stages; for administrators. @throws NotFound for others */
export async function listDisputes(ctx: Context, { limit, cursor, stages }: PageQuery & { stages?: string[] }): Promise<Page<DisputeView & { creatorId: string }>> {
  authorize(canAnswerForDisputes(ctx.actor));
  const position = decodeCursor(cursor);
  const rows = await ctx.db.$queryRaw<DisputeRow[]>`${selectDispute(null)}
    WHERE true ${stages ? Prisma.sql`AND d.stage = ANY(${stages})` : Prisma.empty} ${position ? Prisma.sql`AND (d."openedAt", d.id) < (${position.at}, ${position.id})` : Prisma.empty} ORDER BY d."openedAt" DESC, d.id DESC LIMIT ${limit + 1}`;
  return toPage(rows, limit, (row) => ({ at: row.openedAt, id: row.id }), (row) => ({ ...toDispute(row, ctx.now), creatorId: row.creatorId }));
}

/** The evidence as the bank gets it. It tells of a fan, so who looked is in the audit trail. @throws NotFound */
export async function readEvidence(ctx: Context, disputeId: DisputeId): Promise<Buffer> {
  authorize(canAnswerForDisputes(ctx.actor), "dispute");
  const dispute = await ctx.db.dispute.findUnique({ where: { id: disputeId } });
  if (!dispute) throw new NotFound("dispute");
  await ctx.transaction((tx) => {
    audit(tx, ctx, "dispute.evidence-read", { subject: disputeId, fanUserId: dispute.fanUserId });
    return Promise.resolve();
  });
  return makePdf(dispute, await gatherFacts(ctx.db, dispute, ctx.now), ctx.now);
}

export interface BlockView {
  id: string;
  userId: string;
  creatorId: string | null;
  rule: string;
  reason: string;
  startsAt: string;
  liftedAt: string | null;
  liftedReason: string | null;
}

/** Blocks of buyers, newest first. @throws NotFound for who is no administrator */
export async function listBlocks(ctx: Context, { limit, cursor }: PageQuery): Promise<Page<BlockView>> {
  authorize(canAnswerForDisputes(ctx.actor));
  const position = decodeCursor(cursor);
  const rows = await ctx.db.buyerBlock.findMany({ where: position ? { OR: [{ startsAt: { lt: position.at } }, { startsAt: position.at, id: { lt: position.id } }] } : {}, orderBy: [{ startsAt: "desc" }, { id: "desc" }], take: limit + 1 });
  return toPage(rows, limit, (row) => ({ at: row.startsAt, id: row.id }), ({ id, userId, creatorId, rule, reason, startsAt, liftedAt, liftedReason }) => ({ id, userId, creatorId, rule, reason, startsAt: startsAt.toISOString(), liftedAt: liftedAt?.toISOString() ?? null, liftedReason }));
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
