import type { RailSubscription } from "@/lib/commerce/rails";
import type { Context, Tx } from "@/lib/platform/db";
import type { SubscriptionModel } from "@/lib/platform/db/generated/models";
import { emit } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs";
import { applyPauseJob } from "./apply-pause-job";

/** Whether the membership rests now or is about to. A pause that is over is closed, and one the provider has not heard of is told to it. */
export async function settlePause(tx: Tx, ctx: Context, subscription: SubscriptionModel, seen: RailSubscription): Promise<boolean> {
  const pause = await tx.membershipPause.findFirst({ where: { subscriptionId: subscription.id, endedAt: null } });
  if (!pause) {
    if (seen.pausedUntil && seen.pausedUntil > ctx.now && subscription.status !== "ended") await enqueue(tx, applyPauseJob, { subscriptionId: subscription.id });
    return false;
  }
  const over = subscription.status === "ended" || (pause.resumesAt <= ctx.now && !seen.pausedUntil);
  if (over) {
    await tx.membershipPause.update({ where: { id: pause.id }, data: { endedAt: ctx.now } });
    if (subscription.status !== "ended") emit(tx, "subscription.resumed", { pauseId: pause.id });
    return false;
  }
  if (!seen.pausedUntil && pause.resumesAt > ctx.now) await enqueue(tx, applyPauseJob, { subscriptionId: subscription.id });
  return true;
}
