import { endGrant, writeGrant } from "@/lib/content/access";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import type { SubscriptionModel } from "@/lib/platform/db/generated/models";
import { asId } from "@/lib/platform/ids";
import { accessEnd } from "./lifecycle";

/** Access follows what is paid: to the end of the period, and a little longer while the next payment is on its way. */
export async function writeAccess(tx: Tx, subscription: SubscriptionModel, paused: boolean): Promise<void> {
  const source = { source: "subscription", sourceId: subscription.id } as const;
  const given = (await tx.grant.findUnique({ where: { source_sourceId: source }, select: { endsAt: true } }))?.endsAt ?? undefined;
  const endsAt = accessEnd(given, { ...subscription, paused });
  if (endsAt === undefined) return;
  if (subscription.status === "ended") return endGrant(tx, { ...source, at: endsAt });
  // Another clock than ours says when it began; one that runs ahead must not keep out who has paid.
  const { fanUserId, creatorId, tierId, startedAt } = subscription;
  await writeGrant(tx, { ...source, userId: asId("user", fanUserId), creatorId: asId("creator", creatorId), tierId: asId("tier", tierId), startsAt: startedAt < now() ? startedAt : now(), endsAt });
}
