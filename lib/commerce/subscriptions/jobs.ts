import { railNamed } from "@/lib/commerce/rails";
import { emit } from "@/lib/platform/events";
import { defineJob } from "@/lib/platform/jobs";
import { bookUndone } from "./book-undone";
import { applyChangeJob } from "./changes/apply-change-job";
import { endNowJob } from "./leaving/end-now-job";
import { applyPauseJob } from "./pauses/apply-pause-job";

/**
 * Tells the provider what the row says now: to end with the paid month, or to go on. One whose payment is overdue has no paid month
 * left and ends at once, or its bill would go on being tried. What came in between does not matter; a sync mends what overtook.
 */
export const applyCancellationJob = defineJob<{ subscriptionId: string }>({
  name: "apply-cancellation",
  lane: "default",
  run: async ({ ctx, data }) => {
    const row = await ctx.db.subscription.findUnique({ where: { id: data.subscriptionId } });
    if (!row || row.status === "ended") return;
    const rail = railNamed(row.rail);
    if (row.status === "past_due" && row.cancelRequestedAt) return rail.endSubscription(row.providerId);
    await rail.setCancelAtPeriodEnd(row.providerId, row.cancelRequestedAt !== null);
  },
});

/** Ends a subscription that was paid for beside a running one, returns its money, and then says so. */
export const undoSubscriptionJob = defineJob<{ rail: string; providerId: string; checkoutId: string }>({
  name: "undo-subscription",
  lane: "default",
  run: async ({ ctx, data: { rail, providerId, checkoutId } }) => {
    const payments = await railNamed(rail).undoSubscription(providerId);
    await ctx.transaction(async (tx) => {
      for (const payment of payments) await bookUndone(tx, rail, checkoutId, payment);
      emit(tx, "checkout.undone", { checkoutId });
    });
  },
});

export const jobs = [applyCancellationJob, applyChangeJob, applyPauseJob, endNowJob, undoSubscriptionJob];
