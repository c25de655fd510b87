import { endGrant } from "@/lib/content/access";
import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { emit } from "@/lib/platform/events";
import type { SubscriptionId } from "@/lib/platform/ids";
import { enqueue } from "@/lib/platform/jobs";
import { markPending } from "@/lib/platform/jobs/pending";
import { findOwn } from "../find-own";
import { applyCancellationJob } from "../jobs";
import { endPause } from "../pauses/end-pause";
import type { CancelInput } from "../schema";
import { isStop } from "../stops/why-stopped";
import { dropRhythmChange } from "./drop-rhythm-change";

/**
 * Ends one's own membership with the period that is paid. The provider hears of it from a job, so that leaving works even while it
 * is away. Repeating it changes nothing. @throws NotFound, SubscriptionEnded
 */
export async function cancelSubscription({ ctx, input }: Verb<CancelInput & { subscriptionId: SubscriptionId }>): Promise<void> {
  await ctx.transaction(async (tx) => {
    const subscription = await findOwn(tx, ctx, input.subscriptionId);
    // What we stopped over a dispute is theirs to cancel too: then it does not go on when the dispute is over.
    if (subscription.cancelRequestedAt && !isStop(subscription.cancelReasonCode)) return;
    await tx.subscription.update({ where: { id: subscription.id }, data: { cancelRequestedAt: ctx.now, cancelReasonCode: input.because ?? null, cancelReason: input.reason ?? null } });
    await endPause(tx, ctx, subscription.id);
    await dropRhythmChange(tx, ctx, subscription.id);
    await endGrant(tx, { source: "subscription", sourceId: subscription.id, at: subscription.currentPeriodEnd });
    await enqueue(tx, applyCancellationJob, { subscriptionId: subscription.id });
    audit(tx, ctx, "subscription.cancel-requested", { subject: subscription.id });
    emit(tx, "subscription.cancel-requested", { subscriptionId: subscription.id });
  });
  markPending();
}
