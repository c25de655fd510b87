import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as checkoutRoute } from "@/app/api/v1/checkouts/route";
import { GET as offerRoute } from "@/app/api/v1/creators/[creatorId]/promotion/route";
import { GET as listRoute } from "@/app/api/v1/promotions/route";
import { confirmCheckout, readSheet, startCheckout, syncCheckout } from "@/lib/commerce/checkout";
import { checkLedger } from "@/lib/commerce/ledger";
import { receiptFacts } from "@/lib/commerce/papers/receipts/facts";
import { receiptBlocks } from "@/lib/commerce/papers/receipts/words";
import { archivePromotion, makePromotion, promotionsOf, type PromotionView } from "@/lib/commerce/promotions";
import type { PromotionInput } from "@/lib/commerce/promotions/schema";
import { stripe } from "@/lib/commerce/rails";
import { syncSubscription } from "@/lib/commerce/subscriptions";
import { anonymous, createContext, systemContext } from "@/lib/platform/db";
import { asId } from "@/lib/platform/ids";
import { mailsTo } from "../../support/cloud";
import { deliver, payAt, providerEvents } from "../../support/payments";
import type { Creator } from "../../support/people";
import { call as callFrom, type Call, closeWorld, creator, database, drain, openWorld, person } from "../../support/world";
import { daysGoBy, daysUntil, member, tiers } from "../subscriptions/support";

beforeAll(() => openWorld({ TRUSTED_HOPS: "1" }));
afterAll(() => closeWorld());

let address = 0;
/** Each call comes from somewhere else, so that no test is slowed by another. */
const call = (handler: Parameters<typeof callFrom>[0], input: Call) => callFrom(handler, { ...input, headers: { "x-forwarded-for": `10.1.${Math.floor((address += 1) / 250)}.${address % 250}`, ...input.headers } });
const makes = async (maker: Creator, input: Partial<PromotionInput> = {}): Promise<PromotionView> =>
  makePromotion({ ctx: await maker.ctx(), input: { code: "SPRING", percentOff: input.amountOff ? null : 50, amountOff: null, currency: "usd", duration: "once", months: null, tierIds: [], mostRedemptions: null, lastDay: null, ...input } });
const salesOf = async (subscriptionId: string) => (await database().sale.findMany({ where: { subscriptionId }, orderBy: { occurredAt: "asc" } })).map(({ gross, discount }) => [gross, discount]);
const tierOf = (maker: Creator, at = 0) => maker.tiers[at]?.id ?? "";
const tries = async (maker: Creator, code: string, body: object = {}) => call(checkoutRoute, { as: await person(), body: { tierId: tierOf(maker), amount: 500, code, ...body } });
const whyNot = (answer: { body: { invalidParams?: { name: string; reason: string }[] } }) => answer.body.invalidParams?.[0];

describe("a code for the first payment", () => {
  it("takes its part off once; booked, shared and receipted is what was paid, and the next payment is whole", async () => {
    const maker = await creator({ name: "Marisol", tiers });
    await makes(maker);
    const one = await member({ maker, tier: 1, amount: 1000, code: "SPRING" });
    expect(await one.row()).toMatchObject({ amount: 1000 });
    const first = await database().sale.findFirstOrThrow({ where: { subscriptionId: one.subscriptionId } });
    expect(first).toMatchObject({ gross: 500, platformFee: 50, discount: 500, interval: "month" });
    expect(first.net).toBe(500 - 50 - first.processingFee);
    const mail = JSON.stringify((await mailsTo(one.fan.email))[0]);
    for (const part of ["Price: $10.00", "With the code SPRING: −$5.00", "The next payment, $10.00, is on"]) expect(mail).toContain(part);
    const facts = await receiptFacts(one.ctx(), first.id);
    expect(JSON.stringify(receiptBlocks(facts))).toContain("−$5.00, by the code SPRING");
    await daysGoBy(daysUntil((await one.row()).currentPeriodEnd), [one]);
    expect(await salesOf(one.subscriptionId)).toEqual([[500, 500], [1000, 0]]);
    expect(await checkLedger(database())).toMatchObject({ unbalanced: 0, salesAstray: 0 });
    const [listed] = (await promotionsOf(one.ctx(), maker.creatorId, { limit: 10, cursor: undefined })).data;
    expect(listed).toMatchObject({ code: "SPRING", redeemed: 1, held: 0, paid: 1500, state: "open", words: "50 % off the first payment" });
  });
});

describe("a code for some months, and one for ever", () => {
  it("hold for exactly so many payments, and for all", async () => {
    const maker = await creator({ tiers });
    await makes(maker, { code: "TWO", duration: "months", months: 2, percentOff: null, amountOff: 200 });
    await makes(maker, { code: "EVER", duration: "forever", percentOff: 33 });
    const [two, ever] = [await member({ maker, code: "TWO", amount: 500 }), await member({ maker, code: "EVER", amount: 501 })];
    for (let i = 0; i < 3; i += 1) await daysGoBy(daysUntil((await two.row()).currentPeriodEnd), [two, ever]);
    expect((await salesOf(two.subscriptionId)).map(([gross]) => gross)).toEqual([300, 300, 500, 500]);
    expect((await salesOf(ever.subscriptionId)).map(([gross]) => gross)).toEqual([336, 336, 336, 336]);
  });
});

describe("a free beginning", () => {
  it("needs a card, opens everything, books nothing, and is paid for from the next month on", async () => {
    const maker = await creator({ tiers });
    await makes(maker, { code: "FREE", percentOff: 100 });
    const fan = await person();
    const checkout = await startCheckout({ ctx: await fan.ctx(), input: { tierId: asId("tier", tierOf(maker)), amount: 500, currency: "usd", code: "FREE" } });
    expect(checkout).toMatchObject({ amount: 500, dueNow: 0, code: "FREE" });
    const session = await stripe().checkout.sessions.retrieve(/cs_test_\w+/u.exec(checkout.url ?? "")?.[0] ?? "");
    expect(session).toMatchObject({ amount_total: 0, payment_method_collection: "always" });

    const one = await member({ maker, code: "FREE" });
    expect(await salesOf(one.subscriptionId)).toEqual([]);
    expect(await one.sees()).toBe(true);
    await one.hears();
    expect(await one.sees()).toBe(true);
    const until = (await one.row()).currentPeriodEnd;
    await daysGoBy(daysUntil(until), [one]);
    expect((await salesOf(one.subscriptionId)).map(([gross]) => gross)).toEqual([500]);
    expect((await one.row()).currentPeriodEnd.getTime()).toBeGreaterThan(until.getTime());
  });

  it("whose first real payment is refused is open no longer than the grace, however often the provider is asked", async () => {
    const maker = await creator({ tiers });
    await makes(maker, { code: "FREE", percentOff: 100 });
    const one = await member({ maker, code: "FREE", card: "4000000000000341" });
    const until = (await one.row()).currentPeriodEnd;
    await daysGoBy(daysUntil(until), [one]);
    await one.hears();
    expect(await one.row()).toMatchObject({ status: "past_due", currentPeriodEnd: until });
    await daysGoBy(10, [one]);
    expect(await one.sees()).toBe(false);
    expect(await salesOf(one.subscriptionId)).toEqual([]);
  });
});

describe("a code is refused, with the reason beside it and nothing charged", () => {
  it("when it is unknown, run out, archived, another tier's, for months only, beside a trial, or leaves too little for a card", async () => {
    const maker = await creator({ tiers });
    const other = await creator({ tiers });
    await makes(other, { code: "THEIRS" });
    await makes(maker, { code: "UPPER", tierIds: [asId("tier", tierOf(maker, 1))] });
    await makes(maker, { code: "MONTHLY", duration: "months", months: 3 });
    await makes(maker, { code: "NINETY", percentOff: 93 });
    const gone = await makes(maker, { code: "GONE" });
    await makes(maker, { code: "PAST" });
    await database().promotion.updateMany({ where: { creatorId: maker.creatorId, code: "PAST" }, data: { endsAt: new Date(Date.now() - 1_000) } });
    await archivePromotion({ ctx: await maker.ctx(), input: { promotionId: gone.id } });
    await archivePromotion({ ctx: await maker.ctx(), input: { promotionId: gone.id } });
    await database().tier.update({ where: { id: tierOf(maker) }, data: { annualAmount: 5000, trialDays: 7 } });
    const said = async (code: string, body: object = {}) => whyNot(await tries(maker, code, body));
    for (const code of ["NOTHING", "THEIRS"]) expect(await said(code)).toMatchObject({ name: "body.code", reason: expect.stringContaining("no such code") });
    expect((await said("PAST"))?.reason).toContain("run out");
    expect((await said("GONE"))?.reason).toContain("not given out any more");
    expect((await said("UPPER"))?.reason).toContain("another tier");
    expect((await said("MONTHLY", { interval: "year", amount: 5000 }))?.reason).toContain("by the month");
    expect((await said("MONTHLY", { trial: true }))?.reason).toContain("trial");
    expect((await said("NINETY", { amount: 706 }))?.reason).toContain("choose $7.08 or more");
    expect(await said("NINETY", { amount: 708 })).toBeUndefined();
    for (const code of ["A", "", "SPRING 20", "x'; DROP", "SPRING-20", "Ä".repeat(5), "A".repeat(31), 7, null]) expect((await call(checkoutRoute, { as: await person(), body: { tierId: tierOf(maker), amount: 500, code } })).status).toBe(400);
    expect(await database().sale.count({ where: { creatorId: maker.creatorId } })).toBe(0);
    // Without the code the same page joins.
    expect((await call(checkoutRoute, { as: await person(), body: { tierId: tierOf(maker), amount: 500 } })).status).toBe(201);
  });

  it("on one's own page, and a second time on the same page, whichever code it is", async () => {
    const maker = await creator({ tiers });
    await makes(maker, { code: "ONE" });
    await makes(maker, { code: "OTHER" });
    expect((await call(checkoutRoute, { as: maker, body: { tierId: tierOf(maker), amount: 500, code: "ONE" } })).status).toBe(403);
    const one = await member({ maker, code: " one " }).catch(() => undefined);
    expect(one).toBeUndefined(); // past the schema nothing trims
    const two = await member({ maker, code: "ONE" });
    await stripe().subscriptions.cancel((await two.row()).providerId);
    await two.hears();
    const again = await call(checkoutRoute, { as: two.fan, body: { tierId: tierOf(maker), amount: 500, code: "other" } });
    expect(whyNot(again)?.reason).toContain("already");
    const read = await call(offerRoute, { method: "GET", as: two.fan, params: { creatorId: maker.creatorId }, query: { code: "other" } });
    expect(read.status).toBe(400);
    expect((await call(offerRoute, { method: "GET", params: { creatorId: maker.creatorId }, query: { code: " other " } })).body).toMatchObject({ code: "OTHER", percentOff: 50, duration: "once" });
    expect((await call(offerRoute, { method: "GET", params: { creatorId: maker.creatorId }, query: { code: "nowhere" } })).status).toBe(400);
  });
});

describe("the last redemption", () => {
  it("goes to one of many who want it at once, is held while their page is open, and comes back when it expires", async () => {
    const maker = await creator({ tiers });
    const made = await makes(maker, { code: "LAST", mostRedemptions: 2 });
    const fans = await Promise.all(Array.from({ length: 6 }, () => person()));
    const answers = await Promise.all(fans.map((as) => call(checkoutRoute, { as, body: { tierId: tierOf(maker), amount: 500, code: "LAST" } })));
    expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(2);
    expect(answers.filter(({ status }) => status !== 201).every((answer) => whyNot(answer)?.reason.includes("as often as it may"))).toBe(true);
    const [holder, other] = answers.flatMap((answer, i) => (answer.status === 201 ? [{ fan: fans[i], id: answer.body.id as string, url: answer.body.url as string }] : []));
    if (!holder?.fan || !other?.fan) throw new Error("two hold it");
    // A second tap is the same page, and takes no other.
    const tap = await call(checkoutRoute, { as: holder.fan, body: { tierId: tierOf(maker), amount: 500, code: "last" } });
    expect(tap.body.url).toBe(holder.url);

    const row = await database().checkout.findUniqueOrThrow({ where: { id: holder.id } });
    await stripe().checkout.sessions.expire(row.providerId ?? "");
    await syncCheckout(systemContext("test"), holder.id);
    await payAt(other.url);
    await confirmCheckout({ ctx: await other.fan.ctx(), input: { checkoutId: asId("checkout", other.id) } });
    const late = await tries(maker, "LAST");
    expect(late.status).toBe(201);
    expect((await tries(maker, "LAST")).status).toBe(400);
    await payAt(late.body.url);
    await syncCheckout(systemContext("test"), late.body.id);
    expect(await database().checkout.count({ where: { promotionId: made.id, state: "completed" } })).toBe(2);
    expect((await call(listRoute, { method: "GET", as: maker })).body.data[0]).toMatchObject({ state: "used up", redeemed: 2, held: 0 });
  });

  it("is found to be free again when a page's time is over, although nobody has told us", async () => {
    const maker = await creator({ tiers });
    await makes(maker, { code: "SILENT", mostRedemptions: 1 });
    const first = await tries(maker, "SILENT");
    const row = await database().checkout.findUniqueOrThrow({ where: { id: first.body.id } });
    await stripe().checkout.sessions.expire(row.providerId ?? "");
    expect((await tries(maker, "SILENT")).status).toBe(400);
    await database().checkout.update({ where: { id: row.id }, data: { expiresAt: new Date(Date.now() - 1_000) } });
    expect((await tries(maker, "SILENT")).status).toBe(201);
  });
});

describe("webhooks of a membership that came with a code", () => {
  it("each twice and backwards book each payment once, at what was paid", async () => {
    const maker = await creator({ tiers });
    await makes(maker, { code: "HOOK" });
    const fan = await person();
    const checkout = await startCheckout({ ctx: await fan.ctx(), input: { tierId: asId("tier", tierOf(maker)), amount: 700, currency: "usd", code: "HOOK" } });
    await payAt(checkout.url);
    for (const event of (await providerEvents([checkout.id])).reverse()) {
      await deliver(event);
      await deliver(event);
    }
    await drain();
    const { id } = await database().subscription.findFirstOrThrow({ where: { fanUserId: fan.userId } });
    expect(await salesOf(id)).toEqual([[350, 350]]);
    await syncSubscription({ ctx: systemContext("test"), input: await database().subscription.findUniqueOrThrow({ where: { id } }) });
    expect(await salesOf(id)).toEqual([[350, 350]]);
  });
});

describe("guessing codes on the sheet", () => {
  it("ends after a hundred in an hour: the right one is not told either, and somebody elsewhere sees it", async () => {
    const maker = await creator({ name: "Marisol", tiers });
    await makePromotion({ ctx: await maker.ctx(), input: { code: "VIP7", percentOff: 50, amountOff: null, currency: "usd", duration: "once", months: null, tierIds: [], mostRedemptions: null, lastDay: null } });
    const look = (said: string, address: string) => readSheet(createContext({ actor: anonymous, address }), { creatorId: maker.creatorId, said });
    for (let n = 0; n < 100; n += 1) expect((await look(`GUESS${n}`, "203.0.113.77")).code.problem).toMatch(/no such code/u);
    expect((await look("VIP7", "203.0.113.77")).code).toMatchObject({ offer: null, problem: expect.stringContaining("Try again in") as string });
    expect((await look("VIP7", "203.0.113.78")).code.offer?.code).toBe("VIP7");
  });
});
