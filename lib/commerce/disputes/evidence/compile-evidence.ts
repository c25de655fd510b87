import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/db";
import { markPending } from "@/lib/platform/jobs/pending";
import { decideByRule } from "../decide-by-rule";
import { smallUpTo } from "../rules";
import { awaitsAnswer, type Stage } from "../stages";
import { gatherFacts } from "./gather-facts";
import { weigh } from "./weigh";

/** Weighs what there is to show for a dispute. A small one waits for nobody: whatever was added, it would not be fought. Repeating it changes nothing. */
export async function compileEvidence(ctx: Context, disputeId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Dispute" WHERE id = ${disputeId} FOR UPDATE`;
    const dispute = await tx.dispute.findUnique({ where: { id: disputeId } });
    if (!dispute || dispute.compiledAt || !awaitsAnswer(dispute.stage as Stage)) return;
    const { strength, because } = weigh(await gatherFacts(tx, dispute, ctx.now), dispute.reason);
    await tx.dispute.update({ where: { id: disputeId }, data: { compiledAt: ctx.now, strength, weighed: because } });
    audit(tx, ctx, "dispute.evidence-compiled", { subject: disputeId, strength });
    if (dispute.stage === "open" && dispute.amount <= smallUpTo) await decideByRule(tx, ctx, disputeId);
  });
  markPending();
}
