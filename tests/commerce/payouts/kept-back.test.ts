import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as approve } from "@/app/api/v1/payouts/[payoutId]/approval/route";
import { POST as cancel } from "@/app/api/v1/payouts/[payoutId]/cancellation/route";
import { checkLedger, creatorBalances, faultsOf } from "@/lib/commerce/ledger";
import { holdPayouts, liftHold } from "@/lib/commerce/payouts";
import { sendPayoutJob } from "@/lib/commerce/payouts/jobs";
import { placeHold } from "@/lib/commerce/payouts/place-hold";
import { now, shiftClock } from "@/lib/platform/clock";
import { systemContext } from "@/lib/platform/db";
import { asId, newId } from "@/lib/platform/ids";
import type { Creator, Person } from "../../support/people";
import { call, closeWorld, creator, database, drain, openWorld, person } from "../../support/world";
import { decided, disputed } from "../disputes/world";
import { daysPass, payable, payoutOf, run, sells } from "./world";

beforeAll(() => openWorld());
afterAll(async () => {
  shiftClock(0);
  await closeWorld();
});

const settle = async () => { for (let n = 0; n < 4; n += 1) await drain(); };
const agrees = async (payoutId: string, as?: Person) => call(approve, { params: { payoutId }, body: { reason: "Looks right" }, as: as ?? (await person({ role: "admin" })) });
const restrict = ({ userId }: Creator) => database().restriction.create({ data: { id: newId("restriction"), userId, capability: "sell", reason: "fraud", startsAt: now() } });

/** A sale too big for one pair of eyes, whose payout waits. */
async function waiting() {
  const seller = await payable();
  const saleId = await sells(seller, 1);
  await daysPass(8);
  await run();
  await settle();
  const payout = await payoutOf(seller);
  expect(payout?.state).toBe("awaiting_approval");
  const { providerCharge: charge } = await database().sale.findUniqueOrThrow({ where: { id: saleId } });
  return { seller, fan: seller, saleId, charge, payoutId: payout?.id ?? "" };
}

describe("a payout that has not left", () => {
  it("goes back for a disputed sale: all of it is held, no yes sends it, and nobody owes us when it is lost", async () => {
    const it = await waiting();
    const { id } = await disputed(it);
    const share = await database().disputeShare.findFirstOrThrow({ where: { disputeId: id } });
    expect([share.held, share.net > 500_000]).toEqual([share.net, true]);
    expect((await agrees(it.payoutId)).status).toBe(409);
    expect(await payoutOf(it.seller)).toMatchObject({ id: it.payoutId, state: "cancelled", failureMessage: expect.stringContaining("disputes") });
    await daysPass(2);
    await run();
    await settle();
    expect(await database().payout.count({ where: { creatorId: it.seller.creatorId } })).toBe(1);
    await decided(it, "lost");
    await settle();
    expect((await creatorBalances(database(), it.seller.creatorId, "usd")).available).toBeGreaterThanOrEqual(0);
    expect(faultsOf(await checkLedger(database()))).toEqual([]);
  });

  it("stays when the balance covers the disputed part without it", async () => {
    const it = await waiting();
    const other = await sells(it.seller, 0);
    const { providerCharge: charge } = await database().sale.findUniqueOrThrow({ where: { id: other } });
    await disputed({ ...it, saleId: other, charge });
    expect((await payoutOf(it.seller))?.state).toBe("awaiting_approval");
  });

  it("is not agreed to, nor sent, when its creator may not sell any more", async () => {
    const it = await waiting();
    await restrict(it.seller);
    const answer = await agrees(it.payoutId);
    expect([answer.status, answer.body.detail]).toEqual([409, expect.stringContaining("under review")]);
    await database().payout.update({ where: { id: it.payoutId }, data: { state: "pending" } });
    await sendPayoutJob.run({ ctx: systemContext("send"), data: { payoutId: it.payoutId } });
    expect(await payoutOf(it.seller)).toMatchObject({ state: "cancelled", failureMessage: expect.stringContaining("under review") });
    expect(faultsOf(await checkLedger(database()))).toEqual([]);
  });
});

describe("an administrator with a page", () => {
  it("answers for nobody's payouts but others': approves, stops, holds and lifts not their own", async () => {
    const [it, owner] = [await waiting(), await creator()];
    await database().user.update({ where: { id: it.seller.userId }, data: { role: "admin" } });
    expect(await agrees(it.payoutId, it.seller)).toMatchObject({ status: 403, body: { detail: expect.stringContaining("your own page") } });
    expect((await call(cancel, { params: { payoutId: it.payoutId }, body: { reason: "Mine" }, as: it.seller })).status).toBe(403);
    const ctx = await it.seller.ctx();
    const hold = { reason: "r", whatToDo: "w", endsAt: new Date(now().getTime() + 86_400_000).toISOString() };
    await expect(holdPayouts({ ctx, input: { creatorId: it.seller.creatorId, ...hold } })).rejects.toMatchObject({ code: "forbidden" });
    const system = systemContext("rule");
    const placed = await system.transaction((tx) => placeHold(tx, system, { creatorId: it.seller.creatorId, rule: "report", reason: "r", whatToDo: "w" }));
    await expect(liftHold({ ctx, input: { holdId: asId("payoutHold", placed ?? ""), reason: "Mine" } })).rejects.toMatchObject({ code: "forbidden" });
    await holdPayouts({ ctx, input: { creatorId: owner.creatorId, ...hold } });
    expect(await database().payoutApproval.count({ where: { payoutId: it.payoutId } })).toBe(0);
  });
});
