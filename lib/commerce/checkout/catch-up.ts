import { later, minutes } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { syncCheckout } from "./confirm-checkout";

/**
 * Asks the provider about payment pages that were opened and of which nothing was heard: one that was paid on although its webhooks
 * and its payer were lost becomes a membership here. What never got a page is closed. Oldest first, at most `limit`, until `until`.
 */
export async function catchUpCheckouts(ctx: Context, { limit = 50, until }: { limit?: number; until: Date }): Promise<{ looked: number; failed: number }> {
  await ctx.db.checkout.updateMany({ where: { state: "open", providerId: null, expiresAt: { lt: ctx.now } }, data: { state: "expired" } });
  const quiet = await ctx.db.checkout.findMany({ where: { state: "open", providerId: { not: null }, createdAt: { lt: later(ctx.now, -minutes(10)) } }, orderBy: { createdAt: "asc" }, take: limit, select: { id: true } });
  let [looked, failed] = [0, 0];
  for (const { id } of quiet) {
    if (new Date() > until) break;
    looked += 1;
    try {
      await syncCheckout(ctx, id);
    } catch (error) {
      failed += 1;
      log().warn({ checkoutId: id, error: error instanceof Error ? error.message : "?" }, "could not catch up");
    }
  }
  return { looked, failed };
}
