import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as cancel } from "@/app/api/v1/subscriptions/[subscriptionId]/cancellation/route";
import { catchUpCheckouts, confirmCheckout } from "@/lib/commerce/checkout";
import { stripe } from "@/lib/commerce/rails";
import { syncSubscription } from "@/lib/commerce/subscriptions";
import { later, shiftClock } from "@/lib/platform/clock";
import { systemContext } from "@/lib/platform/db";
import { asId } from "@/lib/platform/ids";
import { cards, pays, setDouble } from "../support/payments";
import type { Creator, Person } from "../support/people";
import { call, closeWorld, creator, database, drain, openWorld, person } from "../support/world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

async function joined(card?: string): Promise<{ fan: Person; maker: Creator; subscriptionId: string }> {
  const maker = await creator({ tiers: [{ name: "Front row", minAmount: 500 }] });
  const fan = await person();
  const paid = await pays(fan, maker, card ? { card } : {});
  await confirmCheckout({ ctx: await fan.ctx(), input: { checkoutId: asId("checkout", paid.checkoutId) } });
  const subscription = await database().subscription.findFirstOrThrow({ where: { fanUserId: fan.userId } });
  return { fan, maker, subscriptionId: subscription.id };
}

describe("what no webhook told", () => {
  it("is found within the hour: a payment page that was paid on by somebody who never came back", async () => {
    const [maker, fan] = [await creator({ tiers: [{ name: "Front row", minAmount: 500 }] }), await person()];
    await pays(fan, maker);
    expect(await database().subscription.count({ where: { fanUserId: fan.userId } })).toBe(0);
    shiftClock(20 * 60_000);
    await catchUpCheckouts(systemContext("test"), { until: later(new Date(), 60_000) });
    shiftClock(0);
    expect(await database().sale.count({ where: { fanUserId: fan.userId } })).toBe(1);
  });

  it("is mended: a cancellation that the provider was told of in the wrong order", async () => {
    const { fan, subscriptionId } = await joined();
    await call(cancel, { as: fan, params: { subscriptionId }, body: {} });
    await drain();
    const { providerId } = await database().subscription.findUniqueOrThrow({ where: { id: subscriptionId } });
    await stripe().subscriptions.update(providerId, { cancel_at_period_end: false });
    await syncSubscription({ ctx: systemContext("test"), input: { rail: "stripe", providerId } });
    await drain();
    expect((await stripe().subscriptions.retrieve(providerId)).cancel_at_period_end).toBe(true);
  });

  it("and a bill that is overdue is not tried again once its fan has left", async () => {
    const { fan, subscriptionId } = await joined(cards.failsLater);
    await setDouble("advance", { days: 32 });
    const { providerId } = await database().subscription.findUniqueOrThrow({ where: { id: subscriptionId } });
    await syncSubscription({ ctx: systemContext("test"), input: { rail: "stripe", providerId } });
    await call(cancel, { as: fan, params: { subscriptionId }, body: {} });
    await drain();
    expect((await stripe().subscriptions.retrieve(providerId)).status).toBe("canceled");
    expect((await stripe().invoices.list({ subscription: providerId, status: "open" })).data).toEqual([]);
  });
});
