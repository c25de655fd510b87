import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { idOf, setStage, type Stage } from "./support";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

async function charged(method = "pm_card_visa", amount = 2000): Promise<string> {
  return idOf((await stage.stripe.paymentIntents.create({ amount, currency: "usd", payment_method: method, confirm: true })).latest_charge);
}

async function disputed(method = "pm_card_createDispute") {
  const charge = await charged(method);
  const [dispute] = (await stage.stripe.disputes.list({ charge })).data;
  if (!dispute) throw new Error("no dispute");
  return { charge, dispute };
}

const booked = async (source: string) => (await stage.stripe.balanceTransactions.list({ source })).data.map(({ type, amount, fee, net }) => ({ type, amount, fee, net }));
const told = async (id: string) => (await stage.stripe.events.list({ limit: 100 })).data.filter((event) => idOf(event.data.object as { id: string }) === id).map((event) => event.type).reverse();
const pdf = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(2000, 200)]);
const upload = (data: Buffer, name = "evidence.pdf") => stage.stripe.files.create({ purpose: "dispute_evidence", file: { data, name, type: "application/pdf" } });

describe("a dispute", () => {
  it.each([["pm_card_createDispute", "fraudulent"], ["pm_card_createDisputeProductNotReceived", "product_not_received"]])("with %s takes the money and a fee, for %s", async (method, reason) => {
    const { charge, dispute } = await disputed(method);
    expect(dispute).toMatchObject({ status: "needs_response", reason, amount: 2000, is_charge_refundable: false, balance_transactions: [{ amount: -2000, fee: 1500, net: -3500 }] });
    const days = ((dispute.evidence_details.due_by ?? 0) - dispute.created) / 86_400;
    expect(days).toBeGreaterThanOrEqual(7);
    expect(days).toBeLessThanOrEqual(21);
    expect(await booked(dispute.id)).toEqual([{ type: "adjustment", amount: -2000, fee: 1500, net: -3500 }]);
    expect(await told(dispute.id)).toEqual(["charge.dispute.created", "charge.dispute.funds_withdrawn"]);
    await expect(stage.stripe.refunds.create({ charge })).rejects.toMatchObject({ statusCode: 400, code: "charge_disputed" });
  });

  it("is won with winning evidence: money and the fee for answering come back", async () => {
    const { dispute } = await disputed();
    const file = await upload(pdf);
    expect(await stage.stripe.disputes.update(dispute.id, { evidence: { receipt: file.id }, submit: false })).toMatchObject({ status: "needs_response", evidence: { receipt: file.id }, evidence_details: { has_evidence: true, submission_count: 0 } });
    expect(await stage.stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: "winning_evidence" } })).toMatchObject({ status: "under_review", evidence_details: { submission_count: 1 } });
    await expect(stage.stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: "more" } })).rejects.toMatchObject({ statusCode: 400 });
    await stage.set("advance", { days: 11 });
    expect(await stage.stripe.disputes.retrieve(dispute.id)).toMatchObject({ status: "won" });
    expect((await booked(dispute.id)).map(({ net }) => net)).toEqual([3500, -1500, -3500]);
    expect((await told(dispute.id)).slice(-2)).toEqual(["charge.dispute.closed", "charge.dispute.funds_reinstated"]);
  });

  it("is lost with losing evidence, when nothing is sent in time, and when it is accepted", async () => {
    const [first, second, third] = [await disputed(), await disputed(), await disputed()];
    await stage.stripe.disputes.update(first.dispute.id, { evidence: { uncategorized_text: "losing_evidence" } });
    expect(await stage.stripe.disputes.close(third.dispute.id)).toMatchObject({ status: "lost" });
    await stage.set("advance", { days: 22 });
    expect(await stage.stripe.disputes.retrieve(first.dispute.id)).toMatchObject({ status: "lost" });
    expect(await stage.stripe.disputes.retrieve(second.dispute.id)).toMatchObject({ status: "lost", evidence_details: { past_due: true, submission_count: 0 } });
    expect((await booked(first.dispute.id)).map(({ net }) => net)).toEqual([-1500, -3500]);
  });

  it("can come long after the charge, for a part, and be decided by a switch", async () => {
    const charge = await charged();
    await stage.set("advance", { days: 60 });
    const { dispute } = (await stage.set("dispute", { charge, reason: "duplicate", amount: 500 })) as { dispute: string };
    expect(await stage.stripe.charges.retrieve(charge)).toMatchObject({ disputed: true });
    expect(await stage.set("decide", { dispute, outcome: "withdrawn" })).toMatchObject({ status: "won" });
    expect((await booked(dispute)).map(({ net }) => net)).toEqual([500, -2000]);
  });

  it("that is only an inquiry takes nothing, leaves the charge refundable, and may become one that does", async () => {
    const { charge, dispute } = await disputed("pm_card_createDisputeInquiry");
    expect(dispute).toMatchObject({ status: "warning_needs_response", is_charge_refundable: true, balance_transactions: [] });
    expect(await stage.set("decide", { dispute: dispute.id, outcome: "lost" })).toMatchObject({ status: "needs_response" });
    expect(await booked(dispute.id)).toHaveLength(1);
    const other = await disputed("pm_card_createDisputeInquiry");
    expect(await stage.stripe.refunds.create({ charge: other.charge })).toMatchObject({ status: "succeeded" });
    await expect(stage.stripe.refunds.create({ charge })).rejects.toMatchObject({ code: "charge_disputed" });
  });
});

describe("evidence", () => {
  it("takes files that a bank can open, whole, and no others", async () => {
    const file = await upload(pdf);
    expect(await stage.stripe.files.retrieve(file.id)).toMatchObject({ object: "file", purpose: "dispute_evidence", size: pdf.length, type: "pdf", filename: "evidence.pdf" });
    await expect(upload(Buffer.from("MZ a program"), "evil.exe")).rejects.toMatchObject({ statusCode: 400, code: "file_type_unsupported" });
    await expect(upload(Buffer.concat([pdf, Buffer.alloc(5_000_000)]))).rejects.toMatchObject({ code: "file_too_large" });
    const { dispute } = await disputed();
    await expect(stage.stripe.disputes.update(dispute.id, { evidence: { receipt: "file_nobody" } })).rejects.toMatchObject({ statusCode: 400, code: "resource_missing", param: "evidence[receipt]" });
  });
});

describe("an early fraud warning", () => {
  it("can be acted upon until the charge is refunded or disputed", async () => {
    const charge = await charged("pm_card_createIssuerFraudRecord");
    const [warning] = (await stage.stripe.radar.earlyFraudWarnings.list({ charge })).data;
    expect(warning).toMatchObject({ actionable: true, fraud_type: "unauthorized_use_of_card" });
    await stage.stripe.refunds.create({ charge });
    expect(await stage.stripe.radar.earlyFraudWarnings.retrieve(warning?.id ?? "")).toMatchObject({ actionable: false });
    const later = await charged();
    await stage.set("warn", { charge: later, fraudType: "made_with_stolen_card" });
    await stage.set("dispute", { charge: later, reason: "fraudulent" });
    expect((await stage.stripe.radar.earlyFraudWarnings.list({ charge: later })).data).toMatchObject([{ actionable: false, fraud_type: "made_with_stolen_card" }]);
  });
});

describe("a refund's course", () => {
  it("waits and gets through with one card, and comes back days later with another", async () => {
    const waits = await stage.stripe.refunds.create({ charge: await charged("pm_card_pendingRefund") });
    const charge = await charged("pm_card_refundFail");
    const fails = await stage.stripe.refunds.create({ charge });
    expect([waits.status, fails.status]).toEqual(["pending", "succeeded"]);
    await stage.set("advance", { days: 6 });
    expect(await stage.stripe.refunds.retrieve(waits.id)).toMatchObject({ status: "succeeded" });
    expect(await stage.stripe.refunds.retrieve(fails.id, { expand: ["failure_balance_transaction"] })).toMatchObject({ status: "failed", failure_reason: "expired_or_canceled_card", failure_balance_transaction: { type: "refund_failure", amount: 2000 } });
    expect(await stage.stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 0, refunded: false });
    expect(await told(fails.id)).toEqual(["refund.created", "refund.updated", "charge.refund.updated", "refund.failed"]);
    expect((await stage.stripe.refunds.list({ charge })).data.map(({ id }) => id)).toEqual([fails.id]);
  });
});
