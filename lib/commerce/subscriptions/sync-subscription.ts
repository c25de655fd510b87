import { recordSale } from "@/lib/commerce/purchases";
import { type PaymentRail, railNamed, type RailPayment, type RailSubscription } from "@/lib/commerce/rails";
import { endGrant, writeGrant } from "@/lib/content/access";
import { audit } from "@/lib/platform/audit";
import { later } from "@/lib/platform/clock";
import type { Context, Tx, Verb } from "@/lib/platform/db";
import type { CheckoutModel, SubscriptionModel } from "@/lib/platform/db/generated/models";
import { emit } from "@/lib/platform/events";
import { asId, newId } from "@/lib/platform/ids";
import { enqueue } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import { applyCancellationJob, undoSubscriptionJob } from "./jobs";
import { livingSubscription } from "./queries";
import { graceMs } from "./rules";

interface Seen {
  askedAt: Date;
  /** Its period ends with the newest month that was paid for: the provider's own runs ahead while a renewal is being tried. */
  subscription: RailSubscription;
  payments: RailPayment[];
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
  const payments: RailPayment[] = [];
  for (const invoice of invoices.filter((one) => !booked.has(one.id)).reverse()) payments.push(await rail.readPayment(invoice));
  const paidUntil = invoices.map((invoice) => invoice.paidUntil).reduce<Date | undefined>((latest, one) => (latest && latest > one ? latest : one), undefined);
  return { askedAt, subscription: { ...subscription, currentPeriodEnd: paidUntil ?? subscription.currentPeriodEnd }, payments };
}

/** "stale": a later look has been written already. "second": a membership was running, so this one is not written but undone. */
async function apply(tx: Tx, ctx: Context, rail: string, { askedAt, subscription, payments }: Seen): Promise<"written" | "stale" | "second"> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${subscription.providerId}))::text`;
  const before = await tx.subscription.findUnique({ where: { providerId: subscription.providerId } });
  if (before && before.syncedAt > askedAt) return "stale";
  const checkout = await tx.checkout.findUnique({ where: { id: subscription.checkoutId ?? "" } });
  if (!checkout) {
    log().warn({ providerId: subscription.providerId }, "a subscription without a checkout of ours");
    return "written";
  }
  if (!before && (await isSecond(tx, ctx, checkout, subscription))) return "second";
  const after = await writeSubscription(tx, { before, checkout, rail, askedAt, subscription });
  await closeCheckout(tx, ctx, checkout, subscription);
  // A last word that did not reach the provider, or arrived there after an older one.
  if (after.status !== "ended" && (after.cancelRequestedAt !== null) !== subscription.cancelAtPeriodEnd) await enqueue(tx, applyCancellationJob, { subscriptionId: after.id });
  await writeAccess(tx, after);
  await tellOfChange(tx, ctx, before, after);
  for (const payment of payments) await recordSale(tx, ctx, { rail, payment, subscription: after });
  return "written";
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

interface Writing {
  before: SubscriptionModel | null;
  checkout: CheckoutModel;
  rail: string;
  askedAt: Date;
  subscription: RailSubscription;
}

async function writeSubscription(tx: Tx, { before, checkout, rail, askedAt, subscription }: Writing): Promise<SubscriptionModel> {
  const status = subscription.status === "pending" ? "active" : subscription.status;
  const state = { status, currentPeriodEnd: subscription.currentPeriodEnd, amount: subscription.amount, endedAt: status === "ended" ? (subscription.endedAt ?? askedAt) : null, syncedAt: askedAt };
  if (before) return tx.subscription.update({ where: { id: before.id }, data: state });
  const { fanUserId, creatorId, tierId, currency } = checkout;
  return tx.subscription.create({ data: { id: newId("subscription"), checkoutId: checkout.id, fanUserId, creatorId, tierId, currency, rail, providerId: subscription.providerId, startedAt: subscription.startedAt, ...state } });
}

async function closeCheckout(tx: Tx, ctx: Context, checkout: CheckoutModel, subscription: RailSubscription): Promise<void> {
  if (checkout.state !== "completed") await tx.checkout.update({ where: { id: checkout.id }, data: { state: "completed", completedAt: ctx.now } });
  if (subscription.customerId === "") return;
  await tx.railCustomer.createMany({ data: [{ rail: checkout.rail, userId: checkout.fanUserId, providerId: subscription.customerId }], skipDuplicates: true });
}

/** Access follows what is paid: to the end of the month, and a little longer while the next payment is on its way. */
async function writeAccess(tx: Tx, subscription: SubscriptionModel): Promise<void> {
  const source = { source: "subscription", sourceId: subscription.id } as const;
  if (subscription.status === "ended") return endGrant(tx, { ...source, at: subscription.endedAt ?? subscription.currentPeriodEnd });
  // A payment that failed buys no new time: the access written when the last one was made runs out by itself.
  if (subscription.status === "past_due") return;
  const endsAt = subscription.cancelRequestedAt ? subscription.currentPeriodEnd : later(subscription.currentPeriodEnd, graceMs);
  await writeGrant(tx, { ...source, userId: asId("user", subscription.fanUserId), creatorId: asId("creator", subscription.creatorId), tierId: asId("tier", subscription.tierId), startsAt: subscription.startedAt, endsAt });
}

async function tellOfChange(tx: Tx, ctx: Context, before: SubscriptionModel | null, after: SubscriptionModel): Promise<void> {
  const wasAlive = before !== null && before.status !== "ended";
  const isAlive = after.status !== "ended";
  if (isAlive !== wasAlive) await tx.creatorProfile.update({ where: { id: after.creatorId }, data: { memberCount: { increment: isAlive ? 1 : -1 } } });
  if (isAlive && !wasAlive) {
    audit(tx, ctx, "subscription.started", { subject: after.id, creatorId: after.creatorId, amount: after.amount });
    emit(tx, "subscription.started", { subscriptionId: after.id });
  }
  if (!isAlive && wasAlive) {
    audit(tx, ctx, "subscription.ended", { subject: after.id, creatorId: after.creatorId });
    emit(tx, "subscription.ended", { subscriptionId: after.id });
  }
  if (after.status === "past_due" && before?.status !== "past_due") emit(tx, "payment.failed", { subscriptionId: after.id });
}
