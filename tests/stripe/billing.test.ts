import type Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cards, idOf, payWith, setStage, subscribed, type Stage } from "./support";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

async function subscriber(card: string = cards.good): Promise<Stripe.Subscription> {
  return stage.stripe.subscriptions.retrieve(idOf((await subscribed(stage, card)).subscription));
}

const itemOf = (subscription: Stripe.Subscription): string => subscription.items.data[0]?.id ?? "";

function priceData(amount: number, interval: "month" | "year" = "month") {
  return { currency: "usd", unit_amount: amount, recurring: { interval }, product: "" };
}

async function dearer(amount = 2400, interval: "month" | "year" = "month"): Promise<ReturnType<typeof priceData>> {
  return { ...priceData(amount, interval), product: (await stage.stripe.products.create({ name: "Front row" })).id };
}

describe("a preview", () => {
  it("says to the cent what the change then costs, and changes nothing", async () => {
    const before = await subscriber();
    const price_data = await dearer();
    const date = before.created + 10 * 86_400;
    const items = [{ id: itemOf(before), price_data }];
    const preview = await stage.stripe.invoices.createPreview({ subscription: before.id, subscription_details: { items, proration_behavior: "always_invoice", proration_date: date } });
    expect(preview).toMatchObject({ object: "invoice", status: "draft", billing_reason: "subscription_update" });
    expect(preview.id).toMatch(/^upcoming_in_/);
    expect(await stage.stripe.subscriptions.retrieve(before.id)).toMatchObject({ items: { data: [{ price: { unit_amount: 1200 } }] } });
    const changed = await stage.stripe.subscriptions.update(before.id, { items, proration_behavior: "always_invoice", proration_date: date, expand: ["latest_invoice"] });
    expect(changed.latest_invoice).toMatchObject({ total: preview.total, amount_paid: preview.amount_due });
    expect(preview.lines.data.map((line) => Math.sign(line.amount))).toEqual([-1, 1]);
  });

  it("without a change is the next invoice, and with one that waits it carries the difference", async () => {
    const subscription = await subscriber();
    const end = subscription.items.data[0]?.current_period_end;
    expect(await stage.stripe.invoices.createPreview({ subscription: subscription.id })).toMatchObject({ total: 1200, next_payment_attempt: end, lines: { data: [{ period: { start: end } }] } });
    const items = [{ id: itemOf(subscription), price_data: await dearer() }];
    const later = await stage.stripe.invoices.createPreview({ subscription: subscription.id, subscription_details: { items, proration_behavior: "create_prorations" } });
    expect(later.lines.data).toHaveLength(3);
    expect(await stage.stripe.invoices.createPreview({ subscription: subscription.id, subscription_details: { items, proration_behavior: "none" } })).toMatchObject({ total: 2400 });
  });
});

describe("another interval", () => {
  it("begins a new period at once, bills it whole, and gives credit for the rest of the old", async () => {
    const subscription = await subscriber();
    await stage.set("advance", { days: 10 });
    const changed = await stage.stripe.subscriptions.update(subscription.id, { items: [{ id: itemOf(subscription), price_data: await dearer(12_000, "year") }], proration_behavior: "create_prorations", expand: ["latest_invoice"] });
    const [item] = changed.items.data;
    expect(((item?.current_period_end ?? 0) - (item?.current_period_start ?? 0)) / 86_400).toBeGreaterThan(364);
    const invoice = changed.latest_invoice as Stripe.Invoice;
    expect(invoice).toMatchObject({ status: "paid", billing_reason: "subscription_update" });
    expect(invoice.total).toBeLessThan(12_000);
    expect(invoice.total).toBeGreaterThan(11_000);
    await stage.set("advance", { days: 40 });
    expect((await stage.stripe.invoices.list({ subscription: subscription.id })).data).toHaveLength(2);
  });
});

describe("a pause", () => {
  it("voids the invoices of its time and ends at its moment", async () => {
    const { id } = await subscriber();
    const paused = await stage.stripe.subscriptions.update(id, { pause_collection: { behavior: "void", resumes_at: Math.floor(Date.now() / 1000) + 45 * 86_400 } });
    expect(paused.pause_collection).toMatchObject({ behavior: "void" });
    await stage.set("advance", { days: 70 });
    expect(await stage.stripe.subscriptions.retrieve(id)).toMatchObject({ status: "active", pause_collection: null });
    expect((await stage.stripe.invoices.list({ subscription: id })).data.map((invoice) => invoice.status)).toEqual(["paid", "void", "paid"]);
  });

  it("keeps drafts when asked, and can be ended", async () => {
    const { id } = await subscriber();
    await stage.stripe.subscriptions.update(id, { pause_collection: { behavior: "keep_as_draft" } });
    await stage.set("advance", { days: 32 });
    expect((await stage.stripe.invoices.list({ subscription: id })).data.map((invoice) => invoice.status)).toEqual(["draft", "paid"]);
    expect(await stage.stripe.subscriptions.update(id, { pause_collection: "" })).toMatchObject({ pause_collection: null });
  });
});

describe("a change that is not paid", () => {
  it("is refused with error_if_incomplete and leaves everything as it was", async () => {
    const subscription = await subscriber();
    await stage.stripe.subscriptions.update(subscription.id, { default_payment_method: "pm_card_chargeDeclined" });
    const change: Stripe.SubscriptionUpdateParams = { items: [{ id: itemOf(subscription), price_data: await dearer() }], proration_behavior: "always_invoice", payment_behavior: "error_if_incomplete" };
    await expect(stage.stripe.subscriptions.update(subscription.id, change)).rejects.toMatchObject({ statusCode: 402, code: "card_declined" });
    expect(await stage.stripe.subscriptions.retrieve(subscription.id, { expand: ["latest_invoice"] })).toMatchObject({ status: "active", items: { data: [{ price: { unit_amount: 1200 } }] }, latest_invoice: { status: "void" } });
  });

  it("waits with pending_if_incomplete, takes effect when paid, and is dropped when it is not", async () => {
    const [first, second] = [await subscriber(), await subscriber()];
    const price_data = await dearer();
    for (const { id, items } of [first, second]) {
      await stage.stripe.subscriptions.update(id, { default_payment_method: "pm_card_chargeDeclined" });
      const waiting = await stage.stripe.subscriptions.update(id, { items: [{ id: items.data[0]?.id ?? "", price_data }], proration_behavior: "always_invoice", payment_behavior: "pending_if_incomplete" });
      expect(waiting).toMatchObject({ status: "active", items: { data: [{ price: { unit_amount: 1200 } }] }, pending_update: { subscription_items: [{ price: { unit_amount: 2400 } }] } });
    }
    const invoice = idOf((await stage.stripe.subscriptions.retrieve(first.id)).latest_invoice);
    await stage.stripe.invoices.pay(invoice, { payment_method: "pm_card_visa" });
    expect(await stage.stripe.subscriptions.retrieve(first.id)).toMatchObject({ pending_update: null, items: { data: [{ price: { unit_amount: 2400 } }] } });
    await stage.set("advance", { days: 1 });
    expect(await stage.stripe.subscriptions.retrieve(second.id, { expand: ["latest_invoice"] })).toMatchObject({ status: "active", pending_update: null, items: { data: [{ price: { unit_amount: 1200 } }] }, latest_invoice: { status: "void" } });
  });
});

describe("the portal's card flow", () => {
  it("shows the card alone and leads back once it is changed", async () => {
    const { customer } = await subscriber();
    const visit = await stage.stripe.billingPortal.sessions.create({ customer: idOf(customer), flow_data: { type: "payment_method_update", after_completion: { type: "redirect", redirect: { return_url: "https://app.test/changed" } } } });
    expect(visit.flow).toMatchObject({ type: "payment_method_update", after_completion: { redirect: { return_url: "https://app.test/changed" } } });
    expect(await (await fetch(visit.url)).text()).not.toContain("Cancel at the end");
    expect(await payWith(visit, cards.good)).toMatchObject({ status: 303, location: "https://app.test/changed" });
  });
});
