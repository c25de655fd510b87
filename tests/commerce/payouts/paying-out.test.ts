import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { POST as approve } from "@/app/api/v1/payouts/[payoutId]/approval/route";
import { POST as request } from "@/app/api/v1/payouts/route";
import { GET as status } from "@/app/api/v1/payout-account/route";
import { POST as hold } from "@/app/api/v1/creators/[creatorId]/payout-holds/route";
import { accounts, accountSum, checkLedger, creatorBalances, faultsOf } from "@/lib/commerce/ledger";
import { catchUpPayouts } from "@/lib/commerce/payouts";
import { stripe } from "@/lib/commerce/rails";
import { catchUpSubscriptions } from "@/lib/commerce/subscriptions";
import { shiftClock } from "@/lib/platform/clock";
import { systemContext } from "@/lib/platform/db";
import { deliverOfAccount, setDouble } from "../../support/payments";
import { call, closeWorld, database, drain, openWorld, person } from "../../support/world";
import { account, daysPass, payable, payoutOf, run, sells } from "./world";

beforeAll(() => openWorld());
afterEach(async () => {
  // Months go by in these tests: what was renewed at the provider is heard of. Then, whatever happened, the books are whole and what we think the provider holds is what it holds.
  await catchUpSubscriptions(systemContext("test"), { limit: 500 });
  expect(faultsOf(await checkLedger(database()))).toEqual([]);
  const { available, pending } = await stripe().balance.retrieve();
  const theirs = [...available, ...pending].filter(({ currency }) => currency === "usd").reduce((sum, { amount }) => sum + amount, 0);
  expect(await accountSum(database(), accounts.rail("stripe"), "usd")).toBe(theirs);
});
afterAll(async () => {
  shiftClock(0);
  await closeWorld();
});

const net = 2_000 - 200 - 88;

describe("the daily run", () => {
  it("pays what is a week old, once, to the bank, and says which lines it settles", async () => {
    const seller = await payable();
    const saleId = await sells(seller);
    await run();
    expect(await payoutOf(seller)).toBeNull();
    await daysPass(8);
    await sells(seller); // of today: not in it
    await run();
    await drain();
    const payout = await payoutOf(seller);
    expect(payout).toMatchObject({ gross: net, withheld: 0, amount: net, state: "in_transit", bankLast4: "6789" });
    const settled = await database().payoutEntry.findMany({ where: { payoutId: payout?.id ?? "" }, include: { entry: { include: { transaction: true } } } });
    expect(new Set(settled.map(({ entry }) => entry.transaction.causeId))).toEqual(new Set([saleId, payout?.id]));
    await daysPass(3);
    await deliverOfAccount(await account(seller), "payout.");
    await drain();
    expect((await payoutOf(seller))?.state).toBe("paid");
    expect(await database().sentMail.count({ where: { category: "payout-paid" } })).toBe(1);
    expect(await creatorBalances(database(), seller.creatorId, "usd")).toEqual({ available: net, held: 0, inPayout: 0 });
  });

  it("raced by another and by itself pays once", async () => {
    const sellers = [await payable(), await payable(), await payable()];
    for (const seller of sellers) await sells(seller);
    await daysPass(8);
    await Promise.all([run(), run(), run()]);
    await run();
    await Promise.all([drain(), drain()]);
    for (const seller of sellers) {
      expect(await database().payout.count({ where: { creatorId: seller.creatorId } })).toBe(1);
      const received = await stripe().balance.retrieve({}, { stripeAccount: await account(seller) });
      const transfers = await stripe().transfers.list({ destination: await account(seller) });
      expect([transfers.data.map(({ amount }) => amount), received.available[0]?.amount ?? 0]).toEqual([[net], 0]);
    }
  });

  it("withholds 24 % from who has given no tax form, and books it apart", async () => {
    const seller = await payable({ form: false });
    await sells(seller);
    await daysPass(8);
    await run();
    await drain();
    const withheld = Math.round(net * 0.24);
    expect(await payoutOf(seller)).toMatchObject({ gross: net, withheld, amount: net - withheld, state: "in_transit" });
    expect(-(await accountSum(database(), accounts.withheldTax, "usd"))).toBe(withheld);
  });

  it("tells everyone whom it does not pay why, once a day", async () => {
    const [closed, weekly] = [await payable({ bank: "000123456789" }), await payable({ schedule: "manual" })];
    await setDouble("disable-payouts", { account: await account(closed) });
    await deliverOfAccount(await account(closed), "account.");
    for (const seller of [closed, weekly]) await sells(seller);
    await daysPass(8);
    await run();
    await run();
    const notes = await database().payoutNote.findMany({ where: { creatorId: { in: [closed.creatorId, weekly.creatorId] } }, orderBy: { code: "asc" } });
    expect(notes.map(({ code }) => code)).toEqual(["account_incomplete", "not_today"]);
    const told = await call(status, { as: weekly });
    expect(told.body.notes[0].text).toContain("ask for your payouts yourself");
    expect(told.body.next).toEqual({ pays: net, reason: null, payday: null });
  });
});

describe("a payout that does not arrive", () => {
  it("comes back whole, is held until the bank is changed, and is paid anew after that and three days", async () => {
    const seller = await payable({ bank: "000111111113" });
    await sells(seller);
    await daysPass(8);
    await run();
    await drain();
    await daysPass(3);
    await deliverOfAccount(await account(seller), "payout.");
    await drain();
    expect(await payoutOf(seller)).toMatchObject({ state: "returned", failureCode: "account_closed" });
    expect((await creatorBalances(database(), seller.creatorId, "usd")).available).toBe(net);
    await daysPass(1);
    await run();
    expect((await database().payoutNote.findFirst({ where: { creatorId: seller.creatorId }, orderBy: { day: "desc" } }))?.code).toBe("held");

    await setDouble("swap-bank", { account: await account(seller), number: "000123456789" });
    await deliverOfAccount(await account(seller), "account.");
    await drain();
    expect((await database().payoutHold.findFirstOrThrow({ where: { creatorId: seller.creatorId, liftedAt: null } })).rule).toBe("bank-changed");
    await daysPass(4);
    await run();
    await drain();
    await daysPass(3);
    await catchUpPayouts(systemContext("test"), { until: new Date(Date.now() + 10_000) }); // every webhook lost
    expect(await payoutOf(seller)).toMatchObject({ state: "paid", gross: net });
  });

  it("flips after it was paid, and the money is counted again", async () => {
    const seller = await payable();
    await sells(seller);
    await daysPass(8);
    await run();
    await drain();
    await daysPass(3);
    await deliverOfAccount(await account(seller), "payout.");
    await drain();
    const payout = await payoutOf(seller);
    expect(payout?.state).toBe("paid");
    await setDouble("fail-payout", { account: await account(seller), payout: payout?.providerId });
    await deliverOfAccount(await account(seller), "payout.");
    await drain();
    expect((await payoutOf(seller))?.state).toBe("returned");
    expect((await creatorBalances(database(), seller.creatorId, "usd")).available).toBe(net);
  });

  it("is stopped when the bank was swapped between its beginning and its sending", async () => {
    const seller = await payable();
    await sells(seller);
    await daysPass(8);
    await run();
    await setDouble("swap-bank", { account: await account(seller), number: "000999999991" });
    await drain();
    expect((await payoutOf(seller))?.state).toBe("cancelled");
    expect((await stripe().transfers.list({ destination: await account(seller) })).data).toEqual([]);
    expect((await creatorBalances(database(), seller.creatorId, "usd")).available).toBe(net);
  });

  it("waits while the provider is away, and is sent once it answers", async () => {
    const seller = await payable();
    await sells(seller);
    await daysPass(8);
    await run();
    await setDouble("outage", { seconds: 2 });
    await drain();
    expect((await payoutOf(seller))?.state).toBe("pending");
    await setDouble("outage", { seconds: 0 });
    await daysPass(1);
    await catchUpPayouts(systemContext("test"), { until: new Date(Date.now() + 10_000) });
    await drain();
    expect((await payoutOf(seller))?.state).toBe("in_transit");
  });
});

describe("people who answer for payouts", () => {
  it("two of them agree above the limit; one alone, twice, is not two", async () => {
    const seller = await payable();
    await sells(seller, 1);
    await daysPass(8);
    await run();
    const payout = await payoutOf(seller);
    expect(payout?.state).toBe("awaiting_approval");
    const [one, other] = [await person({ role: "admin" }), await person({ role: "admin" })];
    const yes = (as: typeof one) => call(approve, { params: { payoutId: payout?.id ?? "" }, body: { reason: "Known artist" }, as });
    expect((await yes(one)).body).toEqual({ approvals: 1 });
    expect((await yes(one)).status).toBe(409);
    expect((await yes(seller)).status).toBe(404);
    await drain();
    expect((await payoutOf(seller))?.state).toBe("awaiting_approval");
    expect((await yes(other)).body).toEqual({ approvals: 2 });
    await drain();
    expect((await payoutOf(seller))?.state).toBe("in_transit");
  });

  it("hold them with a reason, an end and a way out that the creator reads", async () => {
    const seller = await payable();
    await sells(seller);
    await daysPass(8);
    const body = { reason: "We check a report.", whatToDo: "Nothing; we write to you.", endsAt: new Date(Date.now() + 40 * 86_400_000).toISOString() };
    const answer = await call(hold, { params: { creatorId: seller.creatorId }, body: { ...body, endsAt: "2020-01-01T00:00:00Z" }, as: await person({ role: "admin" }) });
    expect(answer.status).toBe(400);
    const later = { ...body, endsAt: "2030-01-01T00:00:00Z" };
    expect((await call(hold, { params: { creatorId: seller.creatorId }, body: later, as: await person({ role: "admin" }) })).status).toBe(204);
    await run();
    expect(await payoutOf(seller)).toBeNull();
    const told = await call(status, { as: seller });
    expect(told.body.holds).toEqual([expect.objectContaining({ reason: body.reason, whatToDo: body.whatToDo, byUs: true, endsAt: "2030-01-01T00:00:00.000Z" })]);
    await drain();
    expect(await database().sentMail.count({ where: { category: "payout-held" } })).toBeGreaterThan(0);
  });
});

describe("asking for it now", () => {
  it("is instant where the bank takes it, for one per cent, and only once", async () => {
    const seller = await payable({ schedule: "manual" });
    await sells(seller);
    await daysPass(8);
    const answer = await call(request, { body: { method: "instant" }, as: seller });
    expect([answer.status, answer.body.fee, answer.body.amount]).toEqual([201, 50, net - 50]);
    expect((await call(request, { body: { method: "instant" }, as: seller })).status).toBe(409);
    await drain();
    expect((await payoutOf(seller))?.state).toMatch(/in_transit|paid/u);
  });

  it("says why when it cannot be", async () => {
    const slow = await payable({ bank: "000999999991", schedule: "manual" });
    await sells(slow);
    expect((await call(request, { body: { method: "standard" }, as: slow })).body.detail).toContain("younger than seven days");
    await daysPass(8);
    expect((await call(request, { body: { method: "instant" }, as: slow })).body.detail).toContain("does not take instant");
    expect((await call(request, { body: { method: "gold" }, as: slow })).status).toBe(400);
  });
});
