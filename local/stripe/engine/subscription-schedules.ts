import type Stripe from "stripe";
import { newId } from "../state/ids";
import type { Context } from "../state/context";
import { planOf } from "./catalog";
import { ref } from "./refs";
import { periodEnd, periodStart } from "./subscriptions";

type Schedule = Stripe.SubscriptionSchedule;
type Phase = Stripe.SubscriptionSchedule.Phase;
export interface PhaseDetails {
  start: number;
  end: number;
  items: { price: Stripe.Price; quantity: number }[];
  /** Ids of discounts that the subscription has. */
  discounts: string[];
  prorationBehavior: Phase["proration_behavior"];
}

/** The schedule that steers a subscription now. */
export const scheduleOf = (ctx: Context, subscription: Stripe.Subscription): Schedule | undefined => ctx.db.subscriptionSchedules.get(ref(subscription.schedule) ?? "");

/** A schedule whose one phase is what the subscription is in. */
export function scheduleFrom(ctx: Context, subscription: Stripe.Subscription, metadata: Record<string, string>): Schedule {
  const items = subscription.items.data.map(({ price, quantity }) => ({ price, quantity: quantity ?? 1 }));
  const discounts = subscription.discounts.flatMap((one) => ref(one) ?? []);
  const [start, end] = [periodStart(subscription), periodEnd(subscription)];
  const schedule = ctx.db.subscriptionSchedules.put({
    id: newId("sub_sched"),
    object: "subscription_schedule",
    application: null,
    billing_mode: { flexible: { proration_discounts: "included" }, type: "flexible" },
    canceled_at: null,
    completed_at: null,
    created: ctx.now,
    current_phase: { start_date: start, end_date: end },
    customer: subscription.customer,
    customer_account: null,
    default_settings: {
      application_fee_percent: null, billing_cycle_anchor: "automatic", billing_thresholds: null, collection_method: "charge_automatically", default_payment_method: subscription.default_payment_method, description: null,
      invoice_settings: { account_tax_ids: null, custom_fields: null, days_until_due: null, description: null, footer: null, issuer: { type: "self" } }, on_behalf_of: null, transfer_data: null,
    },
    end_behavior: "release",
    livemode: false,
    metadata,
    pause_schedules: [],
    phases: [phaseOf(ctx, subscription.currency, { start, end, items, discounts, prorationBehavior: "create_prorations" })],
    released_at: null,
    released_subscription: null,
    status: "active",
    subscription: subscription.id,
    test_clock: subscription.test_clock,
  });
  subscription.schedule = schedule.id;
  ctx.db.subscriptions.put(subscription);
  ctx.emit("subscription_schedule.created", schedule);
  ctx.emit("customer.subscription.updated", subscription, { schedule: null });
  return schedule;
}

export function phaseOf(ctx: Context, currency: string, { start, end, items, discounts, prorationBehavior }: PhaseDetails): Phase {
  return {
    add_invoice_items: [], application_fee_percent: null, billing_cycle_anchor: null, billing_thresholds: null, collection_method: null, currency, default_payment_method: null, description: null,
    discounts: discounts.map((id) => ({ coupon: ref(ctx.db.discounts.get(id)?.source.coupon ?? null) ?? null, discount: id, promotion_code: null })),
    end_date: end, invoice_settings: null,
    items: items.map(({ price, quantity }) => ({ billing_thresholds: null, discounts: [], metadata: {}, plan: planOf(price).id, price: price.id, quantity })),
    metadata: {}, on_behalf_of: null, proration_behavior: prorationBehavior, start_date: start, transfer_data: null, trial_end: null,
  };
}

/** Lets the subscription go on by itself, as it is. */
export function releaseSchedule(ctx: Context, schedule: Schedule): Schedule {
  const subscription = ctx.db.subscriptions.get(ref(schedule.subscription) ?? "");
  const released = ctx.db.subscriptionSchedules.put({ ...schedule, status: "released", released_at: ctx.now, released_subscription: ref(schedule.subscription) ?? null, subscription: null, current_phase: null });
  ctx.emit("subscription_schedule.released", released);
  if (subscription) {
    subscription.schedule = null;
    ctx.db.subscriptions.put(subscription);
    ctx.emit("customer.subscription.updated", subscription, { schedule: schedule.id });
  }
  return released;
}

/** At the end of a period: the phase that begins with the next one takes hold; after the last, the schedule lets go. Before the period is moved on. */
export function enterPhase(ctx: Context, subscription: Stripe.Subscription): void {
  const schedule = scheduleOf(ctx, subscription);
  if (!schedule) return;
  const start = periodEnd(subscription);
  const phase = schedule.phases.find((one) => one.start_date === start);
  if (!phase) {
    if (schedule.phases.every((one) => one.end_date <= start)) releaseSchedule(ctx, schedule);
    return;
  }
  const before = subscription.items.data[0]?.price.recurring;
  subscription.items.data.forEach((item, i) => {
    const price = ctx.db.prices.get(ref(phase.items[i]?.price) ?? "");
    if (!price) return;
    item.price = price;
    item.plan = planOf(price);
    item.quantity = phase.items[i]?.quantity ?? 1;
  });
  subscription.discounts = phase.discounts.flatMap(({ discount }) => ref(discount) ?? []);
  const method = ref(schedule.default_settings.default_payment_method);
  if (method) subscription.default_payment_method = method;
  const after = subscription.items.data[0]?.price.recurring;
  if (before?.interval !== after?.interval || before?.interval_count !== after?.interval_count) subscription.billing_cycle_anchor = start;
  ctx.db.subscriptionSchedules.put({ ...schedule, current_phase: { start_date: phase.start_date, end_date: phase.end_date } });
  ctx.emit("subscription_schedule.updated", schedule);
}
