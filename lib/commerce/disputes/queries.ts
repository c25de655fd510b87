import type { Context } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/db";
import { asId, type CreatorId, type DisputeId } from "@/lib/platform/ids";
import { decodeCursor, type Page, type PageQuery, toPage } from "@/lib/platform/lists";
import { authorize } from "@/lib/platform/policy";
import { canAddTo, toAddition } from "./add-evidence";
import type { Weighed } from "./evidence/weigh";
import { canSeeDispute } from "./policy";
import type { DisputeDetail, DisputeView } from "./schema";
import { isHeld, type Stage } from "./stages";
import { timelineOf } from "./words";

export interface DisputeRow {
  id: string;
  saleId: string;
  creatorId: string;
  fanName: string;
  tierName: string | null;
  reason: string;
  amount: number;
  currency: string;
  stage: Stage;
  openedAt: Date;
  answerBy: Date;
  held: number | null;
  decision: "submit" | "accept" | null;
  endedAt: Date | null;
}

/** Of whom a statement reads "what is held of theirs": one creator, or all. */
export const selectDispute = (creatorId: string | null): Prisma.Sql => Prisma.sql`
  SELECT d.id, d."saleId", d."creatorId", u."displayName" AS "fanName", t.name AS "tierName", d.reason, d.amount, d.currency, d.stage, d."openedAt", d."answerBy", d.decision, d."endedAt",
    (SELECT sum(h.held)::int FROM "DisputeShare" h WHERE h."disputeId" = d.id ${creatorId === null ? Prisma.empty : Prisma.sql`AND h."creatorId" = ${creatorId}`}) AS held
  FROM "Dispute" d JOIN "Sale" s ON s.id = d."saleId" JOIN "User" u ON u.id = d."fanUserId" LEFT JOIN "Tier" t ON t.id = s."tierId"`;

export function toDispute(row: DisputeRow, now: Date): DisputeView {
  const { id, saleId, fanName, tierName, reason, amount, currency, stage, decision, held } = row;
  return {
    id: asId("dispute", id), saleId: asId("sale", saleId), fanName, tierName, reason, amount, currency, stage, decision,
    openedAt: row.openedAt.toISOString(), answerBy: row.answerBy.toISOString(), endedAt: row.endedAt?.toISOString() ?? null,
    canAdd: canAddTo(row, now), held: isHeld(stage) ? (held ?? 0) : 0,
  };
}

/** A creator's disputes, newest first; through Dispute(creatorId, openedAt, id). */
export async function disputesOfCreator({ db, now }: Pick<Context, "db" | "now">, creatorId: CreatorId, { limit, cursor }: PageQuery): Promise<Page<DisputeView>> {
  const position = decodeCursor(cursor);
  const rows = await db.$queryRaw<DisputeRow[]>`${selectDispute(creatorId)}
    WHERE d."creatorId" = ${creatorId} ${position ? Prisma.sql`AND (d."openedAt", d.id) < (${position.at}, ${position.id})` : Prisma.empty} ORDER BY d."openedAt" DESC, d.id DESC LIMIT ${limit + 1}`;
  return toPage(rows, limit, (row) => ({ at: row.openedAt, id: row.id }), (row) => toDispute(row, now));
}

/** One dispute with its story, for its creator or an administrator. What is shown of the fan is what the creator knows already: the evidence itself goes to the bank alone. @throws NotFound */
export async function readDispute(ctx: Context, disputeId: DisputeId): Promise<DisputeDetail> {
  const dispute = await ctx.db.dispute.findUnique({ where: { id: disputeId }, include: { shares: { take: 50 }, additions: { orderBy: { createdAt: "asc" }, take: 50 }, claims: { take: 50 } } });
  authorize(canSeeDispute(ctx.actor, dispute), "dispute");
  if (!dispute) throw new Error("seen, and not there");
  const [row] = await ctx.db.$queryRaw<DisputeRow[]>`${selectDispute(dispute.creatorId)} WHERE d.id = ${disputeId}`;
  if (!row) throw new Error(`a dispute without its sale: ${disputeId}`);
  const sale = await ctx.db.sale.findUniqueOrThrow({ where: { id: dispute.saleId }, select: { occurredAt: true, gross: true } });
  const [share, claim] = [dispute.shares.find(({ creatorId }) => creatorId === dispute.creatorId), dispute.claims.find(({ creatorId }) => creatorId === dispute.creatorId)];
  return {
    ...toDispute(row, ctx.now),
    timeline: timelineOf({ ...dispute, held: share?.held ?? 0 }),
    dueBy: dispute.dueBy?.toISOString() ?? null,
    paidAt: sale.occurredAt.toISOString(),
    gross: sale.gross,
    yours: share?.net ?? 0,
    strength: dispute.strength,
    because: dispute.weighed as unknown as Weighed["because"],
    decisionReason: dispute.decisionReason,
    additions: dispute.additions.map(toAddition),
    shield: claim ? { code: claim.code, text: claim.text, paid: claim.paid, loss: claim.loss } : null,
  };
}
