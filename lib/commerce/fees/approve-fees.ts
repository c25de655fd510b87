import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { NotFound, Unauthenticated } from "@/lib/platform/errors";
import type { Id } from "@/lib/platform/ids";
import { enqueue } from "@/lib/platform/jobs";
import { markPending } from "@/lib/platform/jobs/pending";
import { authorize } from "@/lib/platform/policy";
import { AnotherPersonNeeded, FeesNotPossible, TooLateToTell } from "./errors";
import { canSetFees } from "./policy";
import { follows, inTimeToTell, lastSchedule, lockFees } from "./standing";
import { tellOfFeesJob } from "./tell-of-fees";

/** The second person's yes: from its day on the schedule is in force, and creators hear of it now when it takes more. @throws NotFound, AnotherPersonNeeded, TooLateToTell, FeesNotPossible */
export async function approveFees({ ctx, input }: Verb<{ feeScheduleId: Id<"feeSchedule">; reason: string }>): Promise<void> {
  authorize(canSetFees(ctx.actor), "proposal");
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  const approvedByUserId = ctx.actor.userId;
  await ctx.transaction(async (tx) => {
    await lockFees(tx);
    const proposal = await tx.feeProposal.findUnique({ where: { id: input.feeScheduleId } });
    if (!proposal) throw new NotFound("proposal");
    if (proposal.withdrawnAt) throw new FeesNotPossible("This was withdrawn. Propose it anew.");
    if (proposal.approvedAt) throw new FeesNotPossible("This has been agreed to already.");
    if (proposal.proposedByUserId === approvedByUserId) throw new AnotherPersonNeeded();
    if (proposal.effectiveFrom <= ctx.now) throw new FeesNotPossible("Its day has come without a second person. Withdraw it and propose a later day.");
    if (proposal.raises && !inTimeToTell(proposal.effectiveFrom, ctx.now)) throw new TooLateToTell();
    const { raises } = follows(await lastSchedule(tx), proposal, ctx.now);
    await tx.feeProposal.update({ where: { id: proposal.id }, data: { approvedByUserId, approvedReason: input.reason, approvedAt: ctx.now, raises } });
    const { id, effectiveFrom, platformBps, estimateProcessingBps, estimateProcessingFixed, note } = proposal;
    await tx.feeSchedule.create({ data: { id, effectiveFrom, platformBps, estimateProcessingBps, estimateProcessingFixed, note } });
    audit(tx, ctx, "fees.approved", { subject: id, reason: input.reason, proposedByUserId: proposal.proposedByUserId });
    if (raises) await enqueue(tx, tellOfFeesJob, { feeScheduleId: id, what: "coming", after: "" });
  });
  markPending();
}
