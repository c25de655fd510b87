import { later } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/db";
import { emit } from "@/lib/platform/events";
import { remindMs } from "../rules";

/** Has those told whose trial ends within three days: once each, the soonest first, at most `limit`. Through Trial(remindedAt, endsAt). */
export async function remindOfTrials(ctx: Context, limit = 200): Promise<number> {
  return ctx.transaction(async (tx) => {
    const ending = await tx.trial.findMany({ where: { remindedAt: null, endsAt: { lte: later(ctx.now, remindMs) } }, orderBy: { endsAt: "asc" }, take: limit, include: { subscription: { select: { status: true, cancelRequestedAt: true } } } });
    for (const { subscriptionId, endsAt, subscription } of ending) {
      const noted = await tx.trial.updateMany({ where: { subscriptionId, remindedAt: null }, data: { remindedAt: ctx.now } });
      // Nothing will be charged to whoever has left; and too late is no reminder.
      if (noted.count > 0 && endsAt > ctx.now && subscription.status === "active" && !subscription.cancelRequestedAt) emit(tx, "trial.ending", { subscriptionId });
    }
    return ending.length;
  });
}
