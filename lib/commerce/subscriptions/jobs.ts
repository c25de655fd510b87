import { railNamed } from "@/lib/commerce/rails";
import { defineJob } from "@/lib/platform/jobs";

/** Tells the provider what the row says now: to end with the period, or to go on. Whatever came in between, the last word counts. */
export const applyCancellationJob = defineJob<{ subscriptionId: string }>({
  name: "apply-cancellation",
  lane: "default",
  run: async ({ ctx, data }) => {
    const row = await ctx.db.subscription.findUnique({ where: { id: data.subscriptionId } });
    if (!row || row.status === "ended") return;
    await railNamed(row.rail).setCancelAtPeriodEnd(row.providerId, row.cancelRequestedAt !== null);
  },
});

export const jobs = [applyCancellationJob];
