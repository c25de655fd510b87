import { endGrant } from "@/lib/content/access";
import { audit } from "@/lib/platform/audit";
import type { Context, Tx, Verb } from "@/lib/platform/db";
import type { SubscriptionModel } from "@/lib/platform/db/generated/models";
import { NotFound, Unauthenticated } from "@/lib/platform/errors";
import { emit } from "@/lib/platform/events";
import { newId, type SubscriptionId } from "@/lib/platform/ids";
import { enqueue } from "@/lib/platform/jobs";
import { markPending } from "@/lib/platform/jobs/pending";
import { CannotWithdraw } from "../errors";
import { endNowJob } from "../leaving/end-now-job";
import { endPause } from "../pauses/end-pause";
import type { WithdrawalView } from "../schema";
import { readWithdrawal, rightOf } from "./read-withdrawal";

/**
 * Withdraws from one's own contract within its first fourteen days: access ends now, the provider is told to end it, and for each
 * payment a refund is asked for by whoever hears of it. Repeating it changes nothing. @throws NotFound, CannotWithdraw with the reason
 */
export async function withdraw({ ctx, input }: Verb<{ subscriptionId: SubscriptionId }>): Promise<WithdrawalView> {
  await ctx.transaction(async (tx) => {
    const subscription = await findLocked(tx, ctx, input.subscriptionId);
    const right = await rightOf(tx, subscription, ctx.now);
    if (right.kind === "none" && right.why === "withdrawn") return;
    if (right.kind !== "open") throw new CannotWithdraw(right);
    await note(tx, ctx, subscription);
  });
  markPending();
  return readWithdrawal(ctx, input.subscriptionId);
}

async function note(tx: Tx, ctx: Context, { id, fanUserId, cancelRequestedAt }: SubscriptionModel): Promise<void> {
  const withdrawalId = newId("withdrawal");
  await tx.withdrawal.create({ data: { id: withdrawalId, subscriptionId: id, fanUserId, askedAt: ctx.now } });
  await tx.subscription.update({ where: { id }, data: { cancelRequestedAt: cancelRequestedAt ?? ctx.now } });
  await endPause(tx, ctx, id);
  await endGrant(tx, { source: "subscription", sourceId: id, at: ctx.now });
  await enqueue(tx, endNowJob, { subscriptionId: id });
  audit(tx, ctx, "subscription.withdrawn", { subject: id, withdrawalId });
  emit(tx, "withdrawal.received", { withdrawalId });
  const sales = await tx.sale.findMany({ where: { subscriptionId: id }, select: { id: true }, take: 100 });
  for (const sale of sales) emit(tx, "withdrawal.accepted", { withdrawalId, subscriptionId: id, saleId: sale.id });
}

async function findLocked(tx: Tx, ctx: Context, subscriptionId: string): Promise<SubscriptionModel> {
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  await tx.$queryRaw`SELECT id FROM "Subscription" WHERE id = ${subscriptionId} FOR UPDATE`;
  const subscription = await tx.subscription.findUnique({ where: { id: subscriptionId } });
  if (subscription?.fanUserId !== ctx.actor.userId) throw new NotFound("membership");
  return subscription;
}
