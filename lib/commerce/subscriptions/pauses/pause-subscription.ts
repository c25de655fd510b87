import { endGrant } from "@/lib/content/access";
import { audit } from "@/lib/platform/audit";
import { hours, later } from "@/lib/platform/clock";
import type { Tx, Verb } from "@/lib/platform/db";
import type { SubscriptionModel } from "@/lib/platform/db/generated/models";
import { emit } from "@/lib/platform/events";
import { newId, type SubscriptionId } from "@/lib/platform/ids";
import { enqueue } from "@/lib/platform/jobs";
import { markPending } from "@/lib/platform/jobs/pending";
import { CannotChange } from "../errors";
import { findOwn } from "../find-own";
import { addMonths } from "./add-months";
import { applyPauseJob } from "./apply-pause-job";

/**
 * Lets one's own membership rest after the paid month, for one to three months; then it goes on by itself. The provider hears of it
 * from a job. The same pause again changes nothing. @throws NotFound, SubscriptionEnded, CannotChange
 */
export async function pauseSubscription({ ctx, input }: Verb<{ subscriptionId: SubscriptionId; months: number }>): Promise<void> {
  await ctx.transaction(async (tx) => {
    const subscription = await findOwn(tx, ctx, input.subscriptionId);
    const open = await tx.membershipPause.findFirst({ where: { subscriptionId: subscription.id, endedAt: null } });
    if (open?.months === input.months) return;
    if (open) throw new CannotChange("This membership rests already. Take the pause back first; then you can choose another.");
    await refuseUnfit(tx, subscription, ctx.now);
    const startsAt = subscription.currentPeriodEnd;
    // An hour before the bill of that day, so that it is asked for.
    const resumesAt = later(addMonths(startsAt, input.months, subscription.startedAt.getUTCDate()), -hours(1));
    const id = newId("pause");
    await tx.membershipPause.create({ data: { id, subscriptionId: subscription.id, months: input.months, askedAt: ctx.now, startsAt, resumesAt } });
    await endGrant(tx, { source: "subscription", sourceId: subscription.id, at: startsAt });
    await enqueue(tx, applyPauseJob, { subscriptionId: subscription.id });
    audit(tx, ctx, "subscription.paused", { subject: subscription.id, months: input.months });
    emit(tx, "subscription.paused", { pauseId: id });
  });
  markPending();
}

async function refuseUnfit(tx: Tx, { id, status, cancelRequestedAt, trialEndsAt, interval, currentPeriodEnd }: SubscriptionModel, now: Date): Promise<void> {
  if (interval === "year") throw new CannotChange("A year is paid as a whole, so there is nothing to pause. You can cancel, and come back when you like.");
  if (status === "past_due" || currentPeriodEnd <= now) throw new CannotChange("The last payment has not come through. Use another card, or cancel.");
  if (cancelRequestedAt) throw new CannotChange("You have cancelled this membership. Keep it first; then you can pause it.");
  if (trialEndsAt && trialEndsAt > now) throw new CannotChange("You can pause once the trial is over and the first payment is made.");
  if (await tx.subscriptionChange.count({ where: { subscriptionId: id, state: { in: ["paying", "scheduled"] } } })) throw new CannotChange("A change of this membership is under way. Take it back first; then you can pause.");
}
