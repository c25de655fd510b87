import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { emit } from "@/lib/platform/events";
import type { SubscriptionId } from "@/lib/platform/ids";
import { enqueue } from "@/lib/platform/jobs";
import { CannotChange } from "../errors";
import { findOwn } from "../find-own";
import { applyChangeJob, tellProviderSoon } from "./apply-change-job";

/** Takes a change back that waits for the end of what is paid: all stays as it is. Repeating it changes nothing. @throws NotFound, SubscriptionEnded, CannotChange */
export async function takeChangeBack({ ctx, input }: Verb<{ subscriptionId: SubscriptionId }>): Promise<void> {
  const changeId = await ctx.transaction(async (tx) => {
    const { id } = await findOwn(tx, ctx, input.subscriptionId);
    const change = await tx.subscriptionChange.findFirst({ where: { subscriptionId: id, state: { in: ["paying", "scheduled"] } } });
    if (!change) return undefined;
    if (change.state === "paying") throw new CannotChange("This change waits for its payment, and nothing holds until it is paid. It lapses by itself within a day.");
    if (change.takesEffectAt <= ctx.now) throw new CannotChange("This change has begun to hold. You can choose another amount or tier.");
    await tx.subscriptionChange.update({ where: { id: change.id }, data: { state: "taken_back", closedAt: ctx.now } });
    await enqueue(tx, applyChangeJob, { changeId: change.id });
    audit(tx, ctx, "subscription.change-taken-back", { subject: id, changeId: change.id });
    emit(tx, "subscription.change-taken-back", { changeId: change.id });
    return change.id;
  });
  if (changeId) await tellProviderSoon(ctx, changeId);
}
