import { endGrant, writeGrant } from "@/lib/content/access";
import type { Tx } from "@/lib/platform/db";
import type { SubscriptionModel } from "@/lib/platform/db/generated/models";
import { asId } from "@/lib/platform/ids";
import { accessOf } from "./lifecycle";

/** Access follows what is paid: to the end of the period, and a little longer while the next payment is on its way. */
export async function writeAccess(tx: Tx, subscription: SubscriptionModel, paused: boolean): Promise<void> {
  const source = { source: "subscription", sourceId: subscription.id } as const;
  const access = accessOf({ ...subscription, paused });
  if (access.kind === "as it was") return;
  const { fanUserId, creatorId, tierId, startedAt } = subscription;
  const whole = { ...source, userId: asId("user", fanUserId), creatorId: asId("creator", creatorId), tierId: asId("tier", tierId), startsAt: startedAt, endsAt: access.at };
  if (access.kind === "until") return writeGrant(tx, whole);
  // What ends was given before: but for what was cancelled between the payment and our hearing of it, or paid after a pause was asked for.
  const given = await tx.grant.findUnique({ where: { source_sourceId: source }, select: { endsAt: true } });
  if (subscription.status !== "ended" && (!given || (given.endsAt !== null && given.endsAt < access.at))) return writeGrant(tx, whole);
  return endGrant(tx, { ...source, at: access.at });
}
