import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cards, idOf, payWith, setStage, submit, subscribe, subscribed, tip, until, type Stage } from "./support";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
beforeEach(async () => {
  await stage.double.deliverNow();
  stage.inbox.events.length = 0;
});
afterAll(() => stage.close());

describe("a checkout for a subscription", () => {
  it("shows product, amount, interval and labelled fields with the e-mail filled in", async () => {
    const session = await subscribe(stage.stripe);
    const page = await (await fetch(session.url ?? "")).text();
    expect(page).toContain("Backstage");
    expect(page).toContain("$12.00");
    expect(page).toContain("per month");
    expect(page).toContain("Test mode");
    expect(page).toContain('href="https://app.test/tiers"');
    expect(page).toMatch(/<input id="email"[^>]* value="fan@example.com"/);
    for (const field of ["email", "cardNumber", "cardExpiry", "cardCvc", "name"]) {
      expect(page).toContain(`<label for="${field}">`);
      expect(page).toContain(`<input id="${field}" name="${field}"`);
    }
  });

  it("paid with a good card leaves an active subscription, a paid invoice and a way to the fee", async () => {
    const session = await subscribe(stage.stripe);
    const answer = await payWith(session, cards.good);
    expect(answer).toMatchObject({ status: 303, location: `https://app.test/done?session=${session.id}` });

    const done = await stage.stripe.checkout.sessions.retrieve(session.id, { expand: ["subscription", "customer"] });
    expect(done).toMatchObject({
      status: "complete", payment_status: "paid", mode: "subscription", amount_total: 1200, client_reference_id: "order_1", metadata: { order: "1" },
      url: null, customer_details: { email: "fan@example.com", name: "Fan Person" }, customer: { email: "fan@example.com" },
      subscription: { status: "active", metadata: { tier: "tier_1" }, items: { data: [{ quantity: 1 }] } },
    });
    const invoice = await stage.stripe.invoices.retrieve(idOf(done.invoice), { expand: ["payments.data.payment.payment_intent"] });
    expect(invoice).toMatchObject({
      status: "paid", amount_paid: 1200, amount_remaining: 0, billing_reason: "subscription_create", attempt_count: 1,
      parent: { type: "subscription_details", subscription_details: { subscription: idOf(done.subscription), metadata: { tier: "tier_1" } } },
      payments: { object: "list", data: [{ object: "invoice_payment", status: "paid", amount_paid: 1200, payment: { payment_intent: { status: "succeeded", amount: 1200 } } }] },
    });
    const [payment] = (await stage.stripe.invoicePayments.list({ invoice: invoice.id })).data;
    const intent = await stage.stripe.paymentIntents.retrieve(idOf(payment?.payment.payment_intent), { expand: ["latest_charge.balance_transaction"] });
    expect(intent.latest_charge).toMatchObject({ amount: 1200, paid: true, balance_transaction: { amount: 1200, fee: 65, net: 1135, status: "pending", fee_details: [{ amount: 65, type: "stripe_fee" }] } });
  });

  it("tells the story in order, with signatures that verify", async () => {
    await subscribed(stage);
    await until(() => stage.inbox.of("checkout.session.completed").length === 1, "completion");
    expect(stage.inbox.events.map((event) => event.type)).toEqual([
      "customer.created", "payment_method.attached", "customer.subscription.created", "invoice.created", "invoice.finalized", "payment_intent.created",
      "charge.succeeded", "payment_intent.succeeded", "invoice.paid", "invoice.payment_succeeded", "invoice_payment.paid", "customer.subscription.updated", "checkout.session.completed",
    ]);
    expect(stage.inbox.forged).toBe(0);
    expect(stage.inbox.events[0]).toMatchObject({ api_version: "2026-10-28.endive", livemode: false, object: "event" });
  });

  it("declined leaves the session open and no invoice, and another card may be tried", async () => {
    const before = (await stage.stripe.invoices.list({ limit: 100 })).data.length;
    const session = await subscribe(stage.stripe);
    const refused = await payWith(session, cards.declined);
    expect(refused.status).toBe(200);
    expect(refused.text).toContain("Your card was declined");
    expect(refused.text).not.toContain(cards.declined);
    expect(await stage.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ status: "open", payment_status: "unpaid", subscription: null });
    expect((await stage.stripe.invoices.list({ limit: 100 })).data).toHaveLength(before);
    await until(() => stage.inbox.of("payment_intent.payment_failed").length === 1);
    expect(stage.inbox.of("charge.failed")).toHaveLength(1);

    expect((await payWith(session, cards.poor)).text).toContain("insufficient funds");
    expect((await payWith(session, cards.good)).status).toBe(303);
    expect(await stage.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ status: "complete", payment_status: "paid" });
  });

  it.each([
    ["a number that fails the checksum", { cardNumber: "4242424242424241" }, "card number is invalid"],
    ["an expiry in the past", { cardExpiry: "01 / 20" }, "in the past"],
    ["a month that does not exist", { cardExpiry: "13 / 34" }, "expiration date"],
    ["a short security code", { cardCvc: "1" }, "security code"],
  ])("refuses %s before asking the bank", async (_what, fields, words) => {
    const session = await subscribe(stage.stripe);
    const answer = await payWith(session, cards.good, fields);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain(words);
    expect(await stage.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ status: "open" });
  });

  it("asks for 3-D Secure, and completes only when the holder passes", async () => {
    const session = await subscribe(stage.stripe);
    const first = await payWith(session, cards.authenticateOnce);
    expect(first).toMatchObject({ status: 303, location: `/c/pay/${session.id}/authenticate` });
    const bank = new URL(first.location ?? "", stage.double.url).href;
    expect(await (await fetch(bank)).text()).toContain("Complete");

    const failed = await submit(bank, { outcome: "fail" });
    expect(failed.text).toContain("unable to authenticate");
    expect(await stage.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ status: "open", subscription: null });

    await payWith(session, cards.authenticateOnce);
    expect(await submit(bank, { outcome: "complete" })).toMatchObject({ status: 303, location: `https://app.test/done?session=${session.id}` });
    expect(await stage.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ status: "complete", payment_status: "paid" });
  });

  it("is paid once, however often the form is sent", async () => {
    const session = await subscribe(stage.stripe);
    const answers = await Promise.all([1, 2, 3].map(() => payWith(session, cards.good)));
    expect(answers.every((answer) => answer.status === 303)).toBe(true);
    const done = await stage.stripe.checkout.sessions.retrieve(session.id);
    expect((await stage.stripe.charges.list({ customer: idOf(done.customer) })).data).toHaveLength(1);
    const page = await (await fetch(session.url ?? "")).text();
    expect(page).toContain("already paid");
    expect(page).toContain(`href="https://app.test/done?session=${session.id}"`);
  });

  it("with a trial charges nothing and saves the card", async () => {
    const done = await subscribed(stage, cards.good, { subscription_data: { trial_period_days: 7 } });
    expect(done).toMatchObject({ status: "complete", payment_status: "no_payment_required" });
    expect(await stage.stripe.subscriptions.retrieve(idOf(done.subscription))).toMatchObject({ status: "trialing" });
    expect((await stage.stripe.charges.list({ customer: idOf(done.customer) })).data).toHaveLength(0);
    expect((await stage.stripe.paymentMethods.list({ customer: idOf(done.customer) })).data).toHaveLength(1);
  });

  it("keeps the customer it was given", async () => {
    const customer = await stage.stripe.customers.create({ email: "known@example.com", name: "Known Fan" });
    const done = await subscribed(stage, cards.good, { customer: customer.id, customer_email: undefined });
    expect(done.customer).toBe(customer.id);
  });
});

describe("a checkout for one payment", () => {
  it("carries the metadata to the payment intent and the charge", async () => {
    const session = await tip(stage.stripe);
    expect(session.payment_intent).toBeNull();
    await payWith(session, cards.good);
    const done = await stage.stripe.checkout.sessions.retrieve(session.id, { expand: ["payment_intent.latest_charge", "line_items"] });
    expect(done).toMatchObject({ payment_status: "paid", subscription: null, payment_intent: { metadata: { tip: "tip_1" }, latest_charge: { metadata: { tip: "tip_1" }, amount: 500 } } });
    expect(done.line_items?.data).toMatchObject([{ description: "Tip", amount_total: 500, quantity: 1 }]);
    expect((await stage.stripe.checkout.sessions.listLineItems(session.id)).data).toHaveLength(1);
  });

  it("refuses a recurring price", async () => {
    const params = { mode: "payment", success_url: "https://app.test", line_items: [{ quantity: 1, price_data: { currency: "usd", unit_amount: 500, recurring: { interval: "month" }, product_data: { name: "Tip" } } }] } as const;
    await expect(stage.stripe.checkout.sessions.create({ ...params, line_items: [...params.line_items] })).rejects.toMatchObject({ type: "StripeInvalidRequestError", param: "line_items" });
  });
});

describe("an expired checkout", () => {
  it("cannot be paid, and tells", async () => {
    const session = await subscribe(stage.stripe);
    await stage.stripe.checkout.sessions.expire(session.id);
    await payWith(session, cards.good);
    expect(await stage.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ status: "expired", payment_status: "unpaid" });
    await until(() => stage.inbox.of("checkout.session.expired").length === 1);
    expect(await (await fetch(session.url ?? "")).text()).toContain("expired");
  });
});
