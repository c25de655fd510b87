import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cards, idOf, setStage, subscribed, type Stage } from "./support";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/** A subscription with a schedule whose second phase is a year at another price. */
async function scheduled(discounts: { coupon: string }[] = []): Promise<{ subscription: Stripe.Subscription; schedule: Stripe.SubscriptionSchedule; phases: Stripe.SubscriptionScheduleUpdateParams.Phase[] }> {
  const session = await subscribed(stage, cards.good, discounts.length > 0 ? { discounts } : {});
  const subscription = await stage.stripe.subscriptions.retrieve(idOf(session.subscription));
  const [item] = subscription.items.data;
  if (!item) throw new Error("no item");
  const made = await stage.stripe.subscriptionSchedules.create({ from_subscription: subscription.id });
  const kept = subscription.discounts.map((one) => ({ discount: idOf(one) }));
  const phases: Stripe.SubscriptionScheduleUpdateParams.Phase[] = [
    { items: [{ price: item.price.id, quantity: 1 }], start_date: item.current_period_start, end_date: item.current_period_end, discounts: kept },
    { items: [{ price_data: { currency: "usd", product: idOf(item.price.product), unit_amount: 9_900, recurring: { interval: "year" } }, quantity: 1 }], duration: { interval: "year", interval_count: 1 }, discounts: kept, proration_behavior: "none" },
  ];
  return { subscription, schedule: await stage.stripe.subscriptionSchedules.update(made.id, { phases, metadata: { changeId: "chg" } }), phases };
}
const totals = async ({ id }: Stripe.Subscription): Promise<number[]> => (await stage.stripe.invoices.list({ subscription: id })).data.map(({ total }) => total).reverse();

describe("a subscription schedule", () => {
  it("begins with what runs, enters its next phase with the next period, in another interval and with the discounts it names, and lets go after its last", async () => {
    const coupon = await stage.stripe.coupons.create({ percent_off: 25, duration: "forever" });
    const { subscription, schedule } = await scheduled([{ coupon: coupon.id }]);
    expect(schedule).toMatchObject({ status: "active", subscription: subscription.id, metadata: { changeId: "chg" } });
    expect(schedule.phases[1]?.start_date).toBe(schedule.phases[0]?.end_date);
    await stage.set("advance", { days: 32 });
    const after = await stage.stripe.subscriptions.retrieve(subscription.id);
    expect(after.items.data[0]?.price).toMatchObject({ unit_amount: 9_900, recurring: { interval: "year" } });
    expect(after).toMatchObject({ schedule: schedule.id, billing_cycle_anchor: schedule.phases[0]?.end_date });
    expect(await totals(subscription)).toEqual([900, 7_425]);
    await stage.set("advance", { days: 366 });
    expect(await stage.stripe.subscriptions.retrieve(subscription.id)).toMatchObject({ schedule: null, status: "active" });
    expect(await totals(subscription)).toEqual([900, 7_425, 7_425]);
    expect((await stage.stripe.subscriptionSchedules.retrieve(schedule.id)).status).toBe("released");
  });

  it("stands in the way of a cancellation until it is released, once", async () => {
    const { subscription, schedule } = await scheduled();
    await expect(stage.stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true })).rejects.toMatchObject({ statusCode: 400 });
    expect(await stage.stripe.subscriptionSchedules.release(schedule.id)).toMatchObject({ status: "released", released_subscription: subscription.id, subscription: null });
    await expect(stage.stripe.subscriptionSchedules.release(schedule.id)).rejects.toMatchObject({ statusCode: 400 });
    expect(await stage.stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true })).toMatchObject({ cancel_at_period_end: true, schedule: null });
  });

  it("is made once of a subscription, and its running phase keeps its beginning", async () => {
    const { subscription, schedule, phases } = await scheduled();
    await expect(stage.stripe.subscriptionSchedules.create({ from_subscription: subscription.id })).rejects.toMatchObject({ statusCode: 400 });
    const [first, second] = phases;
    if (!first || !second) throw new Error("two phases");
    await expect(stage.stripe.subscriptionSchedules.update(schedule.id, { phases: [{ ...first, start_date: 1_700_000_000 }, second] })).rejects.toMatchObject({ statusCode: 400 });
    await expect(stage.stripe.subscriptionSchedules.update(schedule.id, { phases: [{ items: first.items, start_date: first.start_date ?? 0 }] })).rejects.toMatchObject({ statusCode: 400 });
  });
});
