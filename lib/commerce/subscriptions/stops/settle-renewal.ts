import { audit } from "@/lib/platform/audit";
import type { Context, Tx } from "@/lib/platform/db";
import type { SubscriptionModel } from "@/lib/platform/db/generated/models";
import { emit } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs";
import { applyCancellationJob } from "../jobs";
import { dropRhythmChange } from "../leaving/drop-rhythm-change";
import { endPause } from "../pauses/end-pause";
import { writeAccess } from "../write-access";
import { isStop, type Stop, whyStopped } from "./why-stopped";

/**
 * Makes a membership end with what is paid while a bank has one of its payments or its member may buy nowhere, and go on once that is
 * over, unless the fan has cancelled too. Reads what is, so that it may be called late, twice or out of order. In the caller's transaction.
 */
export async function settleRenewal(tx: Tx, ctx: Context, subscriptionId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Subscription" WHERE id = ${subscriptionId} FOR UPDATE`;
  const before = await tx.subscription.findUniqueOrThrow({ where: { id: subscriptionId }, include: { withdrawal: true } });
  if (before.status === "ended" || before.withdrawal) return;
  const why = await whyStopped(tx, before);
  const turns = why ? before.cancelRequestedAt === null : isStop(before.cancelReasonCode);
  const after = turns ? await turn(tx, ctx, before, why) : before;
  const paused = (await tx.membershipPause.count({ where: { subscriptionId, endedAt: null } })) > 0;
  await writeAccess(tx, after, paused);
}

async function turn(tx: Tx, ctx: Context, { id }: SubscriptionModel, why: Stop | undefined): Promise<SubscriptionModel> {
  const after = await tx.subscription.update({ where: { id }, data: { cancelRequestedAt: why ? ctx.now : null, cancelReasonCode: why ?? null, cancelReason: null } });
  if (why) {
    await endPause(tx, ctx, id);
    await dropRhythmChange(tx, ctx, id);
  }
  await enqueue(tx, applyCancellationJob, { subscriptionId: id });
  audit(tx, ctx, why ? "subscription.renewal-stopped" : "subscription.renewal-restored", { subject: id, ...(why ? { why } : {}) });
  emit(tx, why ? "subscription.renewal-stopped" : "subscription.renewal-restored", { subscriptionId: id });
  return after;
}
