import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accounts, postTransaction } from "@/lib/commerce/ledger";
import { lastReconciliations, reconcile } from "@/lib/commerce/reconciliation";
import { stripe } from "@/lib/commerce/rails";
import { requestRefund } from "@/lib/commerce/refunds";
import { catchUpSubscriptions } from "@/lib/commerce/subscriptions";
import { shiftClock } from "@/lib/platform/clock";
import { systemContext } from "@/lib/platform/db";
import { asId } from "@/lib/platform/ids";
import { deliverOfAccount } from "../../support/payments";
import { closeWorld, database, drain, openWorld } from "../../support/world";
import { account, daysPass, payable, run, sells } from "../payouts/world";

beforeAll(() => openWorld());
afterAll(async () => {
  shiftClock(0);
  await closeWorld();
});
const look = () => reconcile(systemContext("test"));

describe("our books and the provider's", () => {
  it("agree to the cent after sales, refunds, payouts and returns, and the provider's movements make its balance", async () => {
    const [good, closed] = [await payable(), await payable({ bank: "000111111113" })];
    const saleId = await sells(good);
    await sells(good);
    await sells(closed);
    await requestRefund({ ctx: systemContext("test"), input: { saleId: asId("sale", saleId), amount: 700, reason: "x", initiator: "admin" } });
    await drain();
    await daysPass(8);
    await run();
    await drain();
    await daysPass(3);
    for (const seller of [good, closed]) await deliverOfAccount(await account(seller), "payout.");
    await drain();
    await catchUpSubscriptions(systemContext("test"), { limit: 500 });
    await daysPass(1);
    const outcome = await look();
    expect(outcome).toMatchObject({ difference: 0, lines: [], inFlight: 0 });
    expect(outcome.movements).toBeGreaterThan(5);
    const [kept] = await lastReconciliations(database());
    expect([kept?.movementsSum, kept?.ledgerSum]).toEqual([outcome.providerBalance, outcome.providerBalance]);
  });

  it("run again look at nothing twice", async () => {
    const before = await database().railMovement.count();
    expect(await look()).toMatchObject({ movements: 0, difference: 0 });
    expect(await database().railMovement.count()).toBe(before);
  });

  it("tell the exact lines of what only the provider knows: a refund of which we heard nothing", async () => {
    const seller = await payable();
    const sale = await database().sale.findUniqueOrThrow({ where: { id: await sells(seller) } });
    const { balance_transaction } = await stripe().refunds.create({ charge: sale.providerCharge, amount: 321 });
    expect(await look()).toMatchObject({ difference: 0, inFlight: -321 }); // a moment ago: on its way
    await daysPass(1);
    await sells(seller); // what is newer shows that the old ones are all there
    const outcome = await look();
    expect(outcome.difference).toBe(-321);
    expect(outcome.lines).toEqual([expect.objectContaining({ causeId: null, movementId: balance_transaction, provider: -321, ledger: 0 })]);
    expect((await lastReconciliations(database()))[0]?.lines).toHaveLength(1);
  });

  it("tell of what only we have booked", async () => {
    await database().$transaction((tx) => postTransaction(tx, { idempotencyKey: "ghost", kind: "adjustment", causeId: "ghost", description: "ghost", currency: "usd", occurredAt: new Date(), lines: [{ account: accounts.rail("stripe"), amount: 5, line: "x" }, { account: accounts.platformFees, amount: -5, line: "x" }] }));
    await daysPass(1);
    await sells(await payable());
    expect((await look()).lines).toContainEqual(expect.objectContaining({ causeId: "ghost", movementId: null, provider: 0, ledger: 5 }));
  });
});
