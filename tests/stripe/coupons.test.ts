import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cards, idOf, payWith, setStage, subscribe, subscribed, type Stage } from "./support";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const coupon = (more: Stripe.CouponCreateParams) => stage.stripe.coupons.create({ percent_off: 25, ...more });
const code = (one: Stripe.Coupon, more: Partial<Stripe.PromotionCodeCreateParams> = {}) => stage.stripe.promotionCodes.create({ promotion: { type: "coupon", coupon: one.id }, ...more });

/** The totals of a subscription's invoices, oldest first. */
async function totals(session: Stripe.Checkout.Session): Promise<number[]> {
  return (await stage.stripe.invoices.list({ subscription: idOf(session.subscription) })).data.map(({ total }) => total).reverse();
}

describe("a coupon", () => {
  it.each([
    ["once", { duration: "once" }, [900, 1200, 1200]],
    ["repeating", { duration: "repeating", duration_in_months: 2 }, [900, 900, 1200]],
    ["forever", { duration: "forever" }, [900, 900, 900]],
  ] as const)("that lasts %s takes its part off just so long", async (_name, duration, expected) => {
    const session = await subscribed(stage, cards.good, { discounts: [{ coupon: (await coupon(duration)).id }] });
    expect(session).toMatchObject({ amount_subtotal: 1200, amount_total: 900, total_details: { amount_discount: 300 } });
    await stage.set("advance", { days: 62 });
    expect(await totals(session)).toEqual(expected);
    const [, , first] = (await stage.stripe.invoices.list({ subscription: idOf(session.subscription) })).data;
    expect(first).toMatchObject({ subtotal: 1200, total_discount_amounts: [{ amount: 300 }], amount_paid: 900 });
  });

  it("of an amount never takes more than there is", async () => {
    const free = await stage.stripe.coupons.create({ amount_off: 5000, currency: "usd", duration: "once" });
    const session = await subscribed(stage, cards.good, { discounts: [{ coupon: free.id }] });
    expect(session).toMatchObject({ amount_total: 0, payment_status: "no_payment_required" });
    expect(await stage.stripe.subscriptions.retrieve(idOf(session.subscription))).toMatchObject({ status: "active", discounts: [] });
  });

  it("is refused when it is used up or its time is over", async () => {
    const one = await coupon({ max_redemptions: 1 });
    await subscribed(stage, cards.good, { discounts: [{ coupon: one.id }] });
    expect(await stage.stripe.coupons.retrieve(one.id)).toMatchObject({ times_redeemed: 1, valid: false });
    await expect(subscribe(stage.stripe, { discounts: [{ coupon: one.id }] })).rejects.toMatchObject({ statusCode: 400, code: "coupon_expired" });
    const past = await coupon({ redeem_by: 1_700_000_000 });
    await expect(subscribe(stage.stripe, { discounts: [{ coupon: past.id }] })).rejects.toMatchObject({ code: "coupon_expired" });
  });

  it("stays with those who have it when it is deleted", async () => {
    const one = await coupon({ duration: "forever" });
    const session = await subscribed(stage, cards.good, { discounts: [{ coupon: one.id }] });
    await stage.stripe.coupons.del(one.id);
    await expect(stage.stripe.coupons.retrieve(one.id)).rejects.toMatchObject({ statusCode: 404 });
    await stage.set("advance", { days: 32 });
    expect(await totals(session)).toEqual([900, 900]);
  });
});

describe("a promotion code", () => {
  it("can be typed at Checkout where it is allowed", async () => {
    await code(await coupon({ duration: "once" }), { code: "SPRING" });
    const session = await subscribe(stage.stripe, { allow_promotion_codes: true });
    expect((await payWith(session, cards.good, { promotionCode: "NOPE" })).text).toContain("This code is invalid");
    expect((await payWith(session, cards.good, { promotionCode: "spring" })).status).toBe(303);
    expect(await stage.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ amount_total: 900, discounts: [{ promotion_code: expect.stringMatching(/^promo_/) as string }] });
    expect((await stage.stripe.promotionCodes.list({ code: "SPRING" })).data).toMatchObject([{ times_redeemed: 1 }]);
  });

  it("holds to its restrictions", async () => {
    const one = await coupon({});
    const dear = await code(one, { restrictions: { minimum_amount: 5000, minimum_amount_currency: "usd" } });
    await expect(subscribe(stage.stripe, { discounts: [{ promotion_code: dear.id }] })).rejects.toMatchObject({ statusCode: 400, param: "discounts[0][promotion_code]" });
    const first = await code(one, { restrictions: { first_time_transaction: true } });
    const customer = idOf((await subscribed(stage)).customer);
    const returning: Partial<Stripe.Checkout.SessionCreateParams> = { mode: "subscription", line_items: [{ quantity: 1, price_data: { currency: "usd", unit_amount: 1200, recurring: { interval: "month" }, product_data: { name: "Again" } } }], customer, success_url: "https://app.test/", discounts: [{ promotion_code: first.id }] };
    await expect(stage.stripe.checkout.sessions.create(returning as Stripe.Checkout.SessionCreateParams)).rejects.toMatchObject({ statusCode: 400 });
    expect(await subscribe(stage.stripe, { discounts: [{ promotion_code: first.id }] })).toMatchObject({ amount_total: 900 });
    await stage.stripe.promotionCodes.update(first.id, { active: false });
    await expect(subscribe(stage.stripe, { discounts: [{ promotion_code: first.id }] })).rejects.toMatchObject({ statusCode: 400 });
  });
});

describe("saving a card", () => {
  it("charges nothing and gives the card to the customer", async () => {
    const customer = await stage.stripe.customers.create({ email: "fan@example.com" });
    const session = await stage.stripe.checkout.sessions.create({ mode: "setup", currency: "usd", customer: customer.id, setup_intent_data: { metadata: { why: "new card" } }, success_url: "https://app.test/saved" });
    expect((await payWith(session, cards.declined)).text).toContain("declined");
    expect(await payWith(session, cards.good)).toMatchObject({ status: 303, location: "https://app.test/saved" });
    const done = await stage.stripe.checkout.sessions.retrieve(session.id, { expand: ["setup_intent"] });
    expect(done).toMatchObject({ status: "complete", payment_status: "no_payment_required", setup_intent: { status: "succeeded", customer: customer.id, metadata: { why: "new card" } } });
    expect((await stage.stripe.customers.listPaymentMethods(customer.id)).data).toHaveLength(1);
    expect((await stage.stripe.charges.list({ customer: customer.id })).data).toHaveLength(0);
  });
});
