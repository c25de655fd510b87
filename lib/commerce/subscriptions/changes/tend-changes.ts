import { days, later } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/db";
import { syncSubscription } from "../sync-subscription";

/** Looks at changes that have waited for their payment for more than a day: what the provider let go of lapses here too. */
export async function tendChanges(ctx: Context, { limit = 50, until }: { limit?: number; until: Date }): Promise<number> {
  const waiting = await ctx.db.subscriptionChange.findMany({ where: { state: "paying", askedAt: { lt: later(ctx.now, -days(1)) } }, orderBy: { askedAt: "asc" }, take: limit, include: { subscription: { select: { rail: true, providerId: true } } } });
  for (const { subscription } of waiting) {
    if (new Date() > until) break;
    await syncSubscription({ ctx, input: subscription });
  }
  return waiting.length;
}
