import { leftOf } from "@/lib/commerce/promotions";
import { railNamed, type RailPreview } from "@/lib/commerce/rails";
import { audit } from "@/lib/platform/audit";
import type { Context, Verb } from "@/lib/platform/db";
import type { SubscriptionModel } from "@/lib/platform/db/generated/models";
import { NotFound } from "@/lib/platform/errors";
import type { SubscriptionId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { reportError } from "@/lib/platform/sentry";
import { CountsDiffer } from "../errors";
import { prorationTolerance } from "../rules";
import type { ChangeInput, ChangePreview } from "../schema";
import { billedAt, holdsMidway, paidForPeriod, redeemedBy } from "./discounts";
import { inSeconds, prorate } from "./proration";
import { type Plan, whatChanges } from "./what-changes";

/** What a change would cost, line by line, before anything is done. @throws as whatChanges; CountsDiffer, ProviderFailed */
export async function previewChange({ ctx, input }: Verb<ChangeInput & { subscriptionId: SubscriptionId }>): Promise<ChangePreview> {
  const fanUserId = ctx.actor.kind === "user" ? ctx.actor.userId : "";
  const subscription = await ctx.db.subscription.findUnique({ where: { id: input.subscriptionId, fanUserId } });
  if (!subscription) throw new NotFound("membership");
  const plan = await whatChanges(ctx, subscription, input);
  return countChange(ctx, subscription, plan, ctx.now);
}

/** The provider's count of a plan, held against ours. */
export async function countChange(ctx: Context, subscription: SubscriptionModel, { when, amount, tier }: Plan, at: Date): Promise<ChangePreview> {
  const { currency, currentPeriodEnd, startedAt } = subscription;
  const redeemed = await redeemedBy(ctx, subscription);
  const counted = { when, nextAmount: billedAt(redeemed, startedAt, currentPeriodEnd, amount), nextAt: currentPeriodEnd.toISOString(), currency, countedAt: at.toISOString() };
  if (when === "later" || amount === subscription.amount) return { ...counted, lines: [], dueToday: 0 };
  const preview = await railNamed(subscription.rail).previewChange({ subscriptionId: subscription.providerId, amount, at });
  const [from, to] = [await paidForPeriod(ctx, subscription, redeemed, preview.periodStart), leftOf(holdsMidway(redeemed, startedAt, at) ? redeemed?.terms : undefined, amount)];
  await compare(ctx, subscription, { from, to, at, preview });
  const lines = preview.lines.map((line) => ({ label: line.amount < 0 ? "Back for the days you have paid and not used" : `${tier.name}, for the rest of what is running`, amount: line.amount }));
  return { ...counted, lines, dueToday: preview.due };
}

/** Two ways of counting must agree: a difference is noted as an incident, and nothing is charged. @throws CountsDiffer */
async function compare(ctx: Context, subscription: SubscriptionModel, { from, to, at, preview }: { from: number; to: number; at: Date; preview: RailPreview }): Promise<void> {
  const ours = prorate({ from, to, start: inSeconds(preview.periodStart), end: inSeconds(preview.periodEnd), at: inSeconds(at) });
  const added = preview.lines.reduce((sum, line) => sum + line.amount, 0);
  if (preview.currency === subscription.currency && added === preview.due && Math.abs(preview.due - ours.sum) <= prorationTolerance && preview.due >= 0) return;
  const differs = new CountsDiffer(`${subscription.id}: ${preview.due} ${preview.currency} there, ${ours.sum} ${subscription.currency} here`);
  await ctx.transaction((tx) => {
    audit(tx, ctx, "proration.differs", { subject: subscription.id, theirs: preview.due, theirLines: added, ours: ours.sum });
    return Promise.resolve();
  });
  log().error({ subscriptionId: subscription.id, theirs: preview.due, ours: ours.sum }, "our count of a change and the provider's differ");
  reportError(differs, { route: "subscriptions/change", method: "POST", requestId: ctx.requestId });
  throw differs;
}
