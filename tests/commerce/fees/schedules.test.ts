import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { POST as approve } from "@/app/api/v1/fee-schedules/[feeScheduleId]/approval/route";
import { POST as withdraw } from "@/app/api/v1/fee-schedules/[feeScheduleId]/withdrawal/route";
import { GET as list, POST as propose } from "@/app/api/v1/fee-schedules/route";
import { feeScheduleAt, nextFees } from "@/lib/commerce/fees";
import { bounds } from "@/lib/commerce/fees/rules";
import { recordSale } from "@/lib/commerce/purchases/record-sale";
import { shield } from "@/lib/commerce/disputes/rules";
import { days, shiftClock } from "@/lib/platform/clock";
import { systemContext } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { share } from "@/lib/platform/money";
import { mailsTo } from "../../support/cloud";
import type { Person } from "../../support/people";
import { auditTrail, call, closeWorld, creator, database, drain, openWorld, person } from "../../support/world";

let [one, other]: Person[] = [];
beforeAll(async () => {
  await openWorld();
  [one, other] = [await person({ role: "admin", name: "Ada" }), await person({ role: "admin", name: "Grace" })];
});
afterAll(() => closeWorld());
afterEach(async () => {
  shiftClock(0);
  // The rows keep themselves from being taken back; a test may.
  await database().$transaction([database().$executeRaw`SET LOCAL session_replication_role = replica`, database().$executeRaw`DELETE FROM "FeeSchedule" WHERE id <> 'fee_00000000000000000000000001'`, database().$executeRaw`DELETE FROM "FeeProposal"`]);
});

const dayIn = (count: number): string => new Date(Date.now() + days(count)).toISOString().slice(0, 10);
const fees = (changes: object = {}) => ({ effectiveFrom: dayIn(40), platformBps: 900, estimateProcessingBps: 290, estimateProcessingFixed: 30, note: "Nine per cent.", reason: "We can afford it.", ...changes });
const proposes = (changes: object = {}, as: Person | undefined = one) => call(propose, { body: fees(changes), ...(as ? { as } : {}) });
const says = (handler: typeof approve, id: string, as: Person | undefined, reason = "Agreed on Monday") => call(handler, { params: { feeScheduleId: id }, body: { reason }, ...(as ? { as } : {}) });
/** Proposed by one, agreed to by the other. */
async function agreed(changes: object = {}): Promise<string> {
  const id = String((await proposes(changes)).body.id);
  expect((await says(approve, id, other)).status).toBe(204);
  return id;
}

describe("new fees", () => {
  it("are proposed by one administrator and agreed to by another; both are named, with their reasons", async () => {
    const { status, body } = await proposes();
    expect(status).toBe(201);
    expect((await says(approve, body.id, one)).body.detail).toContain("Another administrator");
    expect((await says(approve, body.id, other, "")).body.invalidParams[0].name).toBe("body.reason");
    expect((await feeScheduleAt(database(), new Date(Date.now() + days(50)))).platformBps).toBe(1_000);
    expect(await nextFees(database(), new Date())).toBeNull();
    expect((await says(approve, body.id, other)).status).toBe(204);
    expect((await nextFees(database(), new Date()))?.platformBps).toBe(900);
    expect((await says(approve, body.id, other)).status).toBe(409);
    expect(await auditTrail(body.id)).toEqual([{ action: "fees.proposed", actorId: one?.userId }, { action: "fees.approved", actorId: other?.userId }]);
    const { body: all } = await call(list, { ...(one ? { as: one } : {}) });
    expect(all.schedules.map(({ state, example }: { state: string; example: { net: number } }) => [state, example.net])).toEqual([["to_come", 851], ["in_force", 841]]);
    expect(all.schedules[0].proposal).toMatchObject({ proposed: { by: "Ada", reason: "We can afford it." }, approved: { by: "Grace", reason: "Agreed on Monday" } });
  });

  it("are nobody's business but administrators'", async () => {
    const { body } = await proposes();
    const seller = await creator();
    for (const as of [await person({ role: "moderator" }), await person(), seller]) {
      expect((await proposes({}, as)).status).toBe(404);
      expect((await says(approve, body.id, as)).status).toBe(404);
      expect((await says(withdraw, body.id, as)).status).toBe(404);
      expect((await call(list, { as })).status).toBe(404);
    }
    expect((await says(approve, body.id, undefined)).status).toBe(401);
    expect((await says(approve, newId("feeSchedule"), other)).status).toBe(404);
  });

  it.each([
    [{ effectiveFrom: dayIn(0) }, "lies ahead"], [{ effectiveFrom: "2025-01-01" }, "lies ahead"], [{ effectiveFrom: dayIn(30), platformBps: 1_100 }, "are higher"], [{ platformBps: bounds.platformBps.most + 1 }, "at most 20 %"], [{ platformBps: bounds.platformBps.least - 1 }, "at least 1 %"],
    [{ estimateProcessingBps: 1_001 }, "at most 10 %"], [{ estimateProcessingFixed: -1 }, "at least 0 cents"], [{ platformBps: 9.5 }, "whole"], [{ note: "" }, "creators read it"], [{ reason: "" }, "Say why"],
  ])("%j is refused by name", async (changes, words) => {
    const { status, body } = await proposes(changes);
    expect([status, body.invalidParams[0].reason]).toEqual([400, expect.stringContaining(words)]);
    expect(await database().feeProposal.count()).toBe(0);
  });

  it("that are those in force, or wait beside others, are refused", async () => {
    expect((await proposes({ platformBps: 1_000 })).status).toBe(409);
    const { body } = await proposes();
    expect((await proposes({ platformBps: 800 })).body.detail).toContain("waits already");
    expect((await says(withdraw, body.id, other, "Not now")).status).toBe(204);
    expect((await says(approve, body.id, other)).status).toBe(409);
    expect((await proposes({ platformBps: 800 })).status).toBe(201);
  });

  it("follow each other: none begins before one that is agreed, and the last is withdrawn first", async () => {
    const first = await agreed({ effectiveFrom: dayIn(10) });
    expect((await proposes({ effectiveFrom: dayIn(5), platformBps: 800 })).body.invalidParams[0].reason).toContain("another schedule begins then");
    const second = await agreed({ effectiveFrom: dayIn(60), platformBps: 1_000 }); // higher than nine, though not than today
    expect((await database().feeProposal.findUniqueOrThrow({ where: { id: second } })).raises).toBe(true);
    expect((await says(withdraw, first, one, "x")).body.detail).toContain("Withdraw that first");
    for (const id of [second, first]) expect((await says(withdraw, id, one, "Not now")).status).toBe(204);
    expect(await database().feeSchedule.count()).toBe(1);
  });

  it("in force are never taken back nor changed, not even by hand", async () => {
    const id = await agreed({ effectiveFrom: dayIn(2) });
    shiftClock(days(3));
    expect((await says(withdraw, id, one, "Too late")).body.detail).toContain("in force");
    shiftClock(0);
    await expect(database().$executeRaw`UPDATE "FeeSchedule" SET "platformBps" = 1`).rejects.toThrow(/not changed/u);
    await expect(database().$executeRaw`DELETE FROM "FeeSchedule" WHERE "effectiveFrom" < now()`).rejects.toThrow(/not changed/u);
    await expect(database().feeSchedule.create({ data: { id: newId("feeSchedule"), effectiveFrom: new Date("2099-01-01"), platformBps: 2_000, estimateProcessingBps: 0, estimateProcessingFixed: 0, note: "Mine" } })).rejects.toThrow(/two people/u);
    await expect(database().$executeRaw`UPDATE "FeeProposal" SET "approvedByUserId" = "proposedByUserId"`).rejects.toThrow(/fee_proposal_two_people/u);
  });

  it("raced by proposals and by yes and no come out as one", async () => {
    const made = await Promise.all([proposes(), proposes({ platformBps: 800 }), proposes({ platformBps: 700 }, other)]);
    expect(made.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const won = made.find(({ status }) => status === 201)?.body.id as string;
    const third = await person({ role: "admin" });
    const answers = await Promise.all([says(approve, won, third), says(withdraw, won, third), says(approve, won, third), says(withdraw, won, third)]);
    const proposal = await database().feeProposal.findUniqueOrThrow({ where: { id: won } });
    expect(proposal.withdrawnAt).not.toBeNull();
    expect(await database().feeSchedule.count()).toBe(1);
    expect(answers.filter(({ status }) => status === 204).length).toBeLessThanOrEqual(2);
    expect((await auditTrail(won)).filter(({ action }) => action === "fees.withdrawn")).toHaveLength(1);
  });

  it("sent twice under one key are one proposal", async () => {
    const headers = { "idempotency-key": "fees-of-a-test-1" };
    const [first, again] = [await call(propose, { body: fees(), headers, ...(one ? { as: one } : {}) }), await call(propose, { body: fees(), headers, ...(one ? { as: one } : {}) })];
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
  });
});

describe("creators", () => {
  it("hear of higher fees once, at least thirty days before; of lower ones nobody need be warned", async () => {
    const seller = await creator({ name: "Marisol Vane" });
    await agreed({ effectiveFrom: dayIn(9) });
    await drain();
    expect(await database().sentMail.count({ where: { category: "fees-coming" } })).toBe(0);
    const id = await agreed({ effectiveFrom: dayIn(45), platformBps: 1_200, note: "Twelve per cent." });
    await drain();
    await drain();
    const mails = (await mailsTo(seller.email)).filter(({ subject }) => subject.startsWith("Our fee changes on"));
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain("12 %");
    expect((await database().feeProposal.findUniqueOrThrow({ where: { id } })).toldAt).not.toBeNull();
    await says(withdraw, id, one, "Not now");
    await drain();
    expect((await mailsTo(seller.email)).filter(({ subject }) => subject === "Our fee stays as it is")).toHaveLength(1);
  });

  it("cannot be told in time when the second person comes late", async () => {
    const { body } = await proposes({ platformBps: 1_200, effectiveFrom: dayIn(35) });
    shiftClock(days(6));
    expect((await says(approve, body.id, other)).body.detail).toContain("30 days before");
    shiftClock(0);
  });
});

describe("the law of schedules", () => {
  it("at any instant exactly one is in force, and a sale is split by that of its time", async () => {
    const seller = await creator();
    const chain = [[3, 900], [20, 500], [70, 1_500], [90, 1_400]] as const;
    for (const [from, platformBps] of chain) await agreed({ effectiveFrom: dayIn(from), platformBps });
    const starts = (await database().feeSchedule.findMany({ orderBy: { effectiveFrom: "asc" } })).map(({ id, effectiveFrom, platformBps }) => ({ id, effectiveFrom, platformBps }));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -200, max: 200 }), fc.integer({ min: 0, max: 86_399_999 }), fc.integer({ min: 100, max: 100_000 }), async (day, ms, gross) => {
        const at = new Date(new Date(`${dayIn(day)}T00:00:00Z`).getTime() + ms);
        const expected = starts.filter(({ effectiveFrom }) => effectiveFrom <= at).at(-1);
        const until = (start: (typeof starts)[number]) => starts[starts.indexOf(start) + 1]?.effectiveFrom ?? new Date("9999-01-01");
        expect(starts.filter((start) => start.effectiveFrom <= at && at < until(start))).toEqual([expected]);
        expect((await feeScheduleAt(database(), at)).id).toBe(expected?.id);
        const ctx = systemContext("test");
        const chargeId = `ch_${newId("sale")}`;
        await ctx.transaction((tx) => recordSale(tx, ctx, { rail: "stripe", kind: "tip", creatorId: seller.creatorId, fanUserId: newId("user"), tierId: null, payment: { chargeId, balanceTransactionId: `txn_${chargeId}`, gross, fee: 30, currency: "usd", paidAt: at, invoiceId: undefined } }));
        const sale = await database().sale.findUniqueOrThrow({ where: { providerCharge: chargeId } });
        expect(sale).toMatchObject({ feeScheduleId: expected?.id, platformFee: share(gross, expected?.platformBps ?? 0), net: gross - 30 - share(gross, expected?.platformBps ?? 0) });
        await database().$transaction([database().$executeRaw`SET LOCAL session_replication_role = replica`, database().$executeRaw`DELETE FROM "Sale" WHERE id = ${sale.id}`]);
      }),
      { numRuns: 40, examples: [[3, 0, 1_000], [2, 86_399_999, 1_000]] },
    );
  });

  it("leaves the shield what it is fed with", () => {
    expect(bounds.platformBps.least).toBeGreaterThanOrEqual(shield.fundingBps);
  });
});
