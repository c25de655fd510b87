import { writeGrant } from "@/lib/content/access";
import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { emit } from "@/lib/platform/events";
import { asId, type SubscriptionId } from "@/lib/platform/ids";
import { markPending } from "@/lib/platform/jobs/pending";
import { findOwn } from "../find-own";
import { graceEnd } from "../lifecycle";
import { endPause } from "./end-pause";

/**
 * Ends the pause of one's own membership. While what was paid still runs, it goes on as if nothing had been; after that, with the
 * provider's next bill. Repeating it changes nothing. @throws NotFound, SubscriptionEnded
 */
export async function resumeSubscription({ ctx, input }: Verb<{ subscriptionId: SubscriptionId }>): Promise<void> {
  await ctx.transaction(async (tx) => {
    const subscription = await findOwn(tx, ctx, input.subscriptionId);
    const pauseId = await endPause(tx, ctx, subscription.id);
    if (!pauseId) return;
    const { id, fanUserId, creatorId, tierId, startedAt, currentPeriodEnd } = subscription;
    if (currentPeriodEnd > ctx.now) await writeGrant(tx, { source: "subscription", sourceId: id, userId: asId("user", fanUserId), creatorId: asId("creator", creatorId), tierId: asId("tier", tierId), startsAt: startedAt, endsAt: graceEnd(subscription) });
    audit(tx, ctx, "subscription.resumed", { subject: id });
    emit(tx, "subscription.resumed", { pauseId });
  });
  markPending();
}
