import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accounts, checkLedger, creatorBalance, faultsOf, postTransaction } from "@/lib/commerce/ledger";
import { mostAtOnce } from "@/lib/commerce/payouts/rules";
import { days, later, now, shiftClock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Creator } from "../../support/people";
import { closeWorld, database, openWorld } from "../../support/world";
import { daysPass, payable, payoutOf, run, sells } from "./world";

beforeAll(() => openWorld());
afterAll(async () => {
  shiftClock(0);
  await closeWorld();
});

const gets = ({ creatorId }: Creator, amount: number) => database().$transaction((tx) => postTransaction(tx, { idempotencyKey: `test:${creatorId}`, kind: "adjustment", causeId: newId("sale"), description: "x", currency: "usd", occurredAt: later(now(), -days(3)), lines: [{ account: accounts.rail("stripe"), amount, line: "x" }, { account: accounts.creator(creatorId), amount: -amount, line: "x" }] }));

describe("a run with a balance beyond what a payout can be", () => {
  it("pays everyone else, and of this one the most there is, then the rest on the days after", async () => {
    const [rich, honest] = [await payable(), await payable()];
    await sells(honest);
    await gets(rich, 2_200_000_000);
    await daysPass(8);
    await run();
    expect(await payoutOf(honest)).toMatchObject({ gross: 1_712 });
    expect(await payoutOf(rich)).toMatchObject({ gross: mostAtOnce, state: "awaiting_approval" });
    expect(await creatorBalance(database(), rich.creatorId, "usd")).toBe(2_200_000_000 - mostAtOnce);
    expect(faultsOf(await checkLedger(database()))).toEqual([]);
    // The first has arrived: what it left is settled by the next, to the cent.
    await database().payout.updateMany({ where: { creatorId: rich.creatorId }, data: { state: "paid" } });
    await daysPass(1);
    await run();
    expect((await database().payout.findMany({ where: { creatorId: rich.creatorId } })).map(({ gross }) => gross)).toEqual([mostAtOnce, mostAtOnce]);
    expect(faultsOf(await checkLedger(database()))).toEqual([]);
  });

  it("notes why it is not paid, and goes on with the others, though the amount is beyond the column", async () => {
    const [rich, honest] = [await payable({ schedule: "manual" }), await payable()];
    await sells(honest);
    await gets(rich, 2_200_000_000);
    await daysPass(8);
    await run();
    expect(await database().payoutNote.count({ where: { creatorId: rich.creatorId, code: "not_today" } })).toBeGreaterThan(0);
    expect(await payoutOf(honest)).toMatchObject({ gross: 1_712 });
  });

  it("whose one row is refused by the database is begun for everybody else", async () => {
    const [broken, honest] = [await payable(), await payable()];
    for (const seller of [broken, honest]) await sells(seller);
    await daysPass(8);
    await database().$executeRawUnsafe(`ALTER TABLE "Payout" ADD CONSTRAINT test_refuses CHECK ("creatorId" <> '${broken.creatorId}')`);
    await run();
    await database().$executeRawUnsafe(`ALTER TABLE "Payout" DROP CONSTRAINT test_refuses`);
    expect([await payoutOf(broken), await payoutOf(honest)]).toEqual([null, expect.objectContaining({ gross: 1_712 })]);
  });
});
