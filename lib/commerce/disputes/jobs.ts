import { disputesRailNamed, type Evidence } from "@/lib/commerce/rails";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/db";
import type { DisputeModel } from "@/lib/platform/db/generated/models";
import { defineJob } from "@/lib/platform/jobs";
import { uploadAdditions } from "./evidence/upload-additions";
import { makePdf } from "./evidence/make-pdf";
import { gatherFacts } from "./evidence/gather-facts";
import { writeFields } from "./evidence/write-fields";
import { syncDispute } from "./sync-dispute";

/** Does at the provider what was decided: sends the evidence, or accepts the loss. What the bank makes of it comes with the sync. */
export const sendDecisionJob = defineJob<{ disputeId: string }>({
  name: "send-dispute-decision",
  lane: "default",
  run: async ({ ctx, data }) => {
    const dispute = await ctx.db.dispute.findUnique({ where: { id: data.disputeId } });
    if (!dispute?.decision || dispute.sentAt || dispute.endedAt) return;
    const rail = disputesRailNamed(dispute.rail);
    const before = await rail.readDispute(dispute.providerId);
    // The bank may have ended it, or somebody answered at the provider's own desk.
    if (before?.status === "needs_response" || before?.status === "question") {
      if (dispute.decision === "accept") await rail.accept(dispute.providerId);
      else await sendEvidence(ctx, dispute);
      await noteSent(ctx, dispute);
    }
    await syncDispute(ctx, dispute.rail, dispute.providerId);
  },
});

async function sendEvidence(ctx: Context, dispute: DisputeModel): Promise<void> {
  const rail = disputesRailNamed(dispute.rail);
  const facts = await gatherFacts(ctx.db, dispute, ctx.now);
  const pdf = await rail.uploadEvidence({ name: `evidence-${dispute.id}.pdf`, contentType: "application/pdf", bytes: await makePdf(dispute, facts, dispute.decidedAt ?? ctx.now) });
  const evidence: Evidence = { ...writeFields(facts, dispute.reason), uncategorized_file: pdf, ...(await uploadAdditions(ctx, rail, dispute)) };
  await rail.answer({ disputeId: dispute.id, providerId: dispute.providerId, evidence });
  await ctx.db.dispute.update({ where: { id: dispute.id }, data: { evidenceFile: pdf } });
}

async function noteSent(ctx: Context, dispute: DisputeModel): Promise<void> {
  await ctx.transaction(async (tx) => {
    await tx.dispute.update({ where: { id: dispute.id }, data: { sentAt: ctx.now } });
    audit(tx, ctx, dispute.decision === "accept" ? "dispute.accepted" : "dispute.evidence-sent", { subject: dispute.id, rule: dispute.decisionRule });
  });
}

export const jobs = [sendDecisionJob];
