import { audit, listAudit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import type { DisputeId } from "@/lib/platform/ids";
import { decodeCursor, type Page, type PageQuery, toPage } from "@/lib/platform/lists";
import { authorize } from "@/lib/platform/policy";
import { readBuyerFacts, scoreBuyer } from "./buyers/score-buyer";
import { type BlockView, toBlock } from "./desk-figures";
import { gatherFacts } from "./evidence/gather-facts";
import { makePdf } from "./evidence/make-pdf";
import { canAnswerForDisputes } from "./policy";
import { type DisputeRow, selectDispute, toDispute } from "./queries";
import { blockFrom } from "./rules";
import type { DisputeView } from "./schema";
import type { Stage } from "./stages";

export type DeskDispute = DisputeView & { creatorId: string };
const toDesk = (row: DisputeRow, now: Date): DeskDispute => ({ ...toDispute(row, now), creatorId: row.creatorId });

/** All disputes, newest first, or those of some stages, each through an index. For administrators. @throws NotFound for others */
export async function listDisputes(ctx: Context, { limit, cursor, stages }: PageQuery & { stages?: Stage[] }): Promise<Page<DeskDispute>> {
  authorize(canAnswerForDisputes(ctx.actor));
  const position = decodeCursor(cursor);
  const older = position ? Prisma.sql`("openedAt", id) < (${position.at}, ${position.id})` : Prisma.sql`true`;
  const newest = stages
    ? Prisma.sql`SELECT x.id FROM unnest(${stages}::text[]) AS s(stage) CROSS JOIN LATERAL (SELECT id, "openedAt" FROM "Dispute" WHERE stage = s.stage AND ${older} ORDER BY "openedAt" DESC, id DESC LIMIT ${limit + 1}) x ORDER BY x."openedAt" DESC, x.id DESC LIMIT ${limit + 1}`
    : Prisma.sql`SELECT id FROM "Dispute" WHERE ${older} ORDER BY "openedAt" DESC, id DESC LIMIT ${limit + 1}`;
  const rows = await ctx.db.$queryRaw<DisputeRow[]>`${selectDispute(null)} WHERE d.id IN (${newest}) ORDER BY d."openedAt" DESC, d.id DESC`;
  return toPage(rows, limit, (row) => ({ at: row.openedAt, id: row.id }), (row) => toDesk(row, ctx.now));
}

/** Disputes that nobody has decided, the most urgent first. @throws NotFound for who is no administrator */
export async function disputesByDeadline(ctx: Context, { limit, cursor }: PageQuery): Promise<Page<DeskDispute>> {
  authorize(canAnswerForDisputes(ctx.actor));
  const position = decodeCursor(cursor);
  const after = position ? Prisma.sql`("answerBy", id) > (${position.at}, ${position.id})` : Prisma.sql`true`;
  const rows = await ctx.db.$queryRaw<DisputeRow[]>`${selectDispute(null)} WHERE d.id IN (
    SELECT x.id FROM unnest(ARRAY['warned', 'open']) AS s(stage) CROSS JOIN LATERAL (SELECT id, "answerBy" FROM "Dispute" WHERE stage = s.stage AND decision IS NULL AND ${after} ORDER BY "answerBy", id LIMIT ${limit + 1}) x ORDER BY x."answerBy", x.id LIMIT ${limit + 1})
    ORDER BY d."answerBy", d.id`;
  return toPage(rows, limit, (row) => ({ at: row.answerBy, id: row.id }), (row) => toDesk(row, ctx.now));
}

export interface DisputeOfDesk {
  fan: { userId: string; name: string };
  payee: { creatorId: string; name: string; handle: string };
  providerId: string;
  decision: { by: string; rule: string; reason: string; at: string } | null;
  sentAt: string | null;
  taken: number;
  cameBack: number;
  fees: number;
  buyer: { score: number; because: string[]; blockedFrom: number };
  blocks: BlockView[];
  trail: { at: string; action: string; actorKind: string; actorId: string | null }[];
}

/** What administrators see of a dispute beside its story: who, by whom decided, what it cost, what is known of the buyer. Reading it is noted. @throws NotFound */
export async function readDisputeDesk(ctx: Context, disputeId: DisputeId): Promise<DisputeOfDesk> {
  authorize(canAnswerForDisputes(ctx.actor), "dispute");
  const dispute = await ctx.db.dispute.findUnique({ where: { id: disputeId } });
  if (!dispute) throw new NotFound("dispute");
  const [people, page, facts, blocks, trail] = await Promise.all([
    ctx.db.user.findMany({ where: { id: { in: [dispute.fanUserId, ...(dispute.decidedByUserId ? [dispute.decidedByUserId] : [])] } }, select: { id: true, displayName: true }, take: 2 }),
    ctx.db.creatorProfile.findUniqueOrThrow({ where: { id: dispute.creatorId }, select: { name: true, handle: true } }),
    readBuyerFacts(ctx.db, dispute.fanUserId, ctx.now),
    ctx.db.buyerBlock.findMany({ where: { userId: dispute.fanUserId, liftedAt: null }, orderBy: { startsAt: "desc" }, take: 20 }),
    listAudit(ctx.db, { subject: disputeId, limit: 50 }),
  ]);
  // It tells of a fan, so who looked is in the trail.
  await ctx.transaction((tx) => {
    audit(tx, ctx, "dispute.read", { subject: disputeId, fanUserId: dispute.fanUserId });
    return Promise.resolve();
  });
  const nameOf = (id: string): string => people.find((one) => one.id === id)?.displayName ?? "somebody who is gone";
  const { decision, decidedAt, decisionRule, decisionReason, decidedByUserId } = dispute;
  return {
    fan: { userId: dispute.fanUserId, name: nameOf(dispute.fanUserId) }, payee: { creatorId: dispute.creatorId, ...page }, providerId: dispute.providerId,
    decision: decision && decidedAt ? { by: decidedByUserId ? nameOf(decidedByUserId) : "the rule", rule: decisionRule ?? "", reason: decisionReason ?? "", at: decidedAt.toISOString() } : null,
    sentAt: dispute.sentAt?.toISOString() ?? null, taken: dispute.withdrawn, cameBack: dispute.reinstated, fees: dispute.fees, buyer: { ...scoreBuyer(facts), blockedFrom: blockFrom }, blocks: blocks.map(toBlock),
    trail: trail.reverse().map(({ at, action, actorKind, actorId }) => ({ at: at.toISOString(), action, actorKind, actorId })),
  };
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
