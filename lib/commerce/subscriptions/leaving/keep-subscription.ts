import { writeGrant } from "@/lib/content/access";
import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { emit } from "@/lib/platform/events";
import { asId, type SubscriptionId } from "@/lib/platform/ids";
import { enqueue } from "@/lib/platform/jobs";
import { markPending } from "@/lib/platform/jobs/pending";
import { CannotKeep, SubscriptionEnded } from "../errors";
import { findOwn } from "../find-own";
import { applyCancellationJob } from "../jobs";
import { graceEnd } from "../lifecycle";
import { whyStopped } from "../stops/why-stopped";

/** Takes a cancellation back while the paid period lasts. Repeating it changes nothing. @throws NotFound, SubscriptionEnded, CannotKeep */
export async function keepSubscription({ ctx, input }: Verb<{ subscriptionId: SubscriptionId }>): Promise<void> {
  await ctx.transaction(async (tx) => {
    const subscription = await findOwn(tx, ctx, input.subscriptionId);
    if (!subscription.cancelRequestedAt) return;
    if (subscription.currentPeriodEnd <= ctx.now) throw new SubscriptionEnded();
    if (await tx.withdrawal.count({ where: { subscriptionId: subscription.id } })) throw new CannotKeep("withdrawn");
    const stop = await whyStopped(tx, subscription);
    if (stop) throw new CannotKeep(stop);
    await tx.subscription.update({ where: { id: subscription.id }, data: { cancelRequestedAt: null, cancelReason: null, cancelReasonCode: null } });
    const { fanUserId, creatorId, tierId } = subscription;
    await writeGrant(tx, { source: "subscription", sourceId: subscription.id, userId: asId("user", fanUserId), creatorId: asId("creator", creatorId), tierId: asId("tier", tierId), startsAt: subscription.startedAt, endsAt: graceEnd(subscription) });
    await enqueue(tx, applyCancellationJob, { subscriptionId: subscription.id });
    audit(tx, ctx, "subscription.kept", { subject: subscription.id });
    emit(tx, "subscription.kept", { subscriptionId: subscription.id });
  });
  markPending();
}
