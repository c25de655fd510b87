import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { NotFound, Unauthenticated } from "@/lib/platform/errors";
import type { DisputeId } from "@/lib/platform/ids";
import { enqueue } from "@/lib/platform/jobs";
import { markPending } from "@/lib/platform/jobs/pending";
import { authorize } from "@/lib/platform/policy";
import { DecidedAlready } from "./errors";
import { sendDecisionJob } from "./jobs";
import { canAnswerForDisputes } from "./policy";
import { awaitsAnswer, type Stage } from "./stages";

export interface DecideSubmission {
  disputeId: DisputeId;
  decision: "submit" | "accept";
  /** The creator reads it. */
  reason: string;
}

/** An administrator decides before the rule does: the evidence is sent now, or the loss accepted. @throws NotFound, Forbidden for one's own page, DecidedAlready */
export async function decideSubmission({ ctx, input }: Verb<DecideSubmission>): Promise<void> {
  authorize(canAnswerForDisputes(ctx.actor), "dispute");
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  const decidedByUserId = ctx.actor.userId;
  await ctx.transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Dispute" WHERE id = ${input.disputeId} FOR UPDATE`;
    const dispute = await tx.dispute.findUnique({ where: { id: input.disputeId } });
    if (!dispute) throw new NotFound("dispute");
    authorize(canAnswerForDisputes(ctx.actor, dispute.creatorId), "dispute");
    if (dispute.decision !== null || !awaitsAnswer(dispute.stage as Stage)) throw new DecidedAlready();
    await tx.dispute.update({ where: { id: dispute.id }, data: { decision: input.decision, decisionRule: "admin", decisionReason: input.reason, decidedByUserId, decidedAt: ctx.now } });
    await enqueue(tx, sendDecisionJob, { disputeId: dispute.id });
    audit(tx, ctx, "dispute.decided", { subject: dispute.id, decision: input.decision, rule: "admin", reason: input.reason });
  });
  markPending();
}
