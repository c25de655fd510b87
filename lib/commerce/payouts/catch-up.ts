import type { Context } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { enqueueMany } from "@/lib/platform/jobs";
import { later, hours } from "@/lib/platform/clock";
import { sendPayoutJob } from "./jobs";
import { returnPayoutJob } from "./return-payout";
import { returnableMs } from "./rules";
import { syncPayout } from "./sync-payout";

/**
 * What lost webhooks and dead jobs would have told: payouts that stand still are sent again under their own keys, and those on their
 * way, or paid within the week in which they can come back, are asked about. At most `limit` of each, until `until`.
 */
export async function catchUpPayouts(ctx: Context, { limit = 200, until }: { limit?: number; until: Date }): Promise<{ looked: number; failed: number; resumed: number }> {
  const quiet = await ctx.db.payout.findMany({ where: { state: { in: ["pending", "transferred", "failed"] }, createdAt: { lt: later(ctx.now, -hours(1)) } }, orderBy: { createdAt: "asc" }, take: limit, select: { id: true, state: true } });
  await ctx.transaction(async (tx) => {
    await enqueueMany(tx, sendPayoutJob, quiet.filter(({ state }) => state !== "failed").map(({ id }) => ({ payoutId: id })));
    await enqueueMany(tx, returnPayoutJob, quiet.filter(({ state }) => state === "failed").map(({ id }) => ({ payoutId: id })));
  });
  const open = await ctx.db.payout.findMany({
    where: { providerId: { not: null }, OR: [{ state: "in_transit", arrivesAt: { lt: ctx.now } }, { state: "paid", paidAt: { gt: later(ctx.now, -returnableMs) } }] },
    orderBy: { createdAt: "asc" }, take: limit, select: { rail: true, destination: true, providerId: true },
  });
  let [looked, failed] = [0, 0];
  for (const { rail, destination, providerId } of open) {
    if (new Date() > until) break;
    looked += 1;
    try {
      await syncPayout(ctx, { rail, account: destination, providerId: providerId ?? "" });
    } catch (error) {
      failed += 1;
      log().warn({ providerId, error: error instanceof Error ? error.message : "?" }, "could not catch up");
    }
  }
  return { looked, failed, resumed: quiet.length };
}
