import { leastPayment, leftOf } from "@/lib/commerce/promotions";
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

/** The provider's count of a plan, held against ours. What is due today and less than a card can pay is not asked for: the change waits for the next payment. */
export async function countChange(ctx: Context, subscription: SubscriptionModel, plan: Plan, at: Date): Promise<ChangePreview> {
  const { currency, currentPeriodEnd, startedAt, interval: running } = subscription;
  const { when, amount, interval, tier } = plan;
  const redeemed = await redeemedBy(ctx, subscription);
  const counted = (nextAt: Date) => ({ when, nextAmount: billedAt(redeemed, startedAt, nextAt, amount), nextAt: nextAt.toISOString(), interval, currency, countedAt: at.toISOString(), tooLittle: false });
  if (when === "later" || (amount === subscription.amount && interval === running)) return { ...counted(currentPeriodEnd), lines: [], dueToday: 0 };
  const preview = await railNamed(subscription.rail).previewChange({ subscriptionId: subscription.providerId, amount, interval, at });
  const [from, to] = [await paidForPeriod(ctx, subscription, redeemed, preview.periodStart), leftOf(holdsMidway(redeemed, startedAt, at) ? redeemed?.terms : undefined, amount)];
  await compare(ctx, subscription, { ours: costOf({ from, to, whole: interval !== running }, preview, at), preview });
  // Carried over by the provider, it would be asked for with this fan's next payment to whichever page.
  if (preview.due > 0 && preview.due < leastPayment) return { ...counted(currentPeriodEnd), when: "later", lines: [], dueToday: 0, tooLittle: true };
  const words = { back: "Back for the days you have paid and not used", charge: interval === running ? `${tier.name}, for the rest of what is running` : `${tier.name}, a whole ${interval} from today on`, discount: `With your code ${redeemed?.code ?? ""}` };
  return { ...counted(preview.paidUntil), lines: preview.lines.map((line) => ({ label: words[line.kind], amount: line.amount })), dueToday: preview.due };
}

/** Our own count: the rest of the period at both amounts; or, into another rhythm, a whole new period less what is not used of the old. */
export function costOf({ from, to, whole }: { from: number; to: number; whole: boolean }, { periodStart, periodEnd }: Pick<RailPreview, "periodStart" | "periodEnd">, at: Date): number {
  const { credit, sum } = prorate({ from, to, start: inSeconds(periodStart), end: inSeconds(periodEnd), at: inSeconds(at) });
  return whole ? to - credit : sum;
}

/** Two ways of counting must agree: a difference is noted as an incident, and nothing is charged. @throws CountsDiffer */
async function compare(ctx: Context, subscription: SubscriptionModel, { ours, preview }: { ours: number; preview: RailPreview }): Promise<void> {
  const added = preview.lines.reduce((sum, line) => sum + line.amount, 0);
  if (preview.currency === subscription.currency && added === preview.due && Math.abs(preview.due - ours) <= prorationTolerance && preview.due >= 0) return;
  const differs = new CountsDiffer(`${subscription.id}: ${preview.due} ${preview.currency} there, ${ours} ${subscription.currency} here`);
  await ctx.transaction((tx) => {
    audit(tx, ctx, "proration.differs", { subject: subscription.id, theirs: preview.due, theirLines: added, ours: ours });
    return Promise.resolve();
  });
  log().error({ subscriptionId: subscription.id, theirs: preview.due, ours: ours }, "our count of a change and the provider's differ");
  reportError(differs, { route: "subscriptions/change", method: "POST", requestId: ctx.requestId });
  throw differs;
}
