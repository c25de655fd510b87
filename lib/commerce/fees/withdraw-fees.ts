import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { NotFound, Unauthenticated } from "@/lib/platform/errors";
import type { Id } from "@/lib/platform/ids";
import { enqueue } from "@/lib/platform/jobs";
import { markPending } from "@/lib/platform/jobs/pending";
import { authorize } from "@/lib/platform/policy";
import { FeesNotPossible } from "./errors";
import { canSetFees } from "./policy";
import { lastSchedule, lockFees } from "./standing";
import { tellOfFeesJob } from "./tell-of-fees";

/** Takes fees back before they begin, agreed to or not; those who were told of them hear that they do not come. @throws NotFound, FeesNotPossible */
export async function withdrawFees({ ctx, input }: Verb<{ feeScheduleId: Id<"feeSchedule">; reason: string }>): Promise<void> {
  authorize(canSetFees(ctx.actor), "proposal");
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  const withdrawnByUserId = ctx.actor.userId;
  await ctx.transaction(async (tx) => {
    await lockFees(tx);
    const proposal = await tx.feeProposal.findUnique({ where: { id: input.feeScheduleId } });
    if (!proposal) throw new NotFound("proposal");
    if (proposal.withdrawnAt) throw new FeesNotPossible("This was withdrawn before.");
    if (proposal.approvedAt) {
      if (proposal.effectiveFrom <= ctx.now) throw new FeesNotPossible("These fees are in force, or were. Propose others from a day to come.");
      // Each was judged by the one before it: the last goes first.
      if ((await lastSchedule(tx)).id !== proposal.id) throw new FeesNotPossible("Another schedule follows this one. Withdraw that first.");
      await tx.feeSchedule.delete({ where: { id: proposal.id } });
    }
    await tx.feeProposal.update({ where: { id: proposal.id }, data: { withdrawnByUserId, withdrawnReason: input.reason, withdrawnAt: ctx.now } });
    audit(tx, ctx, "fees.withdrawn", { subject: proposal.id, reason: input.reason, agreed: proposal.approvedAt !== null });
    if (proposal.approvedAt && proposal.raises) await enqueue(tx, tellOfFeesJob, { feeScheduleId: proposal.id, what: "withdrawn", after: "" });
  });
  markPending();
}
