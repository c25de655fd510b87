import type Stripe from "stripe";
import type { Context } from "../state/context";
import { collectInvoice, payingMethod, renew, subscriptionOf } from "./billing";
import { expireSession } from "./checkout";
import { voidInvoice } from "./invoices";
import { ref } from "./refs";
import { endSubscription, periodEnd } from "./subscriptions";

/** Something that happens by itself at a moment (Unix seconds), unless it has been overtaken by then. */
interface Due {
  at: number;
  still(): boolean;
  run(ctx: Context): void;
}

const day = 86_400;
/** An unpaid first invoice may be completed for 23 hours. */
const incompleteSeconds = 23 * 3600;

/**
 * Runs everything due up to `until` in order of time, each at its own moment, then matures the balance.
 * It goes a day at a time: whatever a step brings about (a retry, the next period) is due a day later at the earliest.
 */
export function runDue(contextAt: (moment: number) => Context, until: number): void {
  for (;;) {
    const waiting = allDue(contextAt(until)).filter((due) => due.at <= until).sort((a, b) => a.at - b.at);
    const first = waiting[0];
    if (!first) break;
    for (const due of waiting) {
      if (due.at < first.at + day && due.still()) due.run(contextAt(due.at));
    }
  }
  matureBalance(contextAt(until));
}

function allDue(ctx: Context): Due[] {
  return [...dueSubscriptions(ctx), ...dueInvoices(ctx), ...dueSessions(ctx)];
}

function dueSubscriptions(ctx: Context): Due[] {
  return ctx.db.subscriptions.all().flatMap((subscription): Due[] => {
    const at = momentOf(subscription);
    if (at === undefined) return [];
    return [{ at, still: () => momentOf(subscription) === at, run: (then) => runSubscription(then, subscription) }];
  });
}

/** When the subscription next changes by itself. */
function momentOf(subscription: Stripe.Subscription): number | undefined {
  if (subscription.status === "incomplete") return subscription.created + incompleteSeconds;
  if (!["active", "past_due", "trialing"].includes(subscription.status)) return undefined;
  return Math.min(periodEnd(subscription), subscription.cancel_at ?? Infinity);
}

function runSubscription(ctx: Context, subscription: Stripe.Subscription): void {
  if (subscription.status === "incomplete") expireIncomplete(ctx, subscription.id);
  else if (subscription.cancel_at !== null && subscription.cancel_at <= periodEnd(subscription)) endSubscription(ctx, subscription, "cancellation_requested");
  else renew(ctx, subscription);
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

function dueInvoices(ctx: Context): Due[] {
  return ctx.db.invoices.all().flatMap((invoice): Due[] => {
    const at = invoice.next_payment_attempt;
    const subscription = at === null ? undefined : subscriptionOf(ctx, invoice);
    if (at === null || !subscription) return [];
    const still = (): boolean => invoice.status === "open" && invoice.next_payment_attempt === at && subscription.status !== "canceled";
    if (!still()) return [];
    return [{ at, still, run: (then) => void collectInvoice(then, invoice, payingMethod(then, subscription), { offSession: true }) }];
  });
}

function dueSessions(ctx: Context): Due[] {
  return ctx.db.sessions.all().flatMap((session): Due[] => {
    const still = (): boolean => session.status === "open";
    return still() ? [{ at: session.expires_at, still, run: (then) => expireSession(then, session) }] : [];
  });
}

function matureBalance(ctx: Context): void {
  for (const booked of ctx.db.balanceTransactions.all()) {
    if (booked.status === "pending" && booked.available_on <= ctx.now) ctx.db.balanceTransactions.put({ ...booked, status: "available" });
  }
}
