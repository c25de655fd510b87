import { endGrant, writeGrant } from "@/lib/content/access";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import type { SubscriptionModel } from "@/lib/platform/db/generated/models";
import { asId } from "@/lib/platform/ids";
import { accessEnd } from "./lifecycle";
import { takenByTheBank } from "./rules";
import { paidForRunning } from "./stops/running-period";

/**
 * Access follows what is paid: to the end of the period, and a little longer while the next payment is on its way. What was withdrawn
 * from opens nothing again; nor does a year while a bank has its payment (a month runs out sooner than the bank decides).
 */
export async function writeAccess(tx: Tx, subscription: SubscriptionModel, paused: boolean): Promise<void> {
  const source = { source: "subscription", sourceId: subscription.id } as const;
  const withdrawal = await tx.withdrawal.findUnique({ where: { subscriptionId: subscription.id }, select: { askedAt: true } });
  if (withdrawal) return endGrant(tx, { ...source, at: withdrawal.askedAt });
  if (subscription.status !== "ended" && subscription.interval === "year" && (await isTaken(tx, subscription))) return endGrant(tx, { ...source, at: now() });
  const given = (await tx.grant.findUnique({ where: { source_sourceId: source }, select: { endsAt: true } }))?.endsAt ?? undefined;
  const endsAt = accessEnd(given, { ...subscription, paused });
  if (endsAt === undefined) return;
  if (subscription.status === "ended") return endGrant(tx, { ...source, at: endsAt });
  // Another clock than ours says when it began; one that runs ahead must not keep out who has paid.
  const { fanUserId, creatorId, tierId, startedAt } = subscription;
  await writeGrant(tx, { ...source, userId: asId("user", fanUserId), creatorId: asId("creator", creatorId), tierId: asId("tier", tierId), startsAt: startedAt < now() ? startedAt : now(), endsAt });
}

/** Whether a bank has taken a payment for the period that runs. */
async function isTaken(tx: Tx, subscription: SubscriptionModel): Promise<boolean> {
  const taken = await tx.$queryRaw<{ interval: string | null; occurredAt: Date }[]>`
    SELECT s.interval, s."occurredAt" FROM "Sale" s JOIN "Dispute" d ON d."saleId" = s.id WHERE s."subscriptionId" = ${subscription.id} AND d.stage = ANY(${takenByTheBank}) LIMIT 100`;
  return taken.some((sale) => paidForRunning(sale, subscription));
}
