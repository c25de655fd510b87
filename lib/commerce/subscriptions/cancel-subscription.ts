import { endGrant, writeGrant } from "@/lib/content/access";
import { audit } from "@/lib/platform/audit";
import type { Context, Tx, Verb } from "@/lib/platform/db";
import type { SubscriptionModel } from "@/lib/platform/db/generated/models";
import { NotFound, Unauthenticated } from "@/lib/platform/errors";
import { emit } from "@/lib/platform/events";
import { asId, type SubscriptionId } from "@/lib/platform/ids";
import { enqueue } from "@/lib/platform/jobs";
import { markPending } from "@/lib/platform/jobs/pending";
import { SubscriptionEnded } from "./errors";
import { applyCancellationJob } from "./jobs";
import { graceEnd } from "./lifecycle";

/**
 * Ends one's own membership with the month that is paid. The provider hears of it from a job, so that leaving works even while it
 * is away. Repeating it changes nothing. @throws NotFound, SubscriptionEnded
 */
export async function cancelSubscription({ ctx, input }: Verb<{ subscriptionId: SubscriptionId; reason?: string | undefined }>): Promise<void> {
  await ctx.transaction(async (tx) => {
    const subscription = await findOwn(tx, ctx, input.subscriptionId);
    if (subscription.cancelRequestedAt) return;
    await tx.subscription.update({ where: { id: subscription.id }, data: { cancelRequestedAt: ctx.now, cancelReason: input.reason ?? null } });
    await endGrant(tx, { source: "subscription", sourceId: subscription.id, at: subscription.currentPeriodEnd });
    await enqueue(tx, applyCancellationJob, { subscriptionId: subscription.id });
    audit(tx, ctx, "subscription.cancel-requested", { subject: subscription.id });
    emit(tx, "subscription.cancel-requested", { subscriptionId: subscription.id });
  });
  markPending();
}

/** Takes a cancellation back while the paid month lasts. Repeating it changes nothing. @throws NotFound, SubscriptionEnded */
export async function keepSubscription({ ctx, input }: Verb<{ subscriptionId: SubscriptionId }>): Promise<void> {
  await ctx.transaction(async (tx) => {
    const subscription = await findOwn(tx, ctx, input.subscriptionId);
    if (!subscription.cancelRequestedAt) return;
    if (subscription.currentPeriodEnd <= ctx.now) throw new SubscriptionEnded();
    await tx.subscription.update({ where: { id: subscription.id }, data: { cancelRequestedAt: null, cancelReason: null } });
    const { fanUserId, creatorId, tierId } = subscription;
    await writeGrant(tx, { source: "subscription", sourceId: subscription.id, userId: asId("user", fanUserId), creatorId: asId("creator", creatorId), tierId: asId("tier", tierId), startsAt: subscription.startedAt, endsAt: graceEnd(subscription) });
    await enqueue(tx, applyCancellationJob, { subscriptionId: subscription.id });
    audit(tx, ctx, "subscription.kept", { subject: subscription.id });
    emit(tx, "subscription.kept", { subscriptionId: subscription.id });
  });
  markPending();
}

/** One's own living subscription, locked until the transaction ends. */
async function findOwn(tx: Tx, ctx: Context, subscriptionId: string): Promise<SubscriptionModel> {
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  await tx.$queryRaw`SELECT id FROM "Subscription" WHERE id = ${subscriptionId} FOR UPDATE`;
  const subscription = await tx.subscription.findUnique({ where: { id: subscriptionId } });
  if (subscription?.fanUserId !== ctx.actor.userId) throw new NotFound("membership");
  if (subscription.status === "ended") throw new SubscriptionEnded();
  return subscription;
}
