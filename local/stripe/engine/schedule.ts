import type Stripe from "stripe";
import type { Context } from "../state/context";
import type { Noted } from "../state/heap";
import { mature } from "./balance";
import { collectInvoice, expirePending, payingMethod, renew, subscriptionOf } from "./billing";
import { expireSession } from "./checkout";
import { giveUpDispute, runDisputePlan } from "./disputes";
import { voidInvoice } from "./invoices";
import { movePayout } from "./payouts";
import { ref } from "./refs";
import { runRefundPlan } from "./refunds";
import { endSubscription, periodEnd } from "./subscriptions";

/** One kind of thing that happens by itself. */
interface Chore {
  next(ctx: Context): Noted | undefined;
  run(ctx: Context): void;
}

/** A table whose rows know when they change, and what is done with one whose moment has come. */
interface DueRows<T> {
  nextDue(clock: string): Noted | undefined;
  takeDue(clock: string): T | undefined;
}

function chore<T>(table: (ctx: Context) => DueRows<T>, run: (ctx: Context, row: T) => void): Chore {
  return {
    next: (ctx) => table(ctx).nextDue(ctx.clock),
    run: (ctx) => {
      const row = table(ctx).takeDue(ctx.clock);
      if (row !== undefined) run(ctx, row);
    },
  };
}

const chores: readonly Chore[] = [
  chore((ctx) => ctx.db.subscriptions, runSubscription),
  chore((ctx) => ctx.db.invoices, retryInvoice),
  chore((ctx) => ctx.db.sessions, expireSession),
  chore((ctx) => ctx.db.payouts, movePayout),
  chore((ctx) => ctx.db.disputes, giveUpDispute),
  chore((ctx) => ctx.db.disputePlans, runDisputePlan),
  chore((ctx) => ctx.db.refundPlans, runRefundPlan),
];

/** Runs everything due up to `until` in order of time, each at its own moment, then matures the balance. */
export function runDue(contextAt: (moment: number) => Context, until: number): void {
  const ctx = contextAt(until);
  for (;;) {
    const soonest = chores.reduce<{ chore: Chore; at: number } | undefined>((best, one) => {
      const next = one.next(ctx);
      return next && next.at <= until && next.at < (best?.at ?? Infinity) ? { chore: one, at: next.at } : best;
    }, undefined);
    if (!soonest) break;
    soonest.chore.run(contextAt(soonest.at));
  }
  if (ctx.clock === "") mature(ctx);
}

function runSubscription(ctx: Context, subscription: Stripe.Subscription): void {
  if (subscription.status === "incomplete") expireIncomplete(ctx, subscription.id);
  else if (isPast(ctx, subscription.pause_collection?.resumes_at)) resume(ctx, subscription);
  else if (isPast(ctx, subscription.pending_update?.expires_at)) expirePending(ctx, subscription);
  else if (subscription.cancel_at !== null && subscription.cancel_at <= periodEnd(subscription)) endSubscription(ctx, subscription, "cancellation_requested");
  else renew(ctx, subscription);
}

function isPast(ctx: Context, moment: number | null | undefined): boolean {
  return moment !== null && moment !== undefined && moment <= ctx.now;
}

function resume(ctx: Context, subscription: Stripe.Subscription): void {
  const previous = { pause_collection: subscription.pause_collection };
  subscription.pause_collection = null;
  ctx.db.subscriptions.put(subscription);
  ctx.emit("customer.subscription.updated", subscription, previous);
}

function expireIncomplete(ctx: Context, id: string): void {
  const subscription = ctx.db.subscriptions.get(id);
  if (!subscription) return;
  const previous = { status: subscription.status };
  subscription.status = "incomplete_expired";
  subscription.ended_at = ctx.now;
  ctx.db.subscriptions.put(subscription);
  const invoice = ctx.db.invoices.get(ref(subscription.latest_invoice) ?? "");
  if (invoice?.status === "open") voidInvoice(ctx, invoice);
  ctx.emit("customer.subscription.updated", subscription, previous);
}

function retryInvoice(ctx: Context, invoice: Stripe.Invoice): void {
  const subscription = subscriptionOf(ctx, invoice);
  if (subscription && subscription.status !== "canceled") collectInvoice(ctx, invoice, payingMethod(ctx, subscription), { offSession: true });
}
