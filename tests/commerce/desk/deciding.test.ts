import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as liftBlock } from "@/app/api/v1/buyer-blocks/[buyerBlockId]/lifting/route";
import { POST as hold } from "@/app/api/v1/creators/[creatorId]/payout-holds/route";
import { POST as decide } from "@/app/api/v1/disputes/[disputeId]/decision/route";
import { POST as lift } from "@/app/api/v1/payout-holds/[payoutHoldId]/lifting/route";
import { POST as approve } from "@/app/api/v1/payouts/[payoutId]/approval/route";
import { POST as cancel } from "@/app/api/v1/payouts/[payoutId]/cancellation/route";
import { POST as compare } from "@/app/api/v1/reconciliations/route";
import { POST as issueYear } from "@/app/api/v1/tax-years/[year]/issue/route";
import { POST as runYear } from "@/app/api/v1/tax-years/[year]/run/route";
import { checkLedger, creatorBalances, faultsOf } from "@/lib/commerce/ledger";
import { listHolds, listPayouts, notesOfDay, payoutFigures, readPayoutDesk } from "@/lib/commerce/payouts";
import { disputesByDeadline, listDisputes, readDisputeDesk } from "@/lib/commerce/disputes";
import { documentsOfYear, missingForms, taxYearDesk } from "@/lib/commerce/tax";
import { shiftClock } from "@/lib/platform/clock";
import type { RouteHandler } from "@/lib/platform/http";
import { asId, newId } from "@/lib/platform/ids";
import type { Creator, Person } from "../../support/people";
import { call, closeWorld, creator, database, drain, openWorld, person } from "../../support/world";
import { disputed, type Sold, sold } from "../disputes/world";
import { daysPass, payable, payoutOf, run, sells } from "../payouts/world";

let [one, other]: Person[] = [];
let large: Creator;
let payoutId = "";
let it1: Sold;
let disputeId = "";
beforeAll(async () => {
  await openWorld();
  [one, other] = [await person({ role: "admin", name: "Ada" }), await person({ role: "admin", name: "Grace" })];
  it1 = await sold({ price: 5_000 });
  disputeId = (await disputed(it1)).id;
  large = await payable();
  await sells(large, 1);
  await daysPass(8);
  await run();
  payoutId = (await payoutOf(large))?.id ?? "";
}, 60_000);
afterAll(async () => {
  shiftClock(0);
  expect(faultsOf(await checkLedger(database()))).toEqual([]);
  await closeWorld();
});

const holdBody = (changes: object = {}) => ({ rule: "report", reason: "We look at a report.", whatToDo: "Nothing; we write to you.", endsAt: "2099-01-01T00:00:00Z", ...changes });
const holds = (as: Person | undefined, changes: object = {}) => call(hold, { params: { creatorId: large.creatorId }, body: holdBody(changes), ...(as ? { as } : {}) });
const says = (handler: RouteHandler, params: Record<string, string>, as: Person | undefined, body: object = { reason: "Looked at twice" }) => call(handler, { params, body, ...(as ? { as } : {}) });
const actionsOf = async (subject: string): Promise<string[]> => (await database().auditEntry.findMany({ where: { subject }, orderBy: { seq: "asc" } })).map(({ action }) => action);

describe("every decision of the desk", () => {
  const decisions = (): [string, RouteHandler, Record<string, string>, object][] => [
    ["approve a payout", approve, { payoutId }, { reason: "x" }], ["stop a payout", cancel, { payoutId }, { reason: "x" }], ["hold a creator", hold, { creatorId: large.creatorId }, holdBody()], ["release a hold", lift, { payoutHoldId: newId("payoutHold") }, { reason: "x" }],
    ["decide a dispute", decide, { disputeId }, { decision: "accept", reason: "x" }], ["lift a block", liftBlock, { buyerBlockId: newId("buyerBlock") }, { reason: "x" }], ["compare the books", compare, {}, { reason: "x" }], ["run a tax year", runYear, { year: "2025" }, { dryRun: false, reason: "x" }], ["issue a tax year", issueYear, { year: "2025" }, { reason: "x" }],
  ];

  it("is an administrator's: a moderator, a creator and a fan find nothing, a stranger signs in first", async () => {
    const others: [Person | undefined, number][] = [[await person({ role: "moderator" }), 404], [large, 404], [await person(), 404], [undefined, 401]];
    for (const [name, handler, params, body] of decisions()) for (const [as, status] of others) expect([name, (await says(handler, params, as, body)).status]).toEqual([name, status]);
    expect((await database().payout.findUniqueOrThrow({ where: { id: payoutId } })).state).toBe("awaiting_approval");
    expect(await database().payoutHold.count()).toBe(0);
  });

  it("asks for its reason by name", async () => {
    for (const [name, handler, params, body] of decisions()) {
      const { reason: _, ...rest } = body as { reason: string };
      const { status, body: problem } = await says(handler, params, one, rest);
      expect([name, status, problem.invalidParams[0].name]).toEqual([name, 400, "body.reason"]);
    }
  });
});

describe("payouts at the desk", () => {
  it("show who agreed first, and take the second yes from somebody else only", async () => {
    const desk = async (as: Person | undefined) => readPayoutDesk(await (as ?? large).ctx(), asId("payout", payoutId));
    expect((await says(approve, { payoutId }, one)).body).toEqual({ approvals: 1 });
    expect((await desk(other)).approvals).toMatchObject([{ name: "Ada", reason: "Looked at twice", you: false }]);
    expect((await desk(one)).approvals).toMatchObject([{ you: true }]);
    expect((await says(approve, { payoutId }, one)).body.detail).toContain("Another administrator");
    await expect(desk(large)).rejects.toMatchObject({ status: 404 });
  });

  it("that are held are agreed to by nobody until they are released", async () => {
    expect((await holds(one)).status).toBe(204);
    expect((await holds(other)).body.detail).toContain("in force already");
    expect((await holds(other, { rule: "legal" })).status).toBe(204);
    expect((await holds(other, { rule: "because" })).body.invalidParams[0].name).toBe("body.rule");
    const refused = await says(approve, { payoutId }, other);
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining("We look at a report.")]);
    const { data } = await listHolds(await (one as Person).ctx(), { inForce: true, creatorId: large.creatorId, limit: 10 });
    expect(data.map(({ rule, owner, inForce }) => [rule, owner, inForce])).toEqual(expect.arrayContaining([["report", "Ada", true], ["legal", "Grace", true]]));
    // Two release each at once: it is released once, by one of them.
    for (const { id } of data) {
      const answers = await Promise.all([one, other, one, other].map((as) => says(lift, { payoutHoldId: id }, as)));
      expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
      expect(await actionsOf(id)).toEqual(["payout-hold.placed", "payout-hold.lifted"]);
    }
    expect((await listHolds(await (one as Person).ctx(), { inForce: true, limit: 10 })).data).toEqual([]);
  });

  it("raced by a second yes and a stop end in one of the two, and the books are whole", async () => {
    const third = await person({ role: "admin" });
    const answers = await Promise.all([says(approve, { payoutId }, other), says(cancel, { payoutId }, third), says(approve, { payoutId }, third)]);
    await drain();
    const { state } = await database().payout.findUniqueOrThrow({ where: { id: payoutId } });
    expect(["in_transit", "cancelled"]).toContain(state);
    expect(answers.some(({ status }) => status < 300)).toBe(true);
    const { available, inPayout } = await creatorBalances(database(), large.creatorId, "usd");
    expect([state === "cancelled" ? available > 0 : available === 0, inPayout]).toEqual([true, 0]);
    expect((await says(cancel, { payoutId }, one)).status).toBe(409);
  });

  it("are listed by state and creator, and who was not paid by reason", async () => {
    const ctx = await (one as Person).ctx();
    const { state } = await database().payout.findUniqueOrThrow({ where: { id: payoutId } });
    expect((await listPayouts(ctx, { state, creatorId: large.creatorId, limit: 5 })).data).toMatchObject([{ id: payoutId, payee: { creatorId: large.creatorId } }]);
    expect((await listPayouts(ctx, { state: "failed", limit: 5 })).data).toEqual([]);
    expect((await payoutFigures(ctx)).underWay.find((row) => row.state === "awaiting_approval")?.payouts).toBe(0);
    await database().payoutNote.createMany({ data: [1, 2, 3].map((n) => ({ creatorId: n === 1 ? large.creatorId : it1.seller.creatorId, day: new Date(`2026-10-0${n}`), code: n === 1 ? "held" : "waiting", text: "Words", amount: n, currency: "usd", createdAt: new Date() })) });
    expect(await notesOfDay(ctx, { day: "2026-10-01" })).toMatchObject({ codes: [{ code: "held", notes: 1 }], notes: [{ amount: 1 }], next: undefined });
    expect((await notesOfDay(ctx, { day: "2026-10-02", code: "held" })).notes).toEqual([]);
  });
});

describe("disputes at the desk", () => {
  it("stand by their deadline until they are decided, once, with the reason", async () => {
    const ctx = await (one as Person).ctx();
    expect((await disputesByDeadline(ctx, { limit: 5 })).data.map(({ id }) => id)).toEqual([disputeId]);
    expect(await readDisputeDesk(ctx, asId("dispute", disputeId))).toMatchObject({ fan: { userId: it1.fan.userId }, decision: null, blocks: [{ rule: "dispute-open" }] });
    const body = { decision: "submit", reason: "They came to the show" };
    const answers = await Promise.all([one, other].map((as) => says(decide, { disputeId }, as, body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await readDisputeDesk(ctx, asId("dispute", disputeId))).toMatchObject({ decision: { rule: "admin", reason: "They came to the show" } });
    expect((await disputesByDeadline(ctx, { limit: 5 })).data).toEqual([]);
    await drain();
    expect((await listDisputes(ctx, { limit: 5, stages: ["open", "submitted"] })).data.map(({ id }) => id)).toEqual([disputeId]);
  });

  it("let a blocked buyer go once, with the reason", async () => {
    const [block] = await database().buyerBlock.findMany({ where: { userId: it1.fan.userId, liftedAt: null } });
    const answers = await Promise.all([one, other].map((as) => says(liftBlock, { buyerBlockId: block?.id ?? "" }, as)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await actionsOf(block?.id ?? "")).filter((action) => action === "buyer.unblocked")).toHaveLength(1);
  });
});

describe("the rest of the desk", () => {
  it("compares the books when it is asked to, once for one key", async () => {
    const before = await database().reconciliation.count();
    const headers = { "idempotency-key": "compare-in-a-test" };
    for (let n = 0; n < 2; n += 1) expect((await call(compare, { body: { reason: "A question" }, headers, as: one as Person })).status).toBe(204);
    await drain();
    expect(await database().reconciliation.count()).toBe(before + 1);
    expect(await actionsOf("stripe")).toEqual(["reconciliation.asked"]);
  });

  it("counts a tax year before it is run, runs it with a reason, and says what a year lacks", async () => {
    const seller = await creator();
    await database().sale.createMany({ data: Array.from({ length: 250 }, (_, n) => ({ id: newId("sale"), kind: "tip", creatorId: seller.creatorId, fanUserId: newId("user"), gross: 10_000, platformFee: 1_000, processingFee: 0, net: 9_000, currency: "usd", feeScheduleId: "fee_00000000000000000000000001", rail: "stripe", providerCharge: `ch_tax_${n}`, providerBalance: "txn", occurredAt: new Date("2025-05-05") })) });
    const formless = await missingForms(await (one as Person).ctx(), { year: 2025 });
    expect([formless.data.map(({ creatorId, expired }) => [creatorId, expired]), formless.next]).toEqual([[[seller.creatorId, false]], undefined]);
    const dry = await says(runYear, { year: "2025" }, one, { dryRun: true });
    expect(dry.body).toMatchObject({ made: 1, forms: { "1099-K": { federal: 1, stateOnly: 0 } } });
    expect((await says(runYear, { year: "2025" }, one, { dryRun: false, reason: "January" })).status).toBe(200);
    const ctx = await (one as Person).ctx();
    expect(await taxYearDesk(ctx, 2025)).toMatchObject({ over: true, missingRules: [], documents: [{ form: "1099-K", drafts: 1, federal: 1, missingTin: 1 }], reviews: [{ reason: "missing_tin", creators: 1 }] });
    expect((await documentsOfYear(ctx, { year: 2025, state: "draft" })).data).toMatchObject([{ form: "1099-K", gross: 2_500_000, payee: { creatorId: seller.creatorId } }]);
    expect((await says(issueYear, { year: "2025" }, one, { reason: "January" })).body).toEqual({ issued: 1, done: true });
    expect((await taxYearDesk(ctx, 2027)).missingRules).toEqual(["thresholds: form 1099-K in 2027", "thresholds: form 1099-MISC in 2027"]);
    await expect(taxYearDesk(await seller.ctx(), 2025)).rejects.toMatchObject({ status: 404 });
    const [entry] = await database().auditEntry.findMany({ where: { action: "tax-year.run" } });
    expect(entry?.data).toMatchObject({ reason: "January" });
    // These sales have no booking: they were there for the form alone.
    await database().$transaction([database().$executeRaw`SET LOCAL session_replication_role = replica`, database().$executeRaw`DELETE FROM "Sale" WHERE "providerCharge" LIKE 'ch_tax_%'`]);
  });
});
