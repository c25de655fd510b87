import type { Context } from "../state/context";
import { collectInvoice, payingMethod, renew, subscriptionOf } from "./billing";
import { expireSession } from "./checkout";
import { voidInvoice } from "./invoices";
import { ref } from "./refs";
import { endSubscription, periodEnd } from "./subscriptions";

/** Something that happens by itself at a moment (Unix seconds). */
interface Due {
  at: number;
  run(ctx: Context): void;
}

/** An unpaid first invoice may be completed for 23 hours. */
const incompleteSeconds = 23 * 3600;

/** Runs everything due up to `until` in order of time, each at its own moment, then matures the balance. */
export function runDue(contextAt: (moment: number) => Context, until: number): void {
  for (;;) {
    const next = firstDue(contextAt(until), until);
    if (!next) break;
    next.run(contextAt(next.at));
  }
  matureBalance(contextAt(until));
}

function firstDue(ctx: Context, until: number): Due | undefined {
  let first: Due | undefined;
  for (const due of [...dueSubscriptions(ctx), ...dueInvoices(ctx), ...dueSessions(ctx)]) {
    if (due.at <= until && (!first || due.at < first.at)) first = due;
  }
  return first;
}

function dueSubscriptions(ctx: Context): Due[] {
  return ctx.db.subscriptions.all().flatMap((subscription): Due[] => {
    if (subscription.status === "incomplete") {
      return [{ at: subscription.created + incompleteSeconds, run: (then) => expireIncomplete(then, subscription.id) }];
    }
    if (!["active", "past_due", "trialing"].includes(subscription.status)) return [];
    const end = periodEnd(subscription);
    const cancelAt = subscription.cancel_at ?? Infinity;
    if (cancelAt <= end) return [{ at: cancelAt, run: (then) => endSubscription(then, subscription, "cancellation_requested") }];
    return [{ at: end, run: (then) => renew(then, subscription) }];
  });
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
    if (invoice.status !== "open" || invoice.next_payment_attempt === null) return [];
    const subscription = subscriptionOf(ctx, invoice);
    if (!subscription || subscription.status === "canceled") return [];
    return [{ at: invoice.next_payment_attempt, run: (then) => void collectInvoice(then, invoice, payingMethod(then, subscription), { offSession: true }) }];
  });
}

function dueSessions(ctx: Context): Due[] {
  return ctx.db.sessions.all().flatMap((session): Due[] => (session.status === "open" ? [{ at: session.expires_at, run: (then) => expireSession(then, session) }] : []));
}

function matureBalance(ctx: Context): void {
  for (const booked of ctx.db.balanceTransactions.all()) {
    if (booked.status === "pending" && booked.available_on <= ctx.now) ctx.db.balanceTransactions.put({ ...booked, status: "available" });
  }
}
