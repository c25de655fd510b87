import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cards, idOf, payWith, setStage, subscribe, type Stage } from "./support";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const day = 86_400;
const start = Date.UTC(2026, 0, 15) / 1000;

/** A clock of its own, and somebody bound to it who subscribed. */
async function subscribedOnClock(card: string = cards.good) {
  const clock = await stage.stripe.testHelpers.testClocks.create({ frozen_time: start, name: "a year" });
  const customer = await stage.stripe.customers.create({ email: "fan@example.com", test_clock: clock.id });
  const session = await subscribe(stage.stripe, { customer: customer.id, customer_email: undefined as unknown as string });
  if ((await payWith(session, card)).status !== 303) throw new Error("not paid");
  const [subscription] = (await stage.stripe.subscriptions.list({ customer: customer.id })).data;
  if (!subscription) throw new Error("no subscription");
  return { clock: clock.id, customer: customer.id, subscription };
}

describe("a test clock", () => {
  it("lets a year pass for its customers, and for nobody else", async () => {
    const here = await subscribedOnClock();
    expect(here.subscription).toMatchObject({ created: start, test_clock: here.clock, status: "active" });
    const world = await stage.stripe.subscriptions.retrieve(idOf((await subscribeInTheWorld()).subscription));
    expect(await stage.stripe.testHelpers.testClocks.advance(here.clock, { frozen_time: start + 366 * day })).toMatchObject({ status: "advancing", status_details: { advancing: { target_frozen_time: start + 366 * day } } });
    expect(await stage.stripe.testHelpers.testClocks.retrieve(here.clock)).toMatchObject({ status: "ready", frozen_time: start + 366 * day });
    const invoices = (await stage.stripe.invoices.list({ customer: here.customer, limit: 100 })).data;
    expect(invoices).toHaveLength(13);
    expect(invoices.every((invoice) => invoice.test_clock === here.clock && invoice.created >= start && invoice.created <= start + 366 * day)).toBe(true);
    expect((await stage.stripe.invoices.list({ subscription: world.id })).data).toHaveLength(1);
    await stage.set("advance", { days: 3 });
    expect((await stage.stripe.invoices.list({ customer: here.customer, limit: 100 })).data).toHaveLength(13);
  });

  it("retries refused renewals at its own time, and ends what is never paid", async () => {
    const here = await subscribedOnClock(cards.failsLater);
    await stage.stripe.testHelpers.testClocks.advance(here.clock, { frozen_time: start + 33 * day });
    const late = await stage.stripe.subscriptions.retrieve(here.subscription.id, { expand: ["latest_invoice"] });
    expect(late).toMatchObject({ status: "past_due", latest_invoice: { attempt_count: 1, next_payment_attempt: start + 31 * day + 3 * day } });
    await stage.stripe.testHelpers.testClocks.advance(here.clock, { frozen_time: start + 60 * day });
    expect(await stage.stripe.subscriptions.retrieve(here.subscription.id)).toMatchObject({ status: "canceled" });
  });

  it("only goes forward, and takes its customers with it when it is deleted", async () => {
    const here = await subscribedOnClock();
    await expect(stage.stripe.testHelpers.testClocks.advance(here.clock, { frozen_time: start })).rejects.toMatchObject({ statusCode: 400, param: "frozen_time" });
    expect((await stage.stripe.testHelpers.testClocks.list()).data.map(({ id }) => id)).toContain(here.clock);
    await stage.stripe.testHelpers.testClocks.del(here.clock);
    expect(await stage.stripe.customers.retrieve(here.customer)).toMatchObject({ deleted: true });
    expect(await stage.stripe.subscriptions.retrieve(here.subscription.id)).toMatchObject({ status: "canceled" });
    await expect(stage.stripe.testHelpers.testClocks.retrieve(here.clock)).rejects.toMatchObject({ statusCode: 404 });
  });
});

async function subscribeInTheWorld() {
  const session = await subscribe(stage.stripe);
  await payWith(session, cards.good);
  return stage.stripe.checkout.sessions.retrieve(session.id);
}
