import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientOf, idOf, secretKey, setStage, subscribed, type Stage } from "./support";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/** Sends what the typed SDK would not let through. */
function send(path: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${stage.double.url}${path}`, { method: "POST", body, headers: { authorization: `Bearer ${secretKey}`, "content-type": "application/x-www-form-urlencoded", ...headers } });
}

describe("refusals", () => {
  it("answers 401 to a wrong key and shows none of it", async () => {
    const stranger = clientOf(stage.double, "sk_test_somebody_else_entirely");
    const refusal = await stranger.balance.retrieve().catch((problem: unknown) => problem);
    expect(refusal).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
    expect(refusal).toMatchObject({ statusCode: 401 });
    expect(String(refusal)).not.toContain("somebody_else");
  });

  it("answers 401 without a key", async () => {
    expect((await fetch(`${stage.double.url}/v1/balance`)).status).toBe(401);
  });

  it("names an unknown parameter, also a nested one", async () => {
    const flat = await send("/v1/customers", "colour=red");
    expect(flat.status).toBe(400);
    expect(await flat.json()).toMatchObject({ error: { type: "invalid_request_error", code: "parameter_unknown", param: "colour" } });
    const nested = await send("/v1/prices", "currency=usd&unit_amount=100&product_data[name]=x&product_data[colour]=red");
    expect(await nested.json()).toMatchObject({ error: { code: "parameter_unknown", param: "product_data[colour]" } });
    const old = await send("/v1/checkout/sessions", "mode=payment&success_url=https://x.test&payment_method_types[]=card");
    expect(await old.json()).toMatchObject({ error: { code: "parameter_unknown", param: "payment_method_types" } });
  });

  it("names a missing parameter", async () => {
    const answer = await send("/v1/payment_intents", "currency=usd");
    expect(await answer.json()).toMatchObject({ error: { type: "invalid_request_error", code: "parameter_missing", param: "amount" } });
  });

  it("answers 404 to an object or an address that does not exist", async () => {
    await expect(stage.stripe.customers.retrieve("cus_nobody")).rejects.toMatchObject({ statusCode: 404, code: "resource_missing", param: "id", message: "No such customer: 'cus_nobody'" });
    const answer = await send("/v1/crystal_balls", "");
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: { message: expect.stringContaining("Unrecognized request URL (POST: /v1/crystal_balls)") as string } });
  });

  it("gives every answer a request id", async () => {
    const customer = await stage.stripe.customers.create({ email: "id@example.com" });
    expect(customer.lastResponse.requestId).toMatch(/^req_/);
    await expect(stage.stripe.customers.retrieve("cus_nobody")).rejects.toMatchObject({ requestId: expect.stringMatching(/^req_/) as string });
  });
});

describe("an idempotency key", () => {
  it("replays the first answer to the same request, and says so", async () => {
    const first = await stage.stripe.customers.create({ email: "once@example.com" }, { idempotencyKey: "key-1" });
    const again = await stage.stripe.customers.create({ email: "once@example.com" }, { idempotencyKey: "key-1" });
    expect(again.id).toBe(first.id);
    expect(again.lastResponse.headers["idempotent-replayed"]).toBe("true");
    expect(first.lastResponse.headers["idempotent-replayed"]).toBeUndefined();
    expect((await stage.stripe.customers.list({ email: "once@example.com" })).data).toHaveLength(1);
  });

  it("refuses other parameters under the same key", async () => {
    await stage.stripe.customers.create({ email: "one@example.com" }, { idempotencyKey: "key-2" });
    await expect(stage.stripe.customers.create({ email: "other@example.com" }, { idempotencyKey: "key-2" })).rejects.toMatchObject({ type: "StripeIdempotencyError", statusCode: 400 });
  });

  it("replays a refused card, and does not charge it again", async () => {
    const params = { amount: 1000, currency: "usd", payment_method: "pm_card_chargeDeclined", confirm: true } satisfies Stripe.PaymentIntentCreateParams;
    const attempts = [1, 2].map(async () => stage.stripe.paymentIntents.create(params, { idempotencyKey: "key-3" }).catch((problem: unknown) => problem));
    const [first, second] = await Promise.all(attempts);
    expect(first).toMatchObject({ code: "card_declined", statusCode: 402 });
    expect(second).toMatchObject({ code: "card_declined", statusCode: 402 });
    expect((await stage.stripe.charges.list({ limit: 100 })).data.filter((charge) => charge.status === "failed")).toHaveLength(1);
  });

  it("does not keep a request whose parameters were refused", async () => {
    await expect(stage.stripe.customers.create({ metadata: { k: "x".repeat(501) } }, { idempotencyKey: "key-4" })).rejects.toMatchObject({ statusCode: 400 });
    expect(await stage.stripe.customers.create({ metadata: { k: "x" } }, { idempotencyKey: "key-4" })).toMatchObject({ object: "customer" });
  });

  it("is in use while the first request is still going on", async () => {
    await stage.set("latency", { ms: 80 });
    const requests = [1, 2].map(async () => send("/v1/customers", "email=slow@example.com", { "idempotency-key": "key-5" }));
    const answers = await Promise.all(requests);
    await stage.set("latency", { ms: 0 });
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const conflict = answers.find((answer) => answer.status === 409);
    expect(await conflict?.json()).toMatchObject({ error: { code: "idempotency_key_in_use" } });
  });
});

describe("lists", () => {
  it("go by pages in both directions without losing or repeating", async () => {
    const product = await stage.stripe.products.create({ name: "Paged" });
    const made: string[] = [];
    for (let count = 0; count < 7; count += 1) made.push((await stage.stripe.prices.create({ product: product.id, currency: "usd", unit_amount: 100 + count })).id);
    const newest = [...made].reverse();

    const first = await stage.stripe.prices.list({ product: product.id, limit: 3 });
    expect(first.data.map((price) => price.id)).toEqual(newest.slice(0, 3));
    expect(first.has_more).toBe(true);
    const second = await stage.stripe.prices.list({ product: product.id, limit: 3, starting_after: newest[2] });
    expect(second.data.map((price) => price.id)).toEqual(newest.slice(3, 6));
    const back = await stage.stripe.prices.list({ product: product.id, limit: 3, ending_before: newest[3] });
    expect(back.data.map((price) => price.id)).toEqual(newest.slice(0, 3));
    expect(back.has_more).toBe(false);
    const all = await stage.stripe.prices.list({ product: product.id, limit: 2 }).autoPagingToArray({ limit: 100 });
    expect(all.map((price) => price.id)).toEqual(newest);
  });

  it("refuse a limit above a hundred and a cursor that points at nothing", async () => {
    await expect(stage.stripe.customers.list({ limit: 101 })).rejects.toMatchObject({ param: "limit" });
    await expect(stage.stripe.customers.list({ starting_after: "cus_nobody" })).rejects.toMatchObject({ code: "resource_missing", param: "starting_after" });
  });
});

describe("expand", () => {
  it("follows ids through objects and lists, up to four levels", async () => {
    const done = await subscribed(stage);
    const list = await stage.stripe.charges.list({ customer: idOf(done.customer), expand: ["data.balance_transaction", "data.customer"] });
    expect(list.data).toMatchObject([{ balance_transaction: { object: "balance_transaction", fee: 65 }, customer: { object: "customer" } }]);
    const subscription = await stage.stripe.subscriptions.retrieve(idOf(done.subscription), { expand: ["latest_invoice.payments", "items.data.price.product"] });
    expect(subscription).toMatchObject({ latest_invoice: { payments: { data: [{ object: "invoice_payment" }] } }, items: { data: [{ price: { product: { name: "Backstage" } } }] } });
    await expect(stage.stripe.subscriptions.retrieve(subscription.id, { expand: ["latest_invoice.payments.data.payment.payment_intent"] })).rejects.toMatchObject({ message: expect.stringContaining("more than 4 levels") as string });
  });

  it("leaves out what was not asked for, and refuses what cannot be expanded", async () => {
    const done = await subscribed(stage);
    const invoice = await stage.stripe.invoices.retrieve(idOf(done.invoice));
    expect("payments" in invoice).toBe(false);
    expect("line_items" in done).toBe(false);
    await expect(stage.stripe.invoices.retrieve(invoice.id, { expand: ["number"] })).rejects.toMatchObject({ statusCode: 400, message: "This property cannot be expanded (number)." });
  });
});

describe("metadata", () => {
  it("is merged, an empty value drops its key, and an empty whole drops all", async () => {
    const customer = await stage.stripe.customers.create({ metadata: { a: "1", b: "2" } });
    expect((await stage.stripe.customers.update(customer.id, { metadata: { b: "", c: "3" } })).metadata).toEqual({ a: "1", c: "3" });
    expect((await stage.stripe.customers.update(customer.id, { metadata: "" })).metadata).toEqual({});
  });
});

describe("an outage", () => {
  it("answers 503 until it is over", async () => {
    await stage.set("outage", { seconds: 30 });
    await expect(stage.stripe.balance.retrieve()).rejects.toMatchObject({ statusCode: 503, type: "StripeAPIError" });
    await stage.set("outage", { seconds: 0 });
    expect(await stage.stripe.balance.retrieve()).toMatchObject({ object: "balance" });
  });

  it("can swallow requests instead", async () => {
    await stage.set("outage", { seconds: 30, mode: "hang" });
    await expect(stage.stripe.balance.retrieve({}, { timeout: 100 })).rejects.toMatchObject({ type: "StripeConnectionError" });
    await stage.set("outage", { seconds: 0 });
  });
});
