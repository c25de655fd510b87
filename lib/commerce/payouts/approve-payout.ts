import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { NotFound, Unauthenticated } from "@/lib/platform/errors";
import type { PayoutId } from "@/lib/platform/ids";
import { enqueue } from "@/lib/platform/jobs";
import { markPending } from "@/lib/platform/jobs/pending";
import { authorize } from "@/lib/platform/policy";
import { PayoutGone, PayoutHeld, SecondPersonNeeded } from "./errors";
import { sendPayoutJob } from "./jobs";
import { obstacleForCreator } from "./obstacles";
import { canAnswerForPayouts } from "./policy";
import { approversNeeded } from "./rules";

/** One administrator agrees to a payout above the limit; the second one's yes sends it. Returns how many have agreed. @throws NotFound, Forbidden for one's own page, PayoutGone, PayoutHeld, SecondPersonNeeded */
export async function approvePayout({ ctx, input }: Verb<{ payoutId: PayoutId; reason: string }>): Promise<number> {
  authorize(canAnswerForPayouts(ctx.actor), "payout");
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  const adminUserId = ctx.actor.userId;
  const approvals = await ctx.transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Payout" WHERE id = ${input.payoutId} FOR UPDATE`;
    const payout = await tx.payout.findUnique({ where: { id: input.payoutId } });
    if (!payout) throw new NotFound("payout");
    authorize(canAnswerForPayouts(ctx.actor, payout.creatorId), "payout");
    if (payout.state !== "awaiting_approval") throw new PayoutGone();
    // A yes would only have it stopped at the door: one thing after the other.
    const obstacle = await obstacleForCreator(tx, payout.creatorId, ctx.now);
    if (obstacle) throw new PayoutHeld(obstacle.reason);
    const made = await tx.payoutApproval.createMany({ data: [{ payoutId: payout.id, adminUserId, reason: input.reason, createdAt: ctx.now }], skipDuplicates: true });
    if (made.count === 0) throw new SecondPersonNeeded();
    audit(tx, ctx, "payout.approved", { subject: payout.id, reason: input.reason });
    const count = await tx.payoutApproval.count({ where: { payoutId: payout.id } });
    if (count >= approversNeeded) {
      await tx.payout.update({ where: { id: payout.id }, data: { state: "pending" } });
      await enqueue(tx, sendPayoutJob, { payoutId: payout.id });
    }
    return count;
  });
  markPending();
  return approvals;
}
