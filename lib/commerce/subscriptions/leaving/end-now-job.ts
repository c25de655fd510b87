import { railNamed } from "@/lib/commerce/rails";
import { defineJob } from "@/lib/platform/jobs";

/** Has the provider end a membership at once. What it then says of it comes as for any other. */
export const endNowJob = defineJob<{ subscriptionId: string }>({
  name: "end-subscription-now",
  lane: "default",
  run: async ({ ctx, data }) => {
    const row = await ctx.db.subscription.findUnique({ where: { id: data.subscriptionId }, select: { rail: true, providerId: true } });
    if (row) await railNamed(row.rail).endSubscription(row.providerId);
  },
});
