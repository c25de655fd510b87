import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as giftRoute } from "@/app/api/v1/gifts/route";
import { POST as redeemRoute } from "@/app/api/v1/gifts/redemption/route";
import { POST as confirmRoute } from "@/app/api/v1/orders/[orderId]/confirmation/route";
import { POST as tipRoute } from "@/app/api/v1/tips/route";
import { checkLedger, creatorBalance, faultsOf } from "@/lib/commerce/ledger";
import { catchUpOrders, readGift } from "@/lib/commerce/orders";
import { recordSale } from "@/lib/commerce/purchases";
import { requestRefund } from "@/lib/commerce/refunds";
import { unbookRefund } from "@/lib/commerce/refunds/book-refund";
import { standingOf, viewerStandings } from "@/lib/content/access";
import { days, later, shiftClock } from "@/lib/platform/clock";
import { countQueries, systemContext } from "@/lib/platform/db";
import { asId, newId } from "@/lib/platform/ids";
import { decided, disputed } from "../disputes/world";
import { cards, deliver, payAt, providerEvents } from "../../support/payments";
import type { Person } from "../../support/people";
import { type Answer, call, closeWorld, creator, database, drain, openWorld, person } from "../../support/world";

// Each call from an address of its own: the limit of payment pages is another test's.
beforeAll(() => openWorld({ TRUSTED_HOPS: "1" }));
let calls = 0;
const elsewhere = () => ({ "x-forwarded-for": `198.51.${100 + (calls >> 8)}.${(calls += 1) & 255}` });
afterAll(async () => {
  shiftClock(0);
  await closeWorld();
});

const tip = (as: Person, creatorId: string, body: object = {}): Promise<Answer> => call(tipRoute, { body: { creatorId, amount: 500, message: "Encore!", ...body }, as, headers: elsewhere() });
const confirm = (as: Person, orderId: string) => call(confirmRoute, { params: { orderId }, body: {}, as, headers: elsewhere() });

describe("a tip", () => {
  it("is paid once, read with its words, and booked to the cent", async () => {
    const [artist, fan] = [await creator(), await person()];
    const order = await tip(fan, artist.creatorId);
    expect(order.status).toBe(201);
    expect(await payAt(order.body.url)).toBe(303);
    expect((await confirm(fan, order.body.id)).body.state).toBe("paid");
    await confirm(fan, order.body.id);
    for (const event of await providerEvents([order.body.id])) await deliver(event);
    await drain();
    expect(await database().sale.count({ where: { creatorId: artist.creatorId } })).toBe(1);
    expect(await creatorBalance(database(), artist.creatorId, "usd")).toBe(500 - 50 - 45);
    expect(faultsOf(await checkLedger(database()))).toEqual([]);
  });

  it("tapped twice is one payment page, and so one tip", async () => {
    const [artist, fan] = [await creator(), await person()];
    const [one, other] = await Promise.all([tip(fan, artist.creatorId), tip(fan, artist.creatorId)]);
    expect(one.body.id).toBe(other.body.id);
    expect(await database().order.count({ where: { fanUserId: fan.userId } })).toBe(1);
    const again = await tip(fan, artist.creatorId, { amount: 700 });
    expect(again.body.id).not.toBe(one.body.id);
  });

  it("of a refused card books nothing, and can be paid with another", async () => {
    const [artist, fan] = [await creator(), await person()];
    const order = await tip(fan, artist.creatorId);
    await payAt(order.body.url, cards.declined);
    expect((await confirm(fan, order.body.id)).body.state).toBe("open");
    expect(await database().sale.count({ where: { creatorId: artist.creatorId } })).toBe(0);
    await payAt(order.body.url);
    expect((await confirm(fan, order.body.id)).body.state).toBe("paid");
  });

  it("is heard of although its payer and its webhooks were lost", async () => {
    const [artist, fan] = [await creator(), await person()];
    const order = await tip(fan, artist.creatorId);
    await payAt(order.body.url);
    shiftClock(20 * 60_000);
    await catchUpOrders(systemContext("test"), { until: new Date(Date.now() + 10_000) });
    shiftClock(0);
    expect(await creatorBalance(database(), artist.creatorId, "usd")).toBe(405);
  });

  it.each([[{ amount: -100 }], [{ amount: 0 }], [{ amount: 99 }], [{ amount: 10.5 }], [{ amount: 1_000_001 }], [{ amount: "5" }], [{ currency: "eur" }], [{ message: "x".repeat(281) }]])("of %j is refused, with what to change", async (body) => {
    const answer = await tip(await person(), (await creator()).creatorId, body);
    expect([answer.status, answer.body.invalidParams.length]).toEqual([400, 1]);
  });

  it("to oneself is refused, and to nobody is not found", async () => {
    const artist = await creator();
    expect((await tip(artist, artist.creatorId)).status).toBe(403);
    expect((await tip(artist, newId("creator"))).status).toBe(404);
  });

  it("of another is not there for whoever asks", async () => {
    const [artist, fan] = [await creator(), await person()];
    const order = await tip(fan, artist.creatorId);
    expect((await confirm(await person(), order.body.id)).status).toBe(404);
  });
});

describe("a membership as a gift", () => {
  const given = async () => {
    const [artist, giver] = [await creator({ tiers: [{ name: "Front row", minAmount: 800 }] }), await person()];
    const order = await call(giftRoute, { body: { tierId: artist.tiers[0]?.id, months: 3, message: "Happy birthday" }, as: giver, headers: elsewhere() });
    await payAt(order.body.url);
    const paid = await confirm(giver, order.body.id);
    return { artist, giver, order: paid.body, code: paid.body.giftLink.split("/").at(-1) as string };
  };
  const redeem = (as: Person, code: string) => call(redeemRoute, { body: { code }, as, headers: elsewhere() });
  const member = async (who: Person, creatorId: string, at: Date): Promise<boolean> => (await viewerStandings(database(), (await who.ctx()).actor, [creatorId], at))(creatorId).kind === "granted";

  it("costs the tier's minimum for each month, and opens it for whoever takes it first, until they are over", async () => {
    const { artist, order, code } = await given();
    expect([order.amount, order.redeemed]).toEqual([2400, false]);
    const [lucky, late] = [await person(), await person()];
    expect((await redeem(lucky, code)).status).toBe(200);
    expect((await redeem(lucky, code)).status).toBe(200);
    expect((await redeem(late, code)).status).toBe(409);
    expect(await member(lucky, artist.creatorId, later(new Date(), days(80)))).toBe(true);
    expect(await member(lucky, artist.creatorId, later(new Date(), days(95)))).toBe(false);
    expect(standingOf((await late.ctx()).actor, artist.creatorId, null).kind).toBe("stranger");
  });

  it("says whom it is from, and what it is to whoever opens its link", async () => {
    const { artist, giver, code } = await given();
    const lucky = await person();
    const reads = async (who: Person) => readGift(await who.ctx(), code);
    expect([(await reads(giver)).reader, (await reads(artist)).reader, (await reads(lucky)).reader]).toEqual(["giver", "creator", "guest"]);
    expect(await reads(lucky)).toMatchObject({ giver: (await database().user.findUniqueOrThrow({ where: { id: giver.userId } })).displayName, message: "Happy birthday", until: undefined });
    const { until } = (await redeem(lucky, code)).body;
    expect(await reads(lucky)).toMatchObject({ reader: "taker", state: "taken", until: new Date(until) });
    expect(await reads(await person())).toMatchObject({ reader: "guest", state: "taken", giver: "", message: "" });
  });

  it("whose payment went back says so to whoever opens it, taken or not", async () => {
    const [untaken, taken] = [await given(), await given()];
    const lucky = await person();
    await redeem(lucky, taken.code);
    for (const { order } of [untaken, taken]) {
      const sale = await database().sale.findUniqueOrThrow({ where: { orderId: order.id } });
      await requestRefund({ ctx: systemContext("test"), input: { saleId: asId("sale", sale.id), reason: "x", initiator: "fraud" } });
    }
    expect((await readGift(await lucky.ctx(), taken.code)).state).toBe("taken");
    await drain();
    expect((await readGift(await lucky.ctx(), taken.code)).state).toBe("ended");
    expect((await readGift(await untaken.giver.ctx(), untaken.code)).state).toBe("gone");
  });

  it("raced by two is taken by one", async () => {
    const { code } = await given();
    const answers = await Promise.all([redeem(await person(), code), redeem(await person(), code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it("whose payment was returned opens nothing", async () => {
    const { artist, order, code } = await given();
    const lucky = await person();
    await redeem(lucky, code);
    const sale = await database().sale.findUniqueOrThrow({ where: { orderId: order.id } });
    await requestRefund({ ctx: systemContext("test"), input: { saleId: asId("sale", sale.id), reason: "x", initiator: "admin" } });
    await drain();
    expect(await member(lucky, artist.creatorId, later(new Date(), 1_000))).toBe(false);
  });

  it("whose payment a bank took back opens nothing and cannot be taken while it has it; won back, it opens what is left of its months", async () => {
    const { artist, giver, order, code } = await given();
    const sale = await database().sale.findUniqueOrThrow({ where: { orderId: order.id } });
    const it = { seller: artist, fan: giver, saleId: sale.id, charge: sale.providerCharge };
    const lucky = await person();
    await redeem(lucky, code);
    await disputed(it);
    expect(await member(lucky, artist.creatorId, later(new Date(), 1_000))).toBe(false);
    await decided(it, "won");
    expect([await member(lucky, artist.creatorId, later(new Date(), days(80))), await member(lucky, artist.creatorId, later(new Date(), days(95)))]).toEqual([true, false]);
  });

  it("not taken yet cannot be taken while a bank has its payment, nor when it was lost", async () => {
    const { artist, giver, order, code } = await given();
    const sale = await database().sale.findUniqueOrThrow({ where: { orderId: order.id } });
    const it = { seller: artist, fan: giver, saleId: sale.id, charge: sale.providerCharge };
    await disputed(it);
    expect((await redeem(await person(), code)).status).toBe(409);
    await decided(it, "lost");
    expect((await redeem(await person(), code)).status).toBe(409);
    expect(await database().grant.count({ where: { sourceId: order.id } })).toBe(0);
  });

  it("whose refund came back opens what is left of its months", async () => {
    const { artist, order, code } = await given();
    const lucky = await person();
    await redeem(lucky, code);
    const sale = await database().sale.findUniqueOrThrow({ where: { orderId: order.id } });
    const id = await requestRefund({ ctx: systemContext("test"), input: { saleId: asId("sale", sale.id), reason: "x", initiator: "admin" } });
    await drain();
    expect(await member(lucky, artist.creatorId, later(new Date(), 1_000))).toBe(false);
    const [refund, ctx] = [await database().refund.findUniqueOrThrow({ where: { id } }), systemContext("test")];
    await ctx.transaction((tx) => unbookRefund(tx, ctx, refund, { reason: "the account is closed", at: ctx.now }));
    await drain();
    expect(await member(lucky, artist.creatorId, later(new Date(), 1_000))).toBe(true);
  });

  it("is not for the page itself, has no other months than ours, and no code is guessed", async () => {
    const { artist, code } = await given();
    expect((await redeem(artist, code)).status).toBe(409);
    expect((await call(giftRoute, { body: { tierId: artist.tiers[0]?.id, months: 2 }, as: await person(), headers: elsewhere() })).status).toBe(400);
    expect((await redeem(await person(), "0".repeat(24))).status).toBe(404);
    expect((await redeem(await person(), "short")).status).toBe(400);
  });
});

describe("one sale", () => {
  it("is booked in eight statements at most, and shared with who agreed", async () => {
    const [page, friend, fan] = [await creator(), await creator(), await person()];
    const ctx = systemContext("test");
    const sell = (n: number, at: Date) => ctx.transaction((tx) => recordSale(tx, ctx, { rail: "stripe", kind: "subscription", creatorId: page.creatorId, fanUserId: fan.userId, tierId: null, payment: { chargeId: `ch_${page.creatorId}${n}`, invoiceId: undefined, balanceTransactionId: "txn", gross: 1001, fee: 59, currency: "usd", paidAt: at } }));
    await sell(1, new Date());
    const { statements } = await countQueries(() => sell(2, new Date()));
    const work = statements.filter(({ text }) => !/^(BEGIN|COMMIT)/u.test(text));
    expect(work.length).toBeLessThanOrEqual(8);
    await database().revenueSplit.create({ data: { id: newId("split"), creatorId: page.creatorId, collaboratorId: friend.creatorId, shareBps: 3333, proposedAt: new Date(), acceptedAt: new Date() } });
    const before = await creatorBalance(database(), page.creatorId, "usd");
    await sell(3, later(new Date(), 1_000));
    const [mine, theirs] = [(await creatorBalance(database(), page.creatorId, "usd")) - before, await creatorBalance(database(), friend.creatorId, "usd")];
    expect(mine + theirs).toBe(1001 - 100 - 59);
    expect(theirs).toBe(280);
  });
});
