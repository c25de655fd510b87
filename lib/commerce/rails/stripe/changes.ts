import Stripe from "stripe";
import { ProviderFailed } from "@/lib/platform/errors";
import type { ChangesRail, Interval } from "../port";
import { demand, stripe } from "./client";
import { date, idOf } from "./values";

const seconds = (at: Date): number => Math.floor(at.getTime() / 1_000);

async function itemOf(subscriptionId: string): Promise<Stripe.SubscriptionItem> {
  const subscription = await demand(() => stripe().subscriptions.retrieve(subscriptionId));
  const [item] = subscription.items.data;
  if (!item) throw new ProviderFailed("Stripe", "Our payment provider sent a membership without a price.");
  return item;
}

const rhythmOf = (item: Stripe.SubscriptionItem): Interval => (item.price.recurring?.interval === "year" ? "year" : "month");
const priced = (currency: string, amount: number, product: string, interval: Interval) => ({ currency, product, unit_amount: amount, recurring: { interval } });
/** The item at another amount, and in another rhythm when one is said. */
const at = (item: Stripe.SubscriptionItem, amount: number, product: string, interval = rhythmOf(item)) => ({ id: item.id, price_data: priced(item.price.currency, amount, product, interval) });

/** What the provider shows on its papers; one for each change, so that the membership says which change it has had. */
async function productOf(changeId: string, name: string): Promise<string> {
  return (await demand(() => stripe().products.create({ name, metadata: { changeId } }, { idempotencyKey: `product:${changeId}` }))).id;
}

const previewChange: ChangesRail["previewChange"] = async ({ subscriptionId, amount, interval, at: moment }) => {
  const item = await itemOf(subscriptionId);
  const invoice = await demand(() =>
    stripe().invoices.createPreview({
      subscription: subscriptionId,
      subscription_details: { items: [at(item, amount, idOf(item.price.product) ?? "", interval)], proration_behavior: "always_invoice", proration_date: seconds(moment) },
    }),
  );
  const off = (invoice.total_discount_amounts ?? []).reduce((sum, { amount: part }) => sum + part, 0);
  return {
    lines: [...invoice.lines.data.map(({ amount: part }) => ({ kind: part < 0 ? ("back" as const) : ("charge" as const), amount: part })), ...(off > 0 ? [{ kind: "discount" as const, amount: -off }] : [])],
    due: invoice.amount_due,
    currency: invoice.currency,
    periodStart: date(item.current_period_start),
    periodEnd: date(item.current_period_end),
    paidUntil: date(Math.max(item.current_period_end, ...invoice.lines.data.map(({ period }) => period.end))),
  };
};

const changeNow: ChangesRail["changeNow"] = async ({ changeId, subscriptionId, productName, amount, interval, at: moment }) => {
  const [productId, item] = [await productOf(changeId, productName), await itemOf(subscriptionId)];
  if (idOf(item.price.product) === productId) return { productId, done: true, payUrl: undefined };
  const after = await demand(() =>
    stripe().subscriptions.update(
      subscriptionId,
      { items: [at(item, amount, productId, interval)], proration_behavior: "always_invoice", proration_date: seconds(moment), payment_behavior: "pending_if_incomplete", expand: ["latest_invoice"] },
      { idempotencyKey: `change:${changeId}` },
    ),
  );
  const invoice = after.latest_invoice;
  const payUrl = invoice === null || typeof invoice === "string" ? undefined : (invoice.hosted_invoice_url ?? undefined);
  return { productId, done: after.pending_update === null, payUrl };
};

const changeFromNextBill: ChangesRail["changeFromNextBill"] = async ({ changeId, subscriptionId, productName, amount }) => {
  const [productId, item] = [await productOf(changeId, productName), await itemOf(subscriptionId)];
  if (idOf(item.price.product) !== productId) await demand(() => stripe().subscriptions.update(subscriptionId, { items: [at(item, amount, productId)], proration_behavior: "none" }));
  return { productId };
};

/** A schedule of two phases: what runs, to its end, and then the new rhythm; after that the membership goes on by itself. */
const changeRhythmAtEnd: ChangesRail["changeRhythmAtEnd"] = async ({ changeId, subscriptionId, productName, amount, interval }) => {
  const [productId, subscription] = [await productOf(changeId, productName), await demand(() => stripe().subscriptions.retrieve(subscriptionId))];
  const item = subscription.items.data[0];
  if (!item) throw new ProviderFailed("Stripe", "Our payment provider sent a membership without a price.");
  if (idOf(item.price.product) === productId) return { productId };
  const known = idOf(subscription.schedule);
  const schedule = await demand(() => (known ? stripe().subscriptionSchedules.retrieve(known) : stripe().subscriptionSchedules.create({ from_subscription: subscriptionId }, { idempotencyKey: `schedule:${changeId}` })));
  if (schedule.metadata?.changeId === changeId) return { productId };
  // Named anew, or the next phase would be without them.
  const discounts = subscription.discounts.flatMap((one) => (idOf(one) ? [{ discount: idOf(one) ?? "" }] : []));
  const common = { proration_behavior: "none" as const, ...(discounts.length > 0 ? { discounts } : {}) };
  await demand(() =>
    stripe().subscriptionSchedules.update(
      schedule.id,
      {
        end_behavior: "release",
        proration_behavior: "none",
        metadata: { changeId },
        phases: [
          { items: [{ price: item.price.id, quantity: 1 }], start_date: item.current_period_start, end_date: item.current_period_end, ...common },
          { items: [{ price_data: priced(item.price.currency, amount, productId, interval), quantity: 1 }], duration: { interval, interval_count: 1 }, ...common },
        ],
      },
      { idempotencyKey: `schedule:${changeId}:phases` },
    ),
  );
  return { productId };
};

const keepRhythm: ChangesRail["keepRhythm"] = async ({ changeId, subscriptionId }) => {
  await letGoOfSchedule(await demand(() => stripe().subscriptions.retrieve(subscriptionId)), changeId);
};

/** What a schedule steers can be neither cancelled nor kept by itself. With `changeId`: only the one that was made for it. */
export async function letGoOfSchedule({ schedule }: Pick<Stripe.Subscription, "schedule">, changeId?: string): Promise<void> {
  const id = idOf(schedule);
  if (id === undefined) return;
  const read = () => demand(() => stripe().subscriptionSchedules.retrieve(id));
  const known = await read();
  if (known.status !== "active" || (changeId !== undefined && known.metadata?.changeId !== changeId)) return;
  try {
    await demand(() => stripe().subscriptionSchedules.release(id));
  } catch (error) {
    // Somebody else did, a moment ago.
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError) || (await read()).status === "active") throw error;
  }
}

const setPause: ChangesRail["setPause"] = async (subscriptionId, until) => {
  await demand(() => stripe().subscriptions.update(subscriptionId, { pause_collection: until ? { behavior: "void", resumes_at: seconds(until) } : "" }));
};

export const changes: ChangesRail = { previewChange, changeNow, changeFromNextBill, changeRhythmAtEnd, keepRhythm, setPause };
