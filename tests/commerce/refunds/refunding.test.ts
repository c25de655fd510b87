import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as refundRoute } from "@/app/api/v1/sales/[saleId]/refunds/route";
import { syncCheckout } from "@/lib/commerce/checkout";
import { accounts, accountSum, checkLedger, creatorBalance, faultsOf } from "@/lib/commerce/ledger";
import { stripe } from "@/lib/commerce/rails";
import { requestRefund } from "@/lib/commerce/refunds";
import { systemContext } from "@/lib/platform/db";
import { asId, type SaleId } from "@/lib/platform/ids";
import { deliver, pays, providerEvents, setDouble } from "../../support/payments";
import type { Creator, Person } from "../../support/people";
import { auditTrail, call, closeWorld, creator, database, drain, events, openWorld, person } from "../../support/world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

interface Sold {
  seller: Creator;
  fan: Person;
  saleId: SaleId;
  charge: string;
}

async function sold(card?: string): Promise<Sold> {
  const seller = await creator({ tiers: [{ name: "Front row", minAmount: 1000 }] });
  const fan = await person();
  const { checkoutId } = await pays(fan, seller, card ? { card } : {});
  await syncCheckout(systemContext("test"), checkoutId);
  await drain();
  const sale = await database().sale.findFirstOrThrow({ where: { fanUserId: fan.userId } });
  return { seller, fan, saleId: asId("sale", sale.id), charge: sale.providerCharge };
}
const refund = ({ saleId }: Sold, as: Person, body: object = { reason: "Sorry" }) => call(refundRoute, { params: { saleId }, body, as });
const grants = ({ fan }: Sold) => database().grant.findMany({ where: { userId: fan.userId } });

describe("returning a payment", () => {
  it("gives a fan of a $10.00 sale ten dollars, takes 8.41 and the card's 0.59 from the page, and our 1.00 from us", async () => {
    const it = await sold();
    const fees = await accountSum(database(), accounts.platformFees, "usd");
    const answer = await refund(it, it.seller);
    expect([answer.status, answer.body.state, answer.body.amount]).toEqual([201, "pending", 1000]);
    await drain();
    expect(await creatorBalance(database(), it.seller.creatorId, "usd")).toBe(-59);
    expect((await accountSum(database(), accounts.platformFees, "usd")) - fees).toBe(100);
    const charge = await stripe().charges.retrieve(it.charge);
    expect([charge.refunded, charge.amount_refunded]).toEqual([true, 1000]);
    expect(faultsOf(await checkLedger(database()))).toEqual([]);
    expect((await auditTrail(answer.body.id)).map(({ action }) => action)).toEqual(["refund.requested", "refund.succeeded"]);
  });

  it("ends a membership whose month was returned, and its access, and tells the fan", async () => {
    const it = await sold();
    await refund(it, it.seller);
    await drain();
    expect((await database().subscription.findFirstOrThrow({ where: { fanUserId: it.fan.userId } })).status).toBe("ended");
    expect((await grants(it)).every(({ endsAt }) => endsAt !== null && endsAt <= new Date())).toBe(true);
    expect(await database().sentMail.count({ where: { category: "refund" } })).toBeGreaterThan(0);
  });

  it("returns parts until nothing is left, then says so; more than is left is refused and books nothing", async () => {
    const it = await sold();
    expect((await refund(it, it.seller, { reason: "Half", amount: 500 })).status).toBe(201);
    const tooMuch = await refund(it, it.seller, { reason: "More", amount: 501 });
    expect([tooMuch.status, tooMuch.body.detail]).toEqual([400, expect.stringContaining("$5.00")]);
    expect((await refund(it, it.seller, { reason: "Rest" })).status).toBe(201);
    expect((await refund(it, it.seller)).status).toBe(409);
    await drain();
    expect(await creatorBalance(database(), it.seller.creatorId, "usd")).toBe(-59);
    expect(await database().refund.count({ where: { saleId: it.saleId } })).toBe(2);
  });

  it("at once from two windows returns once", async () => {
    const it = await sold();
    const answers = await Promise.all([refund(it, it.seller), refund(it, it.seller)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    await drain();
    expect((await stripe().refunds.list({ charge: it.charge })).data).toHaveLength(1);
  });

  it.each([[{ reason: "x", amount: -5 }], [{ reason: "x", amount: 0 }], [{ reason: "x", amount: 1.5 }], [{ reason: "x", amount: 1e12 }], [{ reason: "" }], [{ amount: 5 }]])("refuses %j with what to change", async (body) => {
    const it = await sold();
    const answer = await refund(it, it.seller, body);
    expect(answer.status).toBe(400);
    expect(await database().refund.count({ where: { saleId: it.saleId } })).toBe(0);
  });

  it("is not for strangers nor for the fan: the sale is not there for them", async () => {
    const it = await sold();
    for (const who of [it.fan, await person(), await creator()]) expect((await refund(it, who)).status).toBe(404);
  });

  it("by an administrator costs the page nothing but what it had got: we bear the card's fee", async () => {
    const it = await sold();
    expect((await refund(it, await person({ role: "admin" }))).status).toBe(201);
    await drain();
    expect(await creatorBalance(database(), it.seller.creatorId, "usd")).toBe(0);
  });

  it("by a rule happens once, however often the rule runs", async () => {
    const it = await sold();
    const input = { saleId: it.saleId, reason: "The bank warned us of fraud", initiator: "fraud", rule: "early-fraud-warning" } as const;
    const [first, second] = [await requestRefund({ ctx: systemContext("rule"), input }), await requestRefund({ ctx: systemContext("rule"), input })];
    expect(second).toBe(first);
  });
});

describe("what the provider does by itself", () => {
  it("books a refund made at the provider's own desk, once, though its events come thrice and in disorder", async () => {
    const it = await sold();
    await stripe().refunds.create({ charge: it.charge, amount: 300 });
    const told = await providerEvents([it.charge]);
    for (const event of [...told, ...told.reverse(), ...told].filter(({ type }) => type.includes("refund"))) await deliver(event);
    await drain();
    const [row] = await database().refund.findMany({ where: { saleId: it.saleId } });
    expect([row?.initiator, row?.amount, row?.state]).toEqual(["provider", 300, "succeeded"]);
    expect(await database().ledgerTransaction.count({ where: { causeId: row?.id ?? "" } })).toBe(1);
    expect(faultsOf(await checkLedger(database()))).toEqual([]);
  });

  it("says no to a disputed payment: the refund is marked as failed, with the reason, and nothing is booked", async () => {
    const it = await sold();
    await setDouble("dispute", { charge: it.charge, reason: "fraudulent" });
    const answer = await refund(it, it.seller);
    await drain();
    const row = await database().refund.findUniqueOrThrow({ where: { id: answer.body.id } });
    expect([row.state, row.failureReason]).toEqual(["failed", expect.stringContaining("charged back")]);
    expect(await database().ledgerTransaction.count({ where: { causeId: row.id } })).toBe(0);
  });

  // The last one: it moves the provider's clock.
  it("puts everything back when the bank sends a refund back", async () => {
    const it = await sold("4000000000005126");
    const before = await creatorBalance(database(), it.seller.creatorId, "usd");
    await refund(it, it.seller);
    await drain();
    await setDouble("advance", { days: 8 });
    for (const event of (await providerEvents([it.charge])).filter(({ type }) => type.includes("refund"))) await deliver(event);
    await drain();
    expect((await database().refund.findFirstOrThrow({ where: { saleId: it.saleId } })).state).toBe("failed");
    expect(await creatorBalance(database(), it.seller.creatorId, "usd")).toBe(before);
    expect((await events("refund.failed")).length).toBeGreaterThan(0);
    expect(faultsOf(await checkLedger(database()))).toEqual([]);
  });
});
