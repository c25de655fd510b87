import { recordSale } from "@/lib/commerce/purchases";
import { type PaymentRail, railNamed, type RailPayment, type RailSubscription } from "@/lib/commerce/rails";
import { audit } from "@/lib/platform/audit";
import type { Context, Tx, Verb } from "@/lib/platform/db";
import type { CheckoutModel } from "@/lib/platform/db/generated/models";
import { emit } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import { settleChange } from "./changes/settle-change";
import { noteOverdue } from "./dunning/note-overdue";
import { applyCancellationJob, undoSubscriptionJob } from "./jobs";
import { settlePause } from "./pauses/settle-pause";
import { livingSubscription } from "./queries";
import { tellOfChange } from "./tell-of-change";
import { noteTrial } from "./trials/note-trial";
import { writeAccess } from "./write-access";
import { type Look, writeSubscription } from "./write-subscription";

interface Seen extends Look {
  payments: (RailPayment & { discount: number })[];
}

/**
 * Makes our rows say what the provider says now: the subscription, its access, and every payment that we have not booked.
 * The order in which events arrive does not matter, nor how often; an object that is not ours is left alone.
 */
export async function syncSubscription({ ctx, input }: Verb<{ rail: string; providerId: string }>): Promise<void> {
  const rail = railNamed(input.rail);
  for (let attempt = 1; ; attempt += 1) {
    const seen = await lookAtProvider(ctx, rail, input.providerId);
    if (!seen) return;
    const outcome = await ctx.transaction((tx) => apply(tx, ctx, rail.name, seen));
    if (outcome !== "stale") return;
    // Someone asked after us and wrote before us: look again rather than write what is old.
    if (attempt >= 5) throw new Error(`${input.providerId} changes faster than it can be read`);
  }
}

async function lookAtProvider(ctx: Context, rail: PaymentRail, providerId: string): Promise<Seen | undefined> {
  const askedAt = new Date();
  const subscription = await rail.readSubscription(providerId);
  if (!subscription?.checkoutId) {
    log().warn({ providerId }, "a subscription that is not ours");
    return undefined;
  }
  if (subscription.status === "pending") return undefined;
  const invoices = await rail.paidInvoices(providerId);
  const known = await ctx.db.sale.findMany({ where: { subscription: { providerId }, providerInvoice: { in: invoices.map((invoice) => invoice.id) } }, select: { providerInvoice: true }, take: 50 });
  const booked = new Set(known.map((sale) => sale.providerInvoice));
  const payments: Seen["payments"] = [];
  for (const { id, paymentIntentId, discount } of invoices.filter((one) => !booked.has(one.id)).reverse()) {
    if (paymentIntentId !== undefined) payments.push({ ...(await rail.readPayment({ id, paymentIntentId })), discount });
  }
  const paidUntil = invoices.map((invoice) => invoice.paidUntil).reduce<Date | undefined>((latest, one) => (latest && latest > one ? latest : one), undefined);
  const overdue = subscription.status === "past_due" ? await rail.readOverdue(providerId) : undefined;
  return { askedAt, subscription, paidUntil: paidUntil ?? subscription.trialEndsAt ?? subscription.currentPeriodEnd, overdue, payments };
}

/** "stale": a later look has been written already. "second": a membership was running, so this one is not written but undone. */
async function apply(tx: Tx, ctx: Context, rail: string, { payments, ...look }: Seen): Promise<"written" | "stale" | "second"> {
  const { askedAt, subscription } = look;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${subscription.providerId}))::text`;
  await tx.$queryRaw`SELECT id FROM "Subscription" WHERE "providerId" = ${subscription.providerId} FOR UPDATE`;
  const before = await tx.subscription.findUnique({ where: { providerId: subscription.providerId } });
  if (before && before.syncedAt > askedAt) return "stale";
  const checkout = await tx.checkout.findUnique({ where: { id: subscription.checkoutId ?? "" } });
  if (!checkout) {
    log().warn({ providerId: subscription.providerId }, "a subscription without a checkout of ours");
    return "written";
  }
  if (!before && (await isSecond(tx, ctx, checkout, subscription))) return "second";
  const after = await settleChange(tx, ctx, await writeSubscription(tx, { before, checkout, rail, look }), subscription);
  await closeCheckout(tx, ctx, checkout, subscription);
  if (!before) await noteTrial(tx, after);
  // A last word that did not reach the provider, or arrived there after an older one.
  if (after.status !== "ended" && (after.cancelRequestedAt !== null) !== subscription.cancelAtPeriodEnd) await enqueue(tx, applyCancellationJob, { subscriptionId: after.id });
  const paused = await settlePause(tx, ctx, after, subscription);
  await writeAccess(tx, after, paused);
  await noteOverdue(tx, after, look.overdue);
  await tellOfChange(tx, ctx, before, after);
  const withdrawal = await tx.withdrawal.findUnique({ where: { subscriptionId: after.id }, select: { id: true } });
  for (const payment of payments) {
    const isNew = await recordSale(tx, ctx, { rail, payment, kind: "subscription", subscriptionId: after.id, creatorId: after.creatorId, fanUserId: after.fanUserId, tierId: after.tierId, interval: after.interval, promotionId: checkout.promotionId, discount: payment.discount });
    // Paid before the fan withdrew and heard of after it: that goes back too.
    if (isNew && withdrawal) await returnToo(tx, { withdrawalId: withdrawal.id, subscriptionId: after.id, chargeId: payment.chargeId });
  }
  return "written";
}

async function returnToo(tx: Tx, { withdrawalId, subscriptionId, chargeId }: { withdrawalId: string; subscriptionId: string; chargeId: string }): Promise<void> {
  const { id } = await tx.sale.findUniqueOrThrow({ where: { providerCharge: chargeId }, select: { id: true } });
  emit(tx, "withdrawal.accepted", { withdrawalId, subscriptionId, saleId: id });
}

/**
 * Whether this fan was a member of the page when this payment came: a payment page can outlive our wish to close it. A job undoes it;
 * the row remembers it, so that whatever else is heard of this subscription books nothing.
 */
async function isSecond(tx: Tx, ctx: Context, checkout: CheckoutModel, { status, providerId }: RailSubscription): Promise<boolean> {
  if (checkout.undoneAt) return true;
  if (status === "ended") return false; // an old one, heard of late
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`${checkout.fanUserId}:${checkout.creatorId}`}))::text`;
  if (!(await livingSubscription(tx, checkout.fanUserId, checkout.creatorId))) return false;
  await tx.checkout.update({ where: { id: checkout.id }, data: { state: "expired", undoneAt: ctx.now } });
  await enqueue(tx, undoSubscriptionJob, { rail: checkout.rail, providerId, checkoutId: checkout.id });
  audit(tx, ctx, "checkout.undone", { subject: checkout.id, amount: checkout.amount });
  return true;
}

async function closeCheckout(tx: Tx, ctx: Context, checkout: CheckoutModel, subscription: RailSubscription): Promise<void> {
  if (checkout.state !== "completed") await tx.checkout.update({ where: { id: checkout.id }, data: { state: "completed", completedAt: ctx.now } });
  if (subscription.customerId === "") return;
  await tx.railCustomer.createMany({ data: [{ rail: checkout.rail, userId: checkout.fanUserId, providerId: subscription.customerId }], skipDuplicates: true });
}
