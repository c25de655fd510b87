import { audit } from "@/lib/platform/audit";
import type { Context, Tx } from "@/lib/platform/db";
import type { SubscriptionModel } from "@/lib/platform/db/generated/models";
import { emit } from "@/lib/platform/events";
import { turnsOf } from "./lifecycle";

/** Counts members, and tells what has turned. */
export async function tellOfChange(tx: Tx, ctx: Context, before: SubscriptionModel | null, after: SubscriptionModel): Promise<void> {
  const told = { subscriptionId: after.id };
  for (const turn of turnsOf(before, after)) {
    if (turn === "started") {
      await countMember(tx, after.creatorId, 1);
      audit(tx, ctx, "subscription.started", { subject: after.id, creatorId: after.creatorId, amount: after.amount });
      emit(tx, "subscription.started", told);
    }
    if (turn === "ended") {
      await countMember(tx, after.creatorId, -1);
      audit(tx, ctx, "subscription.ended", { subject: after.id, creatorId: after.creatorId });
      emit(tx, "subscription.ended", told);
    }
    if (turn === "failed") emit(tx, "payment.failed", told);
    if (turn === "recovered") emit(tx, "payment.recovered", told);
  }
}

async function countMember(tx: Tx, creatorId: string, by: 1 | -1): Promise<void> {
  await tx.creatorProfile.update({ where: { id: creatorId }, data: { memberCount: { increment: by } } });
}
