import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { idOf, setStage, submit, type Stage } from "./support";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

function pay(amount: number, method = "pm_card_visa", currency = "usd") {
  return stage.stripe.paymentIntents.create({ amount, currency, payment_method: method, confirm: true, expand: ["latest_charge.balance_transaction"] });
}

async function onboarded(): Promise<string> {
  const account = await stage.stripe.accounts.create({ type: "express", email: "creator@example.com", capabilities: { transfers: { requested: true } } });
  const link = await stage.stripe.accountLinks.create({ account: account.id, type: "account_onboarding", refresh_url: "https://app.test/refresh", return_url: "https://app.test/return" });
  expect(await submit(link.url, {})).toMatchObject({ status: 303, location: "https://app.test/return" });
  return account.id;
}

describe("a charge", () => {
  it.each([
    [100, 33], [500, 45], [999, 59], [1200, 65], [5000, 175], [12345, 388],
  ])("of %i cents is booked with a fee of %i", async (amount, fee) => {
    const intent = await pay(amount);
    expect(intent.latest_charge).toMatchObject({ balance_transaction: { amount, fee, net: amount - fee, type: "charge", reporting_category: "charge", currency: "usd" } });
  });

  it("becomes available after two days", async () => {
    const intent = await pay(1000);
    const booked = idOf((intent.latest_charge as { balance_transaction: { id: string } }).balance_transaction);
    expect(await stage.stripe.balanceTransactions.retrieve(booked)).toMatchObject({ status: "pending" });
    await stage.set("advance", { days: 3 });
    expect(await stage.stripe.balanceTransactions.retrieve(booked)).toMatchObject({ status: "available" });
    expect((await stage.stripe.balance.retrieve()).pending).toEqual([{ amount: 0, currency: "usd", source_types: { card: 0 } }]);
  });

  it.each([
    ["pm_card_chargeDeclined", "card_declined", "generic_decline"],
    ["pm_card_visa_chargeDeclinedInsufficientFunds", "card_declined", "insufficient_funds"],
    ["pm_card_chargeDeclinedExpiredCard", "expired_card", "expired_card"],
  ])("with %s is refused with %s", async (method, code, declineCode) => {
    await expect(pay(1000, method)).rejects.toMatchObject({ type: "StripeCardError", statusCode: 402, code, decline_code: declineCode, payment_intent: { status: "requires_payment_method" } });
  });

  it("cannot be confirmed or cancelled twice", async () => {
    const paid = await pay(1000);
    await expect(stage.stripe.paymentIntents.confirm(paid.id)).rejects.toMatchObject({ code: "payment_intent_unexpected_state" });
    await expect(stage.stripe.paymentIntents.cancel(paid.id)).rejects.toMatchObject({ code: "payment_intent_unexpected_state" });
  });

  it("that needs the holder is paid after the bank's page, which sends the person back", async () => {
    const intent = await stage.stripe.paymentIntents.create({ amount: 1000, currency: "usd", payment_method: "pm_card_authenticationRequired", confirm: true, return_url: "https://app.test/back" });
    expect(intent.status).toBe("requires_action");
    const answer = await submit(intent.next_action?.redirect_to_url?.url ?? "", { outcome: "complete" });
    expect(answer.location).toContain("https://app.test/back?payment_intent=");
    expect(answer.location).toContain("redirect_status=succeeded");
    expect(await stage.stripe.paymentIntents.retrieve(intent.id)).toMatchObject({ status: "succeeded", amount_received: 1000 });
  });
});

describe("a refund", () => {
  it("gives back in parts up to the charge and not beyond", async () => {
    const intent = await pay(1000);
    const first = await stage.stripe.refunds.create({ payment_intent: intent.id, amount: 400, metadata: { why: "test" }, expand: ["balance_transaction"] });
    expect(first).toMatchObject({ status: "succeeded", amount: 400, metadata: { why: "test" }, balance_transaction: { amount: -400, fee: 0, net: -400, type: "refund" } });
    await expect(stage.stripe.refunds.create({ payment_intent: intent.id, amount: 601 })).rejects.toMatchObject({ statusCode: 400, param: "amount", message: "Refund amount ($6.01) is greater than unrefunded amount on charge ($6.00)" });
    await stage.stripe.refunds.create({ payment_intent: intent.id });
    await expect(stage.stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({ code: "charge_already_refunded" });
    const charge = await stage.stripe.charges.retrieve(idOf(intent.latest_charge), { expand: ["refunds"] });
    expect(charge).toMatchObject({ amount_refunded: 1000, refunded: true, refunds: { data: [{ amount: 600 }, { amount: 400 }] } });
    const events = await stage.stripe.events.list({ type: "charge.refunded" });
    expect(events.data).toHaveLength(2);
  });
});

describe("a connected account", () => {
  it("is closed to money until onboarding is done, and tells when it is", async () => {
    const account = await stage.stripe.accounts.create({ type: "express", capabilities: { transfers: { requested: true } } });
    expect(account).toMatchObject({ details_submitted: false, charges_enabled: false, payouts_enabled: false, capabilities: { transfers: "inactive" } });
    await expect(stage.stripe.transfers.create({ amount: 100, currency: "usd", destination: account.id })).rejects.toMatchObject({ code: "insufficient_capabilities_for_transfer" });
    await expect(stage.stripe.accounts.createLoginLink(account.id)).rejects.toMatchObject({ statusCode: 400 });

    const id = await onboarded();
    expect(await stage.stripe.accounts.retrieve(id)).toMatchObject({ details_submitted: true, charges_enabled: true, payouts_enabled: true, capabilities: { transfers: "active" }, requirements: { currently_due: [] } });
    const [event] = (await stage.stripe.events.list({ type: "account.updated" }, { stripeAccount: id })).data;
    expect(event).toMatchObject({ data: { object: { id }, previous_attributes: { payouts_enabled: false } } });
    expect((await stage.stripe.accounts.createLoginLink(id)).url).toContain(stage.double.url);
  });

  it("receives transfers out of a pending charge, and up to what it is worth", async () => {
    const destination = await onboarded();
    const charge = idOf((await pay(2000)).latest_charge);
    const transfer = await stage.stripe.transfers.create({ amount: 1500, currency: "usd", destination, source_transaction: charge }, { idempotencyKey: "transfer-1" });
    const again = await stage.stripe.transfers.create({ amount: 1500, currency: "usd", destination, source_transaction: charge }, { idempotencyKey: "transfer-1" });
    expect(again.id).toBe(transfer.id);
    await expect(stage.stripe.transfers.create({ amount: 501, currency: "usd", destination, source_transaction: charge })).rejects.toMatchObject({ param: "amount" });
    const theirs = await stage.stripe.balance.retrieve({}, { stripeAccount: destination });
    expect(theirs.pending).toMatchObject([{ amount: 1500, currency: "usd" }]);
    expect(await stage.stripe.transfers.createReversal(transfer.id, { amount: 500 })).toMatchObject({ object: "transfer_reversal", amount: 500 });
    expect(await stage.stripe.transfers.retrieve(transfer.id)).toMatchObject({ amount_reversed: 500, reversed: false });
  });

  it("gets nothing that is not available yet, unless the card bypasses the wait", async () => {
    const destination = await onboarded();
    await expect(stage.stripe.transfers.create({ amount: 100_000, currency: "usd", destination })).rejects.toMatchObject({ code: "balance_insufficient" });
    await pay(200_000, "pm_card_bypassPending");
    expect(await stage.stripe.transfers.create({ amount: 100_000, currency: "usd", destination })).toMatchObject({ amount: 100_000 });
  });

  it("keeps its objects apart from the platform's", async () => {
    const account = await onboarded();
    const theirs = await stage.stripe.customers.create({ email: "theirs@example.com" }, { stripeAccount: account });
    await expect(stage.stripe.customers.retrieve(theirs.id)).rejects.toMatchObject({ statusCode: 404 });
    expect(await stage.stripe.customers.retrieve(theirs.id, {}, { stripeAccount: account })).toMatchObject({ id: theirs.id });
    await expect(stage.stripe.customers.list({}, { stripeAccount: "acct_nobody" })).rejects.toMatchObject({ statusCode: 403, code: "account_invalid" });
    await stage.double.deliverNow();
    expect(stage.connected.events.find((event) => event.account === account && event.type === "customer.created")).toBeDefined();
  });
});

describe("the platform's own account", () => {
  it("is there for a preflight, and the index page lists what there is", async () => {
    expect(await stage.stripe.accounts.retrieveCurrent()).toMatchObject({ object: "account", charges_enabled: true });
    const index = await (await fetch(`${stage.double.url}/_double`)).text();
    expect(index).toContain("Connected accounts");
    expect(index).toContain("creator@example.com");
  });
});
