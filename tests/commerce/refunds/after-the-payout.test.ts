import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as refundRoute } from "@/app/api/v1/sales/[saleId]/refunds/route";
import { checkLedger, creatorBalance, faultsOf } from "@/lib/commerce/ledger";
import { requestRefund } from "@/lib/commerce/refunds";
import { acceptSplit, proposeSplit } from "@/lib/commerce/splits";
import { shiftClock } from "@/lib/platform/clock";
import { asId } from "@/lib/platform/ids";
import type { Creator, Person } from "../../support/people";
import { auditTrail, call, closeWorld, creator, database, drain, openWorld, person } from "../../support/world";
import { daysPass, payable, payoutOf, run, sells } from "../payouts/world";

beforeAll(() => openWorld());
afterAll(async () => {
  shiftClock(0);
  await closeWorld();
});

const refund = (as: Person, saleId: string, body: object = {}) => call(refundRoute, { params: { saleId }, body: { reason: "Sorry", ...body }, as });
const balance = ({ creatorId }: Creator) => creatorBalance(database(), creatorId, "usd");

describe("what a page returns", () => {
  it("is not what was paid out to its bank: card in, bank out, card back is refused, and an administrator decides", async () => {
    const seller = await payable();
    const [ctx, sales] = [await seller.ctx(), [await sells(seller), await sells(seller)]];
    await daysPass(8);
    await run();
    await drain();
    expect((await payoutOf(seller))?.state).toBe("in_transit");
    for (const saleId of sales) await expect(requestRefund({ ctx, input: { saleId: asId("sale", saleId), reason: "x", initiator: "creator" } })).rejects.toMatchObject({ code: "conflict", message: expect.stringMatching(/takes \$17\.12 from your balance, and \$0\.00 is there.*write to us/u) });
    await drain();
    expect(await balance(seller)).toBe(0);
    expect((await refund(await person({ role: "admin" }), sales[0] ?? "")).status).toBe(201);
    await drain();
    expect(await balance(seller)).toBe(-1_712);
  });

  it("is counted with what is on its way back, also from many windows at once", async () => {
    const seller = await payable();
    const [ctx, sales] = [await seller.ctx(), [await sells(seller), await sells(seller)]];
    // What one sale brought is gone.
    await daysPass(8);
    await run();
    await drain();
    sales.push(await sells(seller));
    const asked = await Promise.allSettled(sales.map((saleId) => requestRefund({ ctx, input: { saleId: asId("sale", saleId), reason: "x", initiator: "creator" } })));
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await drain();
    // The card's fee of the one that was returned, and no more, is owed.
    expect(await balance(seller)).toBe(-88);
    expect(faultsOf(await checkLedger(database()))).toEqual([]);
  });

  it("is not what a page it shared with has taken away", async () => {
    const [seller, friend] = [await creator({ tiers: [{ name: "Front row", minAmount: 2_000 }] }), await payable()];
    const { id } = await proposeSplit({ ctx: await seller.ctx(), input: { handle: friend.handle, shareBps: 9_900, startsOn: null } });
    await acceptSplit({ ctx: await friend.ctx(), input: { splitId: asId("split", id) } });
    const ctx = await seller.ctx();
    await daysPass(0.01);
    const saleId = await sells(seller);
    expect(await balance(friend)).toBeGreaterThan(1_000);
    await daysPass(8);
    await run();
    await drain();
    expect(await balance(friend)).toBe(0);
    await expect(requestRefund({ ctx, input: { saleId: asId("sale", saleId), reason: "x", initiator: "creator" } })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("page you shared this payment with") });
  });

  it("is the page's own doing though its owner is an administrator: the card's fee is theirs", async () => {
    const seller = await creator({ tiers: [{ name: "Front row", minAmount: 2_000 }] });
    const saleId = await sells(seller);
    await database().user.update({ where: { id: seller.userId }, data: { role: "admin" } });
    const answer = await refund(seller, saleId);
    expect([answer.status, answer.body.initiator]).toEqual([201, "creator"]);
    await drain();
    expect(await balance(seller)).toBe(-88);
    expect((await auditTrail(answer.body.id)).map(({ action }) => action)).toEqual(["refund.requested", "refund.succeeded"]);
  });
});
