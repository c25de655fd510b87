import { refundsRailNamed } from "@/lib/commerce/rails";
import { defineJob } from "@/lib/platform/jobs";
import { unbookRefund } from "./book-refund";
import { applyRefund } from "./sync-refund";

/** Returns the money at the provider under the row's own key, and books what came of it. */
export const sendRefundJob = defineJob<{ refundId: string }>({
  name: "send-refund",
  lane: "default",
  run: async ({ ctx, data }) => {
    const refund = await ctx.db.refund.findUnique({ where: { id: data.refundId }, include: { sale: true } });
    if (refund?.state !== "pending") return;
    const { sale } = refund;
    const why = refund.initiator === "fraud" ? "fraudulent" : refund.initiator === "duplicate" ? "duplicate" : "requested_by_customer";
    const answer = await refundsRailNamed(sale.rail).refund({ refundId: refund.id, chargeId: sale.providerCharge, amount: refund.amount, why });
    if (answer.refund) return applyRefund(ctx, sale.id, answer.refund);
    await ctx.transaction((tx) => unbookRefund(tx, ctx, refund, { reason: answer.refused, at: ctx.now }));
  },
});

export const jobs = [sendRefundJob];
