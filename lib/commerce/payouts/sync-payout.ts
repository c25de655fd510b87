import { payoutRailNamed, type RailPayout } from "@/lib/commerce/rails";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/db";
import { emit } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import { returnPayoutJob } from "./return-payout";

/** Makes our row say what the provider says of a payout; one that was paid may still come back. */
export async function syncPayout(ctx: Context, { rail, account, providerId }: { rail: string; account: string; providerId: string }): Promise<void> {
  const payout = await ctx.db.payout.findUnique({ where: { providerId }, select: { id: true, destination: true } });
  if (!payout) { log().warn({ providerId }, "a payout that is not ours, or not yet"); return; }
  if (payout.destination !== account) throw new Error(`${providerId} is told of by another account than it went to`);
  const seen = await payoutRailNamed(rail).readPayout(account, providerId);
  if (seen) await applyPayout(ctx, payout.id, seen);
}

export async function applyPayout(ctx: Context, payoutId: string, seen: RailPayout): Promise<void> {
  await ctx.transaction(async (tx) => {
    if (seen.state === "in_transit") {
      await tx.payout.updateMany({ where: { id: payoutId, state: "transferred" }, data: { state: "in_transit", providerId: seen.providerId, arrivesAt: seen.arrivesAt } });
      return;
    }
    if (seen.state === "paid") {
      const paid = await tx.payout.updateMany({ where: { id: payoutId, state: { in: ["transferred", "in_transit"] } }, data: { state: "paid", providerId: seen.providerId, arrivesAt: seen.arrivesAt, paidAt: ctx.now, endedAt: ctx.now } });
      if (paid.count === 0) return;
      audit(tx, ctx, "payout.paid", { subject: payoutId });
      emit(tx, "payout.paid", { payoutId });
      return;
    }
    const failed = await tx.payout.updateMany({ where: { id: payoutId, state: { in: ["transferred", "in_transit", "paid"] } }, data: { state: "failed", providerId: seen.providerId, failureCode: seen.failureCode ?? "refused", failureMessage: seen.failureMessage ?? "The bank did not take it." } });
    if (failed.count === 0) return;
    audit(tx, ctx, "payout.failed", { subject: payoutId, code: seen.failureCode });
    await enqueue(tx, returnPayoutJob, { payoutId });
  });
}
