import type { Tx } from "@/lib/platform/db";
import type { SubscriptionModel } from "@/lib/platform/db/generated/models";

/** Notes that this fan has had their trial of this page. */
export async function noteTrial(tx: Tx, { id, fanUserId, creatorId, startedAt, trialEndsAt }: SubscriptionModel): Promise<void> {
  if (!trialEndsAt) return;
  await tx.trial.createMany({ data: [{ fanUserId, creatorId, subscriptionId: id, startedAt, endsAt: trialEndsAt }], skipDuplicates: true });
}

/** Whether this fan may still try this page: once, ever. */
export async function mayTry(db: Pick<Tx, "trial">, fanUserId: string, creatorId: string): Promise<boolean> {
  return (await db.trial.count({ where: { fanUserId, creatorId } })) === 0;
}
