import type { Context } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { syncSubscription } from "./sync-subscription";

/**
 * Asks the provider about living memberships whose month is over and of which nothing was heard, oldest first: what a lost
 * webhook would have told. Returns how many were looked at and how many could not be.
 */
export async function catchUpSubscriptions(ctx: Context, { limit = 100, until }: { limit?: number; until?: Date } = {}): Promise<{ looked: number; failed: number }> {
  const due = await ctx.db.subscription.findMany({ where: { status: { in: ["active", "past_due"] }, currentPeriodEnd: { lt: ctx.now }, pauses: { none: { endedAt: null, resumesAt: { gt: ctx.now } } } }, orderBy: { syncedAt: "asc" }, take: limit, select: { rail: true, providerId: true } });
  let [looked, failed] = [0, 0];
  for (const { rail, providerId } of due) {
    if (until && new Date() > until) break;
    looked += 1;
    try {
      await syncSubscription({ ctx, input: { rail, providerId } });
    } catch (error) {
      failed += 1;
      // To the end of the line: what cannot be read must not keep the others from being asked about.
      await ctx.db.subscription.updateMany({ where: { providerId }, data: { syncedAt: new Date() } });
      log().warn({ providerId, error: error instanceof Error ? error.message : "?" }, "could not catch up");
    }
  }
  return { looked, failed };
}
