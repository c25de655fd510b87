import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { idOf, payWith, cards, setStage, subscribe, subscribed, until, type Stage } from "./support";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

const customers = (count: number) => Promise.all(Array.from({ length: count }, (_, index) => stage.stripe.customers.create({ email: `fan${index}@example.com` })));

describe("a webhook", () => {
  it("that was refused comes again until it is taken", async () => {
    stage.inbox.answers.push(500, 500);
    await customers(1);
    await until(() => stage.inbox.answers.length === 1, "first try");
    expect(stage.inbox.events).toHaveLength(0);
    expect((await stage.stripe.events.list()).data[0]).toMatchObject({ pending_webhooks: 1 });
    await stage.double.deliverNow();
    await stage.double.deliverNow();
    expect(stage.inbox.of("customer.created")).toHaveLength(1);
    expect((await stage.stripe.events.list()).data[0]).toMatchObject({ pending_webhooks: 0 });
    expect(stage.inbox.forged).toBe(0);
  });

  it("is retried by itself after a second", async () => {
    stage.inbox.answers.push(500);
    await customers(1);
    await until(() => stage.inbox.of("customer.created").length === 1, "the retry");
  });

  it("waits while nobody listens, and arrives when somebody does", async () => {
    stage.double.setWebhookUrl("http://127.0.0.1:9/nobody");
    await customers(1);
    await stage.double.deliverNow();
    stage.double.setWebhookUrl(stage.inbox.url);
    await stage.double.deliverNow();
    expect(stage.inbox.of("customer.created")).toHaveLength(1);
  });

  it("comes as often as the switch says, with one id", async () => {
    await stage.set("webhooks", { duplicates: 3 });
    await customers(1);
    await until(() => stage.inbox.events.length === 3, "three copies");
    expect(new Set(stage.inbox.events.map((event) => event.id)).size).toBe(1);
  });

  it("comes out of order when the switch says so, and none is lost", async () => {
    await stage.set("webhooks", { reorder: true, paused: true });
    await subscribed(stage);
    const natural = (await stage.stripe.events.list({ limit: 100 })).data.map((event) => event.id).reverse();
    await stage.set("webhooks", { paused: false });
    await until(() => stage.inbox.events.length === natural.length, "all events");
    const arrived = stage.inbox.events.map((event) => event.id);
    expect(arrived).not.toEqual(natural);
    expect([...arrived].sort()).toEqual([...natural].sort());
  });

  it("is held back for as long as the switch says", async () => {
    await stage.set("webhooks", { delayMs: 150 });
    const start = Date.now();
    await customers(1);
    await until(() => stage.inbox.events.length === 1);
    expect(Date.now() - start).toBeGreaterThanOrEqual(150);
  });
});

describe("events", () => {
  it("can be listed by type and fetched, and name the request behind them", async () => {
    const customer = await stage.stripe.customers.create({ email: "e@example.com" }, { idempotencyKey: "evt-key" });
    const [event] = (await stage.stripe.events.list({ type: "customer.created" })).data;
    expect(event).toMatchObject({ data: { object: { id: customer.id } }, request: { id: customer.lastResponse.requestId, idempotency_key: "evt-key" } });
    expect(await stage.stripe.events.retrieve(event?.id ?? "")).toMatchObject({ id: event?.id });
  });

  it("keep the object as it was, not as it became", async () => {
    const customer = await stage.stripe.customers.create({ email: "before@example.com" });
    await stage.stripe.customers.update(customer.id, { email: "after@example.com" });
    const [created] = (await stage.stripe.events.list({ type: "customer.created" })).data;
    const [updated] = (await stage.stripe.events.list({ type: "customer.updated" })).data;
    expect(created).toMatchObject({ data: { object: { email: "before@example.com" } } });
    expect(updated).toMatchObject({ data: { object: { email: "after@example.com" }, previous_attributes: { email: "before@example.com" } } });
  });
});

describe("a restart", () => {
  it("keeps objects, the clock, idempotent answers, open sessions and waiting webhooks", async () => {
    const done = await subscribed(stage);
    await stage.set("advance", { days: 10 });
    await stage.set("webhooks", { paused: true });
    const kept = await stage.stripe.customers.create({ email: "kept@example.com" }, { idempotencyKey: "restart" });
    const open = await subscribe(stage.stripe);
    const before = await stage.stripe.subscriptions.retrieve(idOf(done.subscription));
    stage.inbox.events.length = 0;

    await stage.restart();

    const after = await stage.stripe.subscriptions.retrieve(before.id);
    expect(JSON.stringify(after)).toBe(JSON.stringify(before));
    expect(after.items.data[0]?.price.unit_amount_decimal?.toString()).toBe("1200");
    expect((await stage.stripe.customers.create({ email: "kept@example.com" }, { idempotencyKey: "restart" })).id).toBe(kept.id);
    await stage.double.deliverNow();
    expect(stage.inbox.of("customer.created").map((event) => event.data.object)).toMatchObject([{ id: kept.id }]);
    await stage.set("advance", { days: 22 });
    expect((await stage.stripe.invoices.list({ subscription: before.id })).data).toHaveLength(2);
    await payWith({ url: `${stage.double.url}/c/pay/${open.id}` }, cards.good);
    expect(await stage.stripe.checkout.sessions.retrieve(open.id)).toMatchObject({ status: "expired" });
  });
});
