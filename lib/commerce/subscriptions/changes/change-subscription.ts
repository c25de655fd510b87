import { type Interval, railNamed } from "@/lib/commerce/rails";
import { audit } from "@/lib/platform/audit";
import { hours, later } from "@/lib/platform/clock";
import type { Context, Tx, Verb } from "@/lib/platform/db";
import type { SubscriptionChangeModel, SubscriptionModel } from "@/lib/platform/db/generated/models";
import { emit } from "@/lib/platform/events";
import { asId, newId, type SubscriptionId } from "@/lib/platform/ids";
import { enqueue } from "@/lib/platform/jobs";
import { CannotChange, ChangeWaits, PreviewMoved } from "../errors";
import { findOwn } from "../find-own";
import type { ChangeView, ConfirmChangeInput } from "../schema";
import { syncSubscription } from "../sync-subscription";
import { applyChangeJob, productNameOf, tellProviderSoon } from "./apply-change-job";
import { countChange } from "./preview-change";
import { applyChange } from "./settle-change";
import { type Plan, whatChanges } from "./what-changes";

/** So long a preview may be looked at. */
const previewLastsMs = hours(1);

type Input = ConfirmChangeInput & { subscriptionId: SubscriptionId };

/**
 * Moves one's own membership to another amount, tier or rhythm as the preview showed it. More is paid at once and holds with that payment;
 * less, and what a card cannot pay, holds from the end of what is paid. Repeating it goes on where a first try stopped, and charges once.
 * @throws as whatChanges; PreviewMoved, CountsDiffer, ProviderFailed (the call can be repeated)
 */
export async function changeSubscription({ ctx, input }: Verb<Input>): Promise<ChangeView> {
  const begun = await ctx.transaction(async (tx) => {
    const subscription = await findOwn(tx, ctx, input.subscriptionId);
    return { subscription, change: await openOne(tx, subscription, input) };
  });
  const change = begun.change ?? (await begin(ctx, begun.subscription, input));
  if (change.state !== "scheduled") return payNow(ctx, begun.subscription, change);
  await tellProviderSoon(ctx, change.id);
  return viewOf(ctx, change.id, null);
}

/** The same change, asked for before and not settled. @throws CannotChange, ChangeWaits when another stands in the way */
async function openOne(tx: Tx, { id: subscriptionId, interval: running }: SubscriptionModel, { tierId, amount, interval = running as Interval }: Input): Promise<SubscriptionChangeModel | undefined> {
  const open = await tx.subscriptionChange.findFirst({ where: { subscriptionId, state: { in: ["paying", "scheduled"] } } });
  if (!open) return undefined;
  if (open.toTierId === tierId && open.toAmount === amount && open.toInterval === interval) return open;
  if (open.state === "scheduled") throw new ChangeWaits();
  throw new CannotChange("A change waits for its payment. Finish it on the payment page, or wait a day until it lapses.");
}

/** Counts again from the same moment, and notes the change only if it costs what was shown. */
async function begin(ctx: Context, subscription: SubscriptionModel, input: Input): Promise<SubscriptionChangeModel> {
  const plan = await whatChanges(ctx, subscription, input);
  const at = new Date(input.countedAt);
  if (at > ctx.now || at < later(ctx.now, -previewLastsMs) || at < subscription.startedAt) throw new PreviewMoved();
  const { dueToday, when } = await countChange(ctx, subscription, plan, at);
  if (dueToday !== input.dueToday) throw new PreviewMoved();
  return ctx.transaction(async (tx) => {
    const now = await findOwn(tx, ctx, subscription.id);
    // Another window, a renewal or a cancellation came between.
    if (now.amount !== subscription.amount || now.tierId !== subscription.tierId || now.interval !== subscription.interval || now.cancelRequestedAt || now.currentPeriodEnd.getTime() !== subscription.currentPeriodEnd.getTime()) throw new PreviewMoved();
    return (await openOne(tx, now, input)) ?? note(tx, ctx, now, { plan: { ...plan, when }, at, dueToday });
  });
}

async function note(tx: Tx, ctx: Context, subscription: SubscriptionModel, { plan, at, dueToday }: { plan: Plan; at: Date; dueToday: number }): Promise<SubscriptionChangeModel> {
  const id = newId("subscriptionChange");
  const { tierId, amount, currency, interval, currentPeriodEnd } = subscription;
  const now = plan.when === "now";
  audit(tx, ctx, "subscription.change-asked", { subject: subscription.id, changeId: id, toTierId: plan.tier.id, toAmount: plan.amount, toInterval: plan.interval, dueToday });
  if (!now) {
    emit(tx, "subscription.change-scheduled", { changeId: id });
    await enqueue(tx, applyChangeJob, { changeId: id });
  }
  return tx.subscriptionChange.create({ data: { id, subscriptionId: subscription.id, fromTierId: tierId, toTierId: plan.tier.id, fromAmount: amount, toAmount: plan.amount, fromInterval: interval, toInterval: plan.interval, currency, dueToday, state: now ? "paying" : "scheduled", askedAt: ctx.now, prorationAt: at, takesEffectAt: now ? ctx.now : currentPeriodEnd } });
}

async function payNow(ctx: Context, { rail, providerId }: SubscriptionModel, change: SubscriptionChangeModel): Promise<ChangeView> {
  const productName = await productNameOf(ctx, change.subscriptionId, change.toTierId);
  const asked = { changeId: change.id, subscriptionId: providerId, productName, amount: change.toAmount };
  if (change.toAmount === change.fromAmount && change.toInterval === change.fromInterval) return applyFree(ctx, change, (await railNamed(rail).changeFromNextBill(asked)).productId);
  const { productId, done, payUrl } = await railNamed(rail).changeNow({ ...asked, interval: change.toInterval as Interval, at: change.prorationAt });
  await ctx.db.subscriptionChange.updateMany({ where: { id: change.id, state: "paying" }, data: { providerProduct: productId } });
  await syncSubscription({ ctx, input: { rail, providerId } });
  return viewOf(ctx, change.id, done ? null : (payUrl ?? null));
}

/** Another tier for the same money: there is nothing to wait for. The sync writes its access. */
async function applyFree(ctx: Context, change: SubscriptionChangeModel, providerProduct: string): Promise<ChangeView> {
  const subscription = await ctx.transaction(async (tx) => {
    const own = await findOwn(tx, ctx, change.subscriptionId);
    const open = await tx.subscriptionChange.updateMany({ where: { id: change.id, state: "paying" }, data: { providerProduct } });
    return open.count > 0 ? applyChange(tx, ctx, own, change) : own;
  });
  await syncSubscription({ ctx, input: subscription });
  return viewOf(ctx, change.id, null);
}

async function viewOf(ctx: Context, changeId: string, payUrl: string | null): Promise<ChangeView> {
  const { state } = await ctx.db.subscriptionChange.findUniqueOrThrow({ where: { id: changeId }, select: { state: true } });
  return { id: asId("subscriptionChange", changeId), state: state as ChangeView["state"], payUrl: state === "paying" ? payUrl : null };
}
