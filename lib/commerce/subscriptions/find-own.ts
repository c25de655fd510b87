import type { Context, Tx } from "@/lib/platform/db";
import type { SubscriptionModel } from "@/lib/platform/db/generated/models";
import { NotFound, Unauthenticated } from "@/lib/platform/errors";
import { SubscriptionEnded } from "./errors";

/** One's own living membership, locked until the transaction ends. @throws Unauthenticated, NotFound, SubscriptionEnded */
export async function findOwn(tx: Tx, ctx: Context, subscriptionId: string): Promise<SubscriptionModel> {
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  await tx.$queryRaw`SELECT id FROM "Subscription" WHERE id = ${subscriptionId} FOR UPDATE`;
  const subscription = await tx.subscription.findUnique({ where: { id: subscriptionId } });
  if (subscription?.fanUserId !== ctx.actor.userId) throw new NotFound("membership");
  if (subscription.status === "ended") throw new SubscriptionEnded();
  return subscription;
}
