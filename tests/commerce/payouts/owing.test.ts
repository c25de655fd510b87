import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkLedger, creatorBalance, faultsOf } from "@/lib/commerce/ledger";
import { requestRefund } from "@/lib/commerce/refunds";
import { shiftClock } from "@/lib/platform/clock";
import { systemContext } from "@/lib/platform/db";
import { asId } from "@/lib/platform/ids";
import { deliverOfAccount } from "../../support/payments";
import { closeWorld, database, drain, openWorld } from "../../support/world";
import { account, daysPass, payable, payoutOf, run, sells } from "./world";

beforeAll(() => openWorld());
afterAll(async () => {
  shiftClock(0);
  await closeWorld();
});

const net = 2_000 - 200 - 88;

describe("a creator who owes, since what was paid out had to be returned", () => {
  it("is paid nothing and told so, has the next sales count against it, and is then paid what is above, to the cent", async () => {
    const seller = await payable();
    const balance = () => creatorBalance(database(), seller.creatorId, "usd");
    const sales = [await sells(seller), await sells(seller)];
    await daysPass(8);
    await run();
    await drain();
    expect((await payoutOf(seller))?.amount).toBe(2 * net);
    for (const saleId of sales) await requestRefund({ ctx: systemContext("test"), input: { saleId: asId("sale", saleId), reason: "A stolen card", initiator: "fraud" } });
    await drain();
    expect(await balance()).toBe(-2 * net);

    // One sale is not enough to make up for two.
    await sells(seller);
    await daysPass(9);
    await deliverOfAccount(await account(seller), "payout.");
    await drain();
    await run();
    expect(await balance()).toBe(-net);
    expect(await database().payout.count({ where: { creatorId: seller.creatorId } })).toBe(1);
    const note = await database().payoutNote.findFirstOrThrow({ where: { creatorId: seller.creatorId }, orderBy: { day: "desc" } });
    expect(note).toMatchObject({ code: "owed", text: expect.stringContaining("17.12") });

    await sells(seller);
    await sells(seller);
    await daysPass(9);
    await run();
    await drain();
    expect(await payoutOf(seller)).toMatchObject({ gross: net, amount: net });
    expect(await balance()).toBe(0);
    expect(faultsOf(await checkLedger(database()))).toEqual([]);
  });
});
