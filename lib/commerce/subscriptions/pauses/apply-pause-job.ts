import { railNamed } from "@/lib/commerce/rails";
import { defineJob } from "@/lib/platform/jobs";

/** Tells the provider what the rows say now: to rest until a day, or to go on. What came in between does not matter. */
export const applyPauseJob = defineJob<{ subscriptionId: string }>({
  name: "apply-pause",
  lane: "default",
  run: async ({ ctx, data }) => {
    const row = await ctx.db.subscription.findUnique({ where: { id: data.subscriptionId }, include: { pauses: { where: { endedAt: null }, take: 1 } } });
    if (!row || row.status === "ended") return;
    const until = row.pauses[0]?.resumesAt;
    await railNamed(row.rail).setPause(row.providerId, until && until > ctx.now ? until : undefined);
  },
});
