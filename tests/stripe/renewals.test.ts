import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nextBoundary } from "../../local/stripe/engine/periods";
import { cards, idOf, payWith, setStage, submit, subscribe, subscribed, type Stage } from "./support";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

async function subscriber(card: string = cards.good): Promise<string> {
  return idOf((await subscribed(stage, card)).subscription);
}

/** Subscribes with a card that wants 3-D Secure, and passes it. */
async function authenticated(card: string): Promise<string> {
  const session = await subscribe(stage.stripe);
  const { location } = await payWith(session, card);
  await submit(new URL(location ?? "", stage.double.url).href, { outcome: "complete" });
  return idOf((await stage.stripe.checkout.sessions.retrieve(session.id)).subscription);
}

async function types(): Promise<string[]> {
  await stage.double.deliverNow();
  return stage.inbox.events.splice(0).map((event) => event.type);
}

describe("time passing", () => {
  it("renews a subscription at the end of its period, and only then", async () => {
    const id = await subscriber();
    const before = await stage.stripe.subscriptions.retrieve(id);
    const end = before.items.data[0]?.current_period_end ?? 0;
    await types();

    await stage.set("advance", { days: 20 });
    expect(await types()).toEqual([]);
    await stage.set("advance", { days: 12 });

    const after = await stage.stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] });
    expect(after).toMatchObject({
      status: "active", items: { data: [{ current_period_start: end }] },
      latest_invoice: { status: "paid", billing_reason: "subscription_cycle", amount_paid: 1200, created: end, lines: { data: [{ period: { start: end }, amount: 1200 }] } },
    });
    expect(await types()).toEqual([
      "customer.subscription.updated", "invoice.created", "invoice.finalized", "payment_intent.created", "charge.succeeded", "payment_intent.succeeded", "invoice.paid", "invoice.payment_succeeded", "invoice_payment.paid",
    ]);
  });

  it("bills every period that went by, each once", async () => {
    const id = await subscriber();
    await stage.set("advance", { days: 95 });
    await stage.set("advance", { days: 0 });
    expect((await stage.stripe.invoices.list({ subscription: id })).data.map((invoice) => invoice.billing_reason)).toEqual(["subscription_cycle", "subscription_cycle", "subscription_cycle", "subscription_create"]);
  });

  it("makes a refused renewal past due, retries it, and pays when the card is changed", async () => {
    const id = await subscriber(cards.failsLater);
    await types();
    await stage.set("advance", { days: 32 });
    const late = await stage.stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] });
    expect(late).toMatchObject({ status: "past_due", latest_invoice: { status: "open", attempt_count: 1, amount_remaining: 1200 } });
    expect(await types()).toEqual([
      "customer.subscription.updated", "invoice.created", "invoice.finalized", "payment_intent.created", "charge.failed", "payment_intent.payment_failed", "invoice.payment_failed", "customer.subscription.updated",
    ]);

    await stage.stripe.subscriptions.update(id, { default_payment_method: "pm_card_visa" });
    await stage.set("advance", { days: 4 });
    expect(await stage.stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] })).toMatchObject({ status: "active", latest_invoice: { status: "paid", attempt_count: 2 } });
  });

  it("cancels a subscription whose retries all failed", async () => {
    const id = await subscriber(cards.failsLater);
    await stage.set("advance", { days: 50 });
    expect(await stage.stripe.subscriptions.retrieve(id)).toMatchObject({ status: "canceled", cancellation_details: { reason: "payment_failed" } });
    expect(await types()).toContain("customer.subscription.deleted");
  });

  it("renews with a card authenticated once, and not with one whose holder must always be there", async () => {
    const once = await authenticated(cards.authenticateOnce);
    const always = await authenticated(cards.authenticateAlways);
    await stage.set("advance", { days: 32 });
    expect(await stage.stripe.subscriptions.retrieve(once)).toMatchObject({ status: "active" });
    expect(await stage.stripe.subscriptions.retrieve(always)).toMatchObject({ status: "past_due" });
    const refused = (await stage.stripe.events.list({ type: "payment_intent.payment_failed" })).data[0];
    expect(refused).toMatchObject({ data: { object: { last_payment_error: { code: "authentication_required" } } } });
  });

  it("ends a trial with the first charge", async () => {
    const id = idOf((await subscribed(stage, cards.good, { subscription_data: { trial_period_days: 7 } })).subscription);
    await stage.set("advance", { days: 8 });
    expect(await stage.stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] })).toMatchObject({ status: "active", latest_invoice: { amount_paid: 1200, billing_reason: "subscription_cycle" } });
  });

  it("expires a checkout that nobody paid for a day", async () => {
    const session = await subscribe(stage.stripe);
    await stage.set("advance", { days: 1 });
    expect(await stage.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ status: "expired" });
    expect(await types()).toEqual(["checkout.session.expired"]);
  });

  it("keeps the day of the month through February", () => {
    const anchor = Date.UTC(2026, 0, 31, 10) / 1000;
    const monthly = { interval: "month", interval_count: 1 };
    const february = nextBoundary(anchor, monthly, anchor);
    expect(new Date(february * 1000).toISOString()).toBe("2026-02-28T10:00:00.000Z");
    expect(new Date(nextBoundary(anchor, monthly, february) * 1000).toISOString()).toBe("2026-03-31T10:00:00.000Z");
  });
});

describe("cancelling", () => {
  it("at the period's end keeps the subscription until then and bills nothing more", async () => {
    const id = await subscriber();
    const marked = await stage.stripe.subscriptions.update(id, { cancel_at_period_end: true });
    expect(marked).toMatchObject({ status: "active", cancel_at_period_end: true, cancel_at: marked.items.data[0]?.current_period_end });
    await types();
    await stage.set("advance", { days: 32 });
    expect(await stage.stripe.subscriptions.retrieve(id)).toMatchObject({ status: "canceled", ended_at: marked.cancel_at });
    expect(await types()).toEqual(["customer.subscription.deleted"]);
    expect((await stage.stripe.invoices.list({ subscription: id })).data).toHaveLength(1);
  });

  it("can be taken back before the end", async () => {
    const id = await subscriber();
    await stage.stripe.subscriptions.update(id, { cancel_at_period_end: true });
    expect(await stage.stripe.subscriptions.update(id, { cancel_at_period_end: false })).toMatchObject({ cancel_at: null, canceled_at: null });
    await stage.set("advance", { days: 32 });
    expect(await stage.stripe.subscriptions.retrieve(id)).toMatchObject({ status: "active" });
  });

  it("at once ends it at once", async () => {
    const id = await subscriber();
    expect(await stage.stripe.subscriptions.cancel(id)).toMatchObject({ status: "canceled", cancellation_details: { reason: "cancellation_requested" } });
    expect((await stage.stripe.subscriptions.list()).data).toHaveLength(0);
    expect((await stage.stripe.subscriptions.list({ status: "all" })).data).toHaveLength(1);
    await expect(stage.stripe.subscriptions.update(id, { cancel_at_period_end: true })).rejects.toMatchObject({ code: "invalid_canceled_subscription_fields" });
  });
});

describe("changing the price", () => {
  it("bills the difference for the rest of the period at once when asked", async () => {
    const id = await subscriber();
    const product = await stage.stripe.products.create({ name: "Front row" });
    const price = await stage.stripe.prices.create({ product: product.id, currency: "usd", unit_amount: 2400, recurring: { interval: "month" } });
    const item = (await stage.stripe.subscriptions.retrieve(id)).items.data[0];
    const changed = await stage.stripe.subscriptions.update(id, { items: [{ id: item?.id ?? "", price: price.id }], proration_behavior: "always_invoice", expand: ["latest_invoice"] });
    expect(changed).toMatchObject({ items: { data: [{ price: { id: price.id, unit_amount: 2400 } }] }, latest_invoice: { billing_reason: "subscription_update", status: "paid", amount_paid: 1200 } });
    await stage.set("advance", { days: 32 });
    expect(await stage.stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] })).toMatchObject({ latest_invoice: { billing_reason: "subscription_cycle", amount_paid: 2400 } });
  });
});

describe("a subscription made by the server", () => {
  it("waits for its first payment and becomes active with it", async () => {
    const stripe = stage.stripe;
    const customer = await stripe.customers.create({ email: "b@example.com" });
    const product = await stripe.products.create({ name: "Yearly" });
    const price = await stripe.prices.create({ product: product.id, currency: "eur", unit_amount: 9000, recurring: { interval: "year" } });
    const created = await stripe.subscriptions.create({ customer: customer.id, items: [{ price: price.id }], payment_behavior: "default_incomplete", expand: ["latest_invoice"] });
    expect(created).toMatchObject({ status: "incomplete", latest_invoice: { status: "open" } });
    const [payment] = (await stripe.invoicePayments.list({ invoice: idOf(created.latest_invoice) })).data;
    const intent = idOf(payment?.payment.payment_intent);
    await expect(stripe.paymentIntents.confirm(intent, { payment_method: "pm_card_chargeDeclined" })).rejects.toMatchObject({ code: "card_declined", decline_code: "generic_decline" });
    expect(await stripe.subscriptions.retrieve(created.id)).toMatchObject({ status: "incomplete" });
    await stripe.paymentIntents.confirm(intent, { payment_method: "pm_card_visa" });
    expect(await stripe.subscriptions.retrieve(created.id, { expand: ["latest_invoice"] })).toMatchObject({ status: "active", latest_invoice: { status: "paid" } });
  });
});

describe("the billing portal", () => {
  it("takes a new card, pays what is overdue with it, and lets the customer cancel and come back", async () => {
    const id = await subscriber(cards.failsLater);
    await stage.set("advance", { days: 32 });
    const { customer } = await stage.stripe.subscriptions.retrieve(id);
    const portal = await stage.stripe.billingPortal.sessions.create({ customer: idOf(customer), return_url: "https://app.test/billing" });
    const page = await (await fetch(portal.url)).text();
    expect(page).toContain("the last payment failed");
    expect(page).toContain('href="https://app.test/billing"');

    expect((await payWith(portal, cards.declined)).text).toContain("Your card was declined");
    expect(await stage.stripe.subscriptions.retrieve(id)).toMatchObject({ status: "past_due" });
    expect((await payWith(portal, cards.good)).status).toBe(303);
    expect(await stage.stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] })).toMatchObject({ status: "active", latest_invoice: { status: "paid" } });

    await submit(portal.url, { subscription: id, cancel: "true" });
    expect(await stage.stripe.subscriptions.retrieve(id)).toMatchObject({ cancel_at_period_end: true });
    await submit(portal.url, { subscription: id, cancel: "false" });
    expect(await stage.stripe.subscriptions.retrieve(id)).toMatchObject({ cancel_at_period_end: false, cancel_at: null });
  });
});
