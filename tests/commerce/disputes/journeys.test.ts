import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startCheckout } from "@/lib/commerce/checkout";
import { addEvidenceText, fundShield } from "@/lib/commerce/disputes";
import { accounts } from "@/lib/commerce/ledger";
import { reconcile } from "@/lib/commerce/reconciliation";
import { requestRefund } from "@/lib/commerce/refunds";
import { stripe } from "@/lib/commerce/rails";
import { systemContext } from "@/lib/platform/db";
import { asId, type DisputeId, type SaleId } from "@/lib/platform/ids";
import { setDouble } from "../../support/payments";
import { auditTrail, closeWorld, database, drain, openWorld } from "../../support/world";
import { balances, booksAreWhole, daysPass, decided, disputed, disputeOf, hear, since, sold, tend } from "./world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());
const mails = (category: string) => database().sentMail.count({ where: { category } });
const claim = (disputeId: string) => database().shieldClaim.findFirst({ where: { disputeId } });
const id = (dispute: { id: string }): DisputeId => asId("dispute", dispute.id);

describe("a dispute of $30.00", () => {
  it("is held, answered with what really happened, won, and released; only the price of the dispute is gone, and it is ours", async () => {
    const it = await sold();
    const [before, fees] = [await balances(it), await since(accounts.providerFees.code)];
    const opened = await disputed(it);
    expect([opened.stage, opened.strength, opened.decision, opened.fees]).toEqual(["open", 80, null, 1_500]);
    expect(await balances(it)).toEqual({ available: 0, held: before.available, inPayout: 0 });
    await booksAreWhole();

    await addEvidenceText({ ctx: await it.seller.ctx(), input: { disputeId: id(opened), text: "We talked for weeks about this. winning_evidence" } });
    await daysPass(3);
    await tend();
    const sent = await disputeOf(it);
    expect([sent.stage, sent.decision, sent.decisionRule, sent.fees]).toEqual(["submitted", "submit", "strong", 3_000]);
    await booksAreWhole();
    const there = await stripe().disputes.retrieve(opened.providerId);
    expect(there.evidence).toMatchObject({ customer_email_address: it.fan.email, customer_purchase_ip: "203.0.113.7", access_activity_log: expect.stringContaining("played"), refund_policy_disclosure: expect.stringContaining("membership"), uncategorized_file: expect.stringMatching(/^file_/u) });
    expect(there.evidence.uncategorized_text).toContain("We talked for weeks");
    expect(there.evidence.uncategorized_text).toContain("not recorded");

    await daysPass(11);
    await hear(it);
    expect((await disputeOf(it)).stage).toBe("won");
    expect(await balances(it)).toEqual(before);
    expect(await fees()).toBe(1_500);
    await booksAreWhole();
    expect((await auditTrail(opened.id)).map(({ action }) => action)).toEqual(["dispute.open", "dispute.evidence-compiled", "dispute.evidence-added", "dispute.decided", "dispute.evidence-sent", "dispute.submitted", "buyer.unblocked", "dispute.won"]);
    expect([await mails("dispute-opened"), await mails("dispute-ended")]).toEqual([1, 1]);
    expect(await database().restriction.count({ where: { userId: it.seller.userId } })).toBe(0);
  });

  it("is lost, and the shield pays the creator what it holds, never more", async () => {
    await daysPass(1);
    const it = await sold();
    for (let more = 0; more < 12; more += 1) await sold({ seller: it.seller });
    // What was booked today is set aside tomorrow, and that is not enough for all of it.
    await daysPass(1);
    const pool = await since(accounts.shield.code);
    const first = await fundShield(systemContext("fund-shield"));
    expect([first.amount > 0, await pool()]).toEqual([true, -first.amount]);
    expect(await fundShield(systemContext("fund-shield"))).toEqual({ days: 0, amount: 0 });
    const before = (await balances(it)).available;
    await disputed(it);
    const lost = await decided(it, "lost");
    const paid = await claim(lost.id);
    expect([lost.stage, paid?.code, paid?.paid]).toEqual(["lost", "paid_in_part", first.amount]);
    expect(paid?.text).toContain("all that was left");
    expect(await pool()).toBe(0);
    expect((await balances(it)).available).toBe(before - (paid?.loss ?? 0) + (paid?.paid ?? 0));
    await booksAreWhole();
  });

  it("is lost for another reason than bad faith: what was held pays, and the creator reads why the shield does not", async () => {
    const it = await sold();
    const net = (await balances(it)).available;
    await disputed(it, { reason: "product_not_received" });
    const lost = await decided(it, "lost");
    expect(await claim(lost.id)).toMatchObject({ code: "other_reason", paid: 0, loss: net });
    expect(await balances(it)).toEqual({ available: 0, held: 0, inPayout: 0 });
    await booksAreWhole();
    expect((await database().subscription.findFirstOrThrow({ where: { fanUserId: it.fan.userId } })).status).toBe("ended");
  });

  it("of which a part was returned before holds only what was left of it", async () => {
    const it = await sold();
    await requestRefund({ ctx: await it.seller.ctx(), input: { saleId: it.saleId as SaleId, amount: 1_000, reason: "Sorry", initiator: "creator" } });
    await drain();
    const before = (await balances(it)).available;
    const opened = await disputed(it);
    const [share] = await database().disputeShare.findMany({ where: { disputeId: opened.id } });
    expect([opened.amount, share?.held]).toEqual([2_000, before]);
    await decided(it, "lost");
    await booksAreWhole();
    expect((await balances(it)).held).toBe(0);
  });

  it("of a part holds that part, and gives it back when the fan takes it back", async () => {
    const it = await sold();
    const before = await balances(it);
    const opened = await disputed(it, { amount: 2_500, reason: "product_unacceptable" });
    const held = (await balances(it)).held;
    expect([opened.amount, held > 0 && held < before.available]).toEqual([2_500, true]);
    await booksAreWhole();
    expect((await decided(it, "withdrawn")).stage).toBe("withdrawn");
    expect(await balances(it)).toEqual(before);
    await booksAreWhole();
  });

  it("after the money was paid out holds what is there, and asks for the rest only when it is lost", async () => {
    const it = await sold();
    const net = (await balances(it)).available;
    await database().$transaction(async (tx) => {
      const { postTransaction } = await import("@/lib/commerce/ledger");
      await postTransaction(tx, { idempotencyKey: `test-payout:${it.saleId}`, kind: "adjustment", causeId: it.saleId, description: "paid out", currency: "usd", occurredAt: new Date(), lines: [{ account: accounts.creator(it.seller.creatorId), amount: net - 100, line: "paid out" }, { account: accounts.suspense, amount: 100 - net, line: "paid out" }] });
    });
    await disputed(it, { reason: "product_not_received" });
    expect(await balances(it)).toEqual({ available: 0, held: 100, inPayout: 0 });
    const lost = await decided(it, "lost");
    expect((await balances(it)).available).toBe(100 - net);
    const lines = await database().ledgerEntry.findMany({ where: { transaction: { causeId: lost.id }, account: { code: accounts.creator(it.seller.creatorId).code } } });
    expect(lines.map(({ line }) => line)).toContainEqual(expect.stringContaining("paid out to you"));
    await booksAreWhole();
  });
});

describe("what is not worth a fight", () => {
  it("is accepted at once when it is small, with the reason, and neither held nor answered any longer", async () => {
    const it = await sold({ price: 1_500 });
    await disputed(it, { reason: "general" });
    const lost = await disputeOf(it);
    expect([lost.stage, lost.decision, lost.decisionRule, lost.fees]).toEqual(["lost", "accept", "small", 1_500]);
    expect(lost.decisionReason).toContain("$15.00");
    expect((await balances(it)).held).toBe(0);
    await booksAreWhole();
  });

  it("is accepted when there is little to show, after the creator had three days to add", async () => {
    const it = await sold({ used: false });
    const opened = await disputed(it, { reason: "product_not_received" });
    expect([opened.decision, (opened.strength ?? 100) < 40]).toEqual([null, true]);
    await tend();
    expect((await disputeOf(it)).decision).toBeNull();
    await daysPass(3);
    await tend();
    const lost = await disputeOf(it);
    expect([lost.stage, lost.decisionRule]).toEqual(["lost", "weak"]);
    await booksAreWhole();
  });
});

describe("a question of the bank", () => {
  it("takes nothing, is answered, and is closed", async () => {
    const it = await sold();
    const before = await balances(it);
    const asked = await disputed(it, { inquiry: true, reason: "general" });
    expect([asked.stage, asked.inquiry, asked.fees]).toEqual(["warned", true, 0]);
    await daysPass(3);
    await tend();
    expect((await disputeOf(it)).stage).toBe("warned_answered");
    await daysPass(11);
    await hear(it);
    expect((await disputeOf(it)).stage).toBe("closed");
    expect(await balances(it)).toEqual(before);
    await booksAreWhole();
  });

  it("that becomes a dispute holds the money then, and is answered anew", async () => {
    const it = await sold();
    await disputed(it, { inquiry: true });
    const escalated = await decided(it, "lost");
    expect([escalated.stage, escalated.decision, escalated.withdrawn]).toEqual(["open", null, 3_000]);
    expect((await balances(it)).available).toBe(0);
    await decided(it, "won");
    await booksAreWhole();
  });
});

describe("a question about a payment that has been returned", () => {
  it.each(["closed", "lost"] as const)("takes nothing from the creator though it ends %s: nothing is left to dispute", async (outcome) => {
    const it = await sold();
    await requestRefund({ ctx: systemContext("test"), input: { saleId: asId("sale", it.saleId), reason: "Paid twice", initiator: "duplicate" } });
    await drain();
    const before = await balances(it);
    const asked = await disputed(it, { inquiry: true });
    expect([asked.stage, asked.amount]).toEqual(["warned", 0]);
    await daysPass(3);
    await tend();
    expect(await disputeOf(it)).toMatchObject({ decisionRule: "inquiry", stage: "warned_answered" });
    if (outcome === "lost") for (const bank of ["lost", "lost"] as const) await decided(it, bank);
    else await daysPass(11).then(() => hear(it));
    expect((await disputeOf(it)).stage).toBe(outcome);
    expect(await balances(it)).toEqual(before);
    await booksAreWhole();
  });
});

describe("a bank's warning of fraud", () => {
  it("returns the payment and blocks the buyer, once, however often it is told", async () => {
    const it = await sold();
    await setDouble("warn", { charge: it.charge, fraudType: "made_with_stolen_card" });
    await hear(it, (told) => [...told, ...told].reverse());
    await hear(it);
    expect(await database().refund.findMany({ where: { saleId: it.saleId } })).toMatchObject([{ initiator: "fraud", rule: "early-fraud-warning", state: "succeeded", amount: 3_000 }]);
    expect(await database().buyerBlock.findMany({ where: { userId: it.fan.userId } })).toMatchObject([{ rule: "early-fraud-warning", creatorId: null, liftedAt: null }]);
    expect((await balances(it)).available).toBe(0);
    await booksAreWhole();
    const { seller: other } = await sold();
    await expect(startCheckout({ ctx: await it.fan.ctx(), input: { tierId: other.tiers[0]?.id ?? asId("tier", ""), amount: 3_000, currency: "usd" } })).rejects.toMatchObject({ status: 403, message: expect.stringContaining("cannot pay here") });
  });

  it("that comes after the dispute has nothing left to do", async () => {
    const it = await sold();
    await disputed(it);
    await setDouble("warn", { charge: it.charge });
    await hear(it);
    expect(await database().fraudWarning.findFirst({ where: { saleId: it.saleId } })).toMatchObject({ actionable: false, refundId: null });
    expect(await database().refund.count({ where: { saleId: it.saleId } })).toBe(0);
  });
});

describe("the comparison with the provider", () => {
  it("finds the dispute behind each of its movements, and no difference", async () => {
    const outcome = await reconcile(systemContext("reconcile"));
    expect(outcome).toMatchObject({ difference: 0, inFlight: 0, lines: [] });
    expect(await database().railMovement.count({ where: { source: { startsWith: "du_" }, causeId: null } })).toBe(0);
    expect(await database().railMovement.count({ where: { source: { startsWith: "du_" } } })).toBeGreaterThan(10);
  });
});
