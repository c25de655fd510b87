import type { Context } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { syncSubscription } from "./sync-subscription";

/**
 * Asks the provider about living memberships whose month is over and of which nothing was heard, oldest first: what a lost
 * webhook would have told. Returns how many were looked at and how many could not be.
 */
export async function catchUpSubscriptions(ctx: Context, limit = 100): Promise<{ looked: number; failed: number }> {
  const due = await ctx.db.subscription.findMany({ where: { status: { in: ["active", "past_due"] }, currentPeriodEnd: { lt: ctx.now } }, orderBy: { syncedAt: "asc" }, take: limit, select: { rail: true, providerId: true } });
  let failed = 0;
  for (const { rail, providerId } of due) {
    try {
      await syncSubscription({ ctx, input: { rail, providerId } });
    } catch (error) {
      failed += 1;
      log().warn({ providerId, error: error instanceof Error ? error.message : "?" }, "could not catch up");
    }
  }
  return { looked: due.length, failed };
}
