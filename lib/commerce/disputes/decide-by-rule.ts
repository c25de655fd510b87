import type { Context, Database, Tx } from "@/lib/platform/db";
import { audit } from "@/lib/platform/audit";
import { enqueue } from "@/lib/platform/jobs";
import { decide, type DecisionFacts } from "./decide";
import { gatherFacts } from "./evidence/gather-facts";
import { weigh } from "./evidence/weigh";
import { sendDecisionJob } from "./jobs";
import { awaitsAnswer, type Stage } from "./stages";

/** Decides by rule whether a dispute is answered or accepted, once, and has it done. In the caller's transaction. Returns whether this was the time. */
export async function decideByRule(tx: Tx, ctx: Context, disputeId: string): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM "Dispute" WHERE id = ${disputeId} FOR UPDATE`;
  const dispute = await tx.dispute.findUnique({ where: { id: disputeId } });
  if (!dispute || dispute.decision !== null || !awaitsAnswer(dispute.stage as Stage)) return false;
  const { strength, because } = weigh(await gatherFacts(tx, dispute, ctx.now), dispute.reason);
  const { decision, rule, text } = decide({ amount: dispute.amount, currency: dispute.currency, inquiry: dispute.stage === "warned", strength, history: await historyOf(tx, dispute.reason) });
  await tx.dispute.update({ where: { id: disputeId }, data: { strength, weighed: because, decision, decisionRule: rule, decisionReason: text, decidedAt: ctx.now } });
  await enqueue(tx, sendDecisionJob, { disputeId });
  audit(tx, ctx, "dispute.decided", { subject: disputeId, decision, rule, strength });
  return true;
}

/** How disputes of a reason ended that were answered; through Dispute(reason, endedAt). */
async function historyOf(db: Database | Tx, reason: string): Promise<DecisionFacts["history"]> {
  const [row] = await db.$queryRaw<{ decided: bigint; won: bigint }[]>`
    SELECT count(*) AS decided, count(*) FILTER (WHERE stage = 'won') AS won FROM "Dispute" WHERE reason = ${reason} AND "endedAt" IS NOT NULL AND decision = 'submit' AND stage IN ('won', 'lost')`;
  return { decided: Number(row?.decided ?? 0), won: Number(row?.won ?? 0) };
}
