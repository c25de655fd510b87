import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { idOf, onboarded, setStage, type Stage } from "./support";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/** A connected account with this much to pay out. */
async function earning(amount: number, bank?: string): Promise<string> {
  const account = await onboarded(stage, bank);
  await stage.stripe.paymentIntents.create({ amount: amount * 2, currency: "usd", payment_method: "pm_card_bypassPending", confirm: true });
  await stage.stripe.transfers.create({ amount, currency: "usd", destination: account });
  return account;
}

async function available(account: string): Promise<number> {
  return (await stage.stripe.balance.retrieve({}, { stripeAccount: account })).available[0]?.amount ?? -1;
}

function payOut(account: string, amount: number, more: { method?: "instant" | "standard"; key?: string } = {}) {
  return stage.stripe.payouts.create({ amount, currency: "usd", method: more.method ?? "standard", metadata: { run: "1" } }, { stripeAccount: account, ...(more.key ? { idempotencyKey: more.key } : {}) });
}

describe("a payout", () => {
  it("leaves the balance at once, is on its way, and arrives at its date", async () => {
    const account = await earning(5000);
    const payout = await payOut(account, 4000, { key: "payout-1" });
    expect(payout).toMatchObject({ object: "payout", status: "pending", amount: 4000, method: "standard", metadata: { run: "1" }, automatic: false });
    expect((await payOut(account, 4000, { key: "payout-1" })).id).toBe(payout.id);
    expect(await available(account)).toBe(1000);
    await stage.set("advance", { days: 1 });
    expect(await stage.stripe.payouts.retrieve(payout.id, {}, { stripeAccount: account })).toMatchObject({ status: "in_transit" });
    await stage.set("advance", { days: 1 });
    expect(await stage.stripe.payouts.retrieve(payout.id, {}, { stripeAccount: account })).toMatchObject({ status: "paid", trace_id: { status: "supported" } });
    const [booked] = (await stage.stripe.balanceTransactions.list({ type: "payout" }, { stripeAccount: account })).data;
    expect(booked).toMatchObject({ amount: -4000, fee: 0, net: -4000, source: payout.id });
    await stage.double.deliverNow();
    expect(stage.connected.events.filter((event) => event.account === account && event.type.startsWith("payout.")).map((event) => event.type)).toEqual(["payout.created", "payout.updated", "payout.paid"]);
    expect(stage.inbox.events.some((event) => event.account !== undefined)).toBe(false);
    expect(stage.connected.forged + stage.inbox.forged).toBe(0);
  });

  it("beyond what is available is refused and moves nothing", async () => {
    const account = await earning(1000);
    await expect(payOut(account, 1001)).rejects.toMatchObject({ statusCode: 400, code: "balance_insufficient" });
    expect(await available(account)).toBe(1000);
  });

  it("goes at once only to a bank that takes it at once", async () => {
    const fast = await earning(1000);
    const slow = await earning(1000, "000999999991");
    const payout = await payOut(fast, 500, { method: "instant" });
    await stage.set("advance", { seconds: 1900 });
    expect(await stage.stripe.payouts.retrieve(payout.id, {}, { stripeAccount: fast })).toMatchObject({ status: "paid", method: "instant" });
    await expect(payOut(slow, 500, { method: "instant" })).rejects.toMatchObject({ code: "instant_payouts_unsupported" });
  });

  it.each([
    ["000111111116", "no_account"], ["000111111113", "account_closed"], ["000222222227", "insufficient_funds"], ["000333333335", "debit_not_authorized"], ["000444444440", "invalid_currency"],
  ])("to %s comes back with %s, and the bank takes none until it is replaced", async (bank, code) => {
    const account = await earning(1000, bank);
    const payout = await payOut(account, 600);
    await stage.set("advance", { days: 3 });
    const failed = await stage.stripe.payouts.retrieve(payout.id, { expand: ["failure_balance_transaction"] }, { stripeAccount: account });
    expect(failed).toMatchObject({ status: "failed", failure_code: code, failure_balance_transaction: { type: "payout_failure", amount: 600 } });
    expect(await available(account)).toBe(1000);
    await expect(payOut(account, 600)).rejects.toMatchObject({ code: "bank_account_unusable" });
    await stage.set("swap-bank", { account, number: "000123456789" });
    expect(await payOut(account, 600)).toMatchObject({ status: "pending" });
  });

  it("that was paid can still come back, and one that waits can be cancelled", async () => {
    const account = await earning(2000);
    const first = await payOut(account, 600);
    await stage.set("advance", { days: 3 });
    await stage.set("fail-payout", { payout: first.id });
    expect(await stage.stripe.payouts.retrieve(first.id, {}, { stripeAccount: account })).toMatchObject({ status: "failed", failure_code: "account_closed" });
    await stage.set("swap-bank", { account, number: "000123456789" });
    const second = await payOut(account, 600);
    expect(await stage.stripe.payouts.cancel(second.id, {}, { stripeAccount: account })).toMatchObject({ status: "canceled" });
    expect(await available(account)).toBe(2000);
    await expect(stage.stripe.payouts.cancel(first.id, {}, { stripeAccount: account })).rejects.toMatchObject({ statusCode: 400 });
    expect((await stage.stripe.payouts.list({ status: "canceled" }, { stripeAccount: account })).data.map(({ id }) => id)).toEqual([second.id]);
  });

  it("is refused while payouts are off, and allowed again when they are back", async () => {
    const account = await earning(1000);
    await stage.set("disable-payouts", { account });
    expect(await stage.stripe.accounts.retrieve(account)).toMatchObject({ payouts_enabled: false, requirements: { currently_due: ["external_account"], disabled_reason: "requirements.past_due" } });
    await expect(payOut(account, 100)).rejects.toMatchObject({ code: "payouts_not_allowed" });
    await stage.set("restrict", { account, capability: "transfers" });
    await expect(stage.stripe.transfers.create({ amount: 1, currency: "usd", destination: account })).rejects.toMatchObject({ code: "insufficient_capabilities_for_transfer" });
    await stage.set("restore", { account });
    expect(await payOut(account, 100)).toMatchObject({ status: "pending" });
  });
});

describe("an external account", () => {
  it("shows its last digits and a fingerprint that is the same for the same numbers", async () => {
    const account = await stage.stripe.accounts.create({ type: "express", external_account: "btok_us_verified", settings: { payouts: { schedule: { interval: "manual" } } } });
    expect(account).toMatchObject({ external_accounts: { data: [{ last4: "6789", status: "new" }] }, settings: { payouts: { schedule: { interval: "manual" } } } });
    const other = await onboarded(stage);
    const [first, second] = await Promise.all([account.id, other].map(async (id) => (await stage.stripe.accounts.listExternalAccounts(id)).data[0]));
    expect(first?.fingerprint).toBe(second?.fingerprint);
    await stage.set("swap-bank", { account: other, number: "000111111116" });
    const [swapped] = (await stage.stripe.accounts.listExternalAccounts(other)).data;
    expect(swapped).toMatchObject({ last4: "1116" });
    expect(swapped?.fingerprint).not.toBe(first?.fingerprint);
    const types = (await stage.stripe.events.list({ types: ["account.external_account.created", "account.external_account.deleted"] }, { stripeAccount: other })).data.map((event) => event.type);
    expect(types).toEqual(["account.external_account.deleted", "account.external_account.created", "account.external_account.created"]);
    expect(idOf(swapped)).toMatch(/^ba_/);
  });
});
