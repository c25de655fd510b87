import { leftOfSales } from "@/lib/commerce/purchases";
import type { Context, Database } from "@/lib/platform/db";
import type { SubscriptionModel } from "@/lib/platform/db/generated/models";
import { NotFound } from "@/lib/platform/errors";
import type { SubscriptionId } from "@/lib/platform/ids";
import type { WithdrawalView } from "../schema";
import { type Right, rightToWithdraw } from "./may-withdraw";

/** The right as it stands, of a membership that is theirs. Three statements by keys. */
export async function rightOf(db: Pick<Database, "withdrawalConsent" | "grant" | "withdrawal">, subscription: SubscriptionModel, now: Date): Promise<Right> {
  // One after the other: a transaction has one connection.
  const consent = await db.withdrawalConsent.findUnique({ where: { checkoutId: subscription.checkoutId ?? "" }, select: { consentedAt: true } });
  const grant = await db.grant.findUnique({ where: { source_sourceId: { source: "subscription", sourceId: subscription.id } }, select: { firstUsedAt: true } });
  const withdrawal = await db.withdrawal.findUnique({ where: { subscriptionId: subscription.id }, select: { askedAt: true } });
  return rightToWithdraw({ ...subscription, withdrawn: withdrawal !== null, consented: consent !== null, usedAt: grant?.firstUsedAt ?? null }, now);
}

/** Whether one's own contract may be withdrawn from, and what has become of it. @throws NotFound */
export async function readWithdrawal(ctx: Context, subscriptionId: SubscriptionId): Promise<WithdrawalView> {
  const fanUserId = ctx.actor.kind === "user" ? ctx.actor.userId : "";
  const subscription = await ctx.db.subscription.findUnique({ where: { id: subscriptionId, fanUserId }, include: { withdrawal: true } });
  if (!subscription) throw new NotFound("membership");
  const right = await rightOf(ctx.db, subscription, ctx.now);
  return {
    right: right.kind === "none" ? (right.why === "withdrawn" ? "withdrawn" : "none") : right.kind,
    until: right.kind === "none" ? null : right.until.toISOString(),
    withdrawnAt: subscription.withdrawal?.askedAt.toISOString() ?? null,
    goesBack: await leftOfSales(ctx.db, { subscriptionId }),
    currency: subscription.currency,
  };
}
