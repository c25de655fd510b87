import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as preview } from "@/app/api/v1/subscriptions/[subscriptionId]/change-preview/route";
import { POST as change } from "@/app/api/v1/subscriptions/[subscriptionId]/change/route";
import { checkLedger } from "@/lib/commerce/ledger";
import { receiptFacts } from "@/lib/commerce/papers/receipts/facts";
import { sayPeriod } from "@/lib/commerce/papers/receipts/words";
import { makePromotion } from "@/lib/commerce/promotions";
import type { PromotionInput } from "@/lib/commerce/promotions/schema";
import { stripe } from "@/lib/commerce/rails";
import { cancelSubscription, changeSubscription, keepSubscription, mySubscription, previewChange, takeChangeBack } from "@/lib/commerce/subscriptions";
import { costOf } from "@/lib/commerce/subscriptions/changes/preview-change";
import { days } from "@/lib/platform/clock";
import { deliver, providerEvents, setDouble } from "../../support/payments";
import type { Creator } from "../../support/people";
import { call, closeWorld, creator, database, drain, openWorld } from "../../support/world";
import { daysGoBy, daysUntil, member, type Member, tiers } from "./support";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

/** A page whose lower tier is paid by the year too. */
async function page(code?: Partial<PromotionInput>): Promise<Creator> {
  const maker = await creator({ name: "Marisol", tiers });
  await database().tier.update({ where: { id: maker.tiers[0]?.id ?? "" }, data: { annualAmount: 5_000 } });
  if (code) await makePromotion({ ctx: await maker.ctx(), input: { code: "SPRING", percentOff: 50, amountOff: null, currency: "usd", duration: "once", months: null, tierIds: [], mostRedemptions: null, lastDay: null, ...code } });
  return maker;
}
const wish = (one: Member, interval: "month" | "year", amount: number, tier = 0) => ({ subscriptionId: one.subscriptionId, tierId: one.maker.tiers[tier]?.id as never, amount, currency: "usd", interval });
async function moves(one: Member, ...said: [interval: "month" | "year", amount: number, tier?: number]) {
  const input = wish(one, ...said);
  const seen = await previewChange({ ctx: one.ctx(), input });
  const confirmed = { ...input, dueToday: seen.dueToday, countedAt: seen.countedAt };
  return { seen, confirmed, done: await changeSubscription({ ctx: one.ctx(), input: confirmed }) };
}
const grossOf = async (one: Member) => (await database().sale.findMany({ where: { subscriptionId: one.subscriptionId }, orderBy: { occurredAt: "asc" } })).map(({ gross, interval }) => [gross, interval]);
const grantEnd = async (one: Member) => (await database().grant.findFirstOrThrow({ where: { sourceId: one.subscriptionId } })).endsAt?.getTime() ?? 0;

describe("from the month to the year", () => {
  it("pays the year today, less what is left of the month; access never has a hole, and the year runs from today", async () => {
    const one = await member({ maker: await page() });
    await daysGoBy(10.2);
    const before = await grantEnd(one);
    const { seen, confirmed, done } = await moves(one, "year", 5_000);
    expect(seen).toMatchObject({ when: "now", interval: "year", nextAmount: 5_000 });
    expect(seen.lines.map(({ label }) => label).sort()).toEqual(["Back for the days you have paid and not used", "Front row, a whole year from today on"]);
    expect(seen.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(seen.dueToday);
    expect(seen.dueToday).toBeGreaterThan(4_500);
    expect(seen.dueToday).toBeLessThan(4_750);
    expect(done).toMatchObject({ state: "applied" });
    const row = await one.row();
    expect(row).toMatchObject({ interval: "year", amount: 5_000, status: "active" });
    expect(Math.abs(row.currentPeriodEnd.getTime() - new Date(seen.nextAt).getTime())).toBeLessThan(2_000);
    expect((row.currentPeriodEnd.getTime() - new Date(seen.countedAt).getTime()) / days(1)).toBeGreaterThan(364);
    expect(await grantEnd(one)).toBeGreaterThan(before);
    expect(await grossOf(one)).toEqual([[500, "month"], [seen.dueToday, "year"]]);
    const sale = await database().sale.findFirstOrThrow({ where: { subscriptionId: one.subscriptionId, interval: "year" } });
    expect(sayPeriod(await receiptFacts(one.ctx(), sale.id))).toMatch(/^One year from .+, less what was left of the month before$/u);
    expect(await one.subjects()).toContain("You are in Front row of Marisol now");

    // A second tap, and all webhooks twice and backwards: nothing more is paid.
    await expect(changeSubscription({ ctx: one.ctx(), input: confirmed })).rejects.toMatchObject({ code: "bad_request" });
    for (const event of (await providerEvents([row.providerId])).reverse()) for (const _ of [1, 2]) await deliver(event);
    await drain();
    expect(await one.sales()).toBe(2);
    // The day the month would have ended nobody is charged; a year on, the whole year is.
    await daysGoBy(25, [one]);
    expect(await one.sales()).toBe(2);
    expect(await one.sees()).toBe(true);
    await daysGoBy(daysUntil((await one.row()).currentPeriodEnd), [one]);
    expect((await grossOf(one)).at(-1)).toEqual([5_000, "year"]);
    expect(await one.sees()).toBe(true);
    expect(await checkLedger(database())).toMatchObject({ unbalanced: 0, salesAstray: 0 });
  });

  it("whose payment is refused leaves the month standing, to be paid, refused or renewed as before", async () => {
    const one = await member({ maker: await page() });
    await daysGoBy(1);
    const until = (await one.row()).currentPeriodEnd;
    await setDouble("faults", { seed: 7, declineRate: 1 });
    const { done } = await moves(one, "year", 5_000);
    await setDouble("faults", {});
    expect(done).toMatchObject({ state: "paying" });
    expect(done.payUrl).toMatch(/^http/u);
    expect(await one.row()).toMatchObject({ interval: "month", amount: 500, status: "active", currentPeriodEnd: until });
    expect(await mySubscription(one.ctx(), one.subscriptionId)).toMatchObject({ overdue: null, change: { state: "paying", interval: "year" } });
    expect(await one.sees()).toBe(true);
    await daysGoBy(2, [one]);
    expect(await database().subscriptionChange.findFirstOrThrow({ where: { subscriptionId: one.subscriptionId } })).toMatchObject({ state: "failed" });
    await daysGoBy(daysUntil(until), [one]);
    expect(await grossOf(one)).toEqual([[500, "month"], [500, "month"]]);
    expect(await one.row()).toMatchObject({ interval: "month", status: "active" });
    expect(await one.sees()).toBe(true);
  });

  it("under a code counts with what was paid and what the code leaves; one of some months has to run out first", async () => {
    for (const terms of [{ duration: "once" }, { duration: "forever" }, { duration: "forever", percentOff: null, amountOff: 100 }] satisfies Partial<PromotionInput>[]) {
      const one = await member({ maker: await page(terms), code: "SPRING" });
      await daysGoBy(9.7);
      const { seen, done } = await moves(one, "year", 5_000);
      expect(done.state).toBe("applied");
      const year = terms.duration === "once" ? 5_000 : terms.amountOff ? 4_900 : 2_500;
      expect(seen.nextAmount).toBe(year);
      expect(year - seen.dueToday).toBeGreaterThan(terms.amountOff ? 250 : 150);
      expect(year - seen.dueToday).toBeLessThan(terms.amountOff ? 300 : 190);
      expect(seen.lines.some(({ label }) => label === "With your code SPRING")).toBe(terms.duration === "forever");
    }
    const some = await member({ maker: await page({ duration: "months", months: 3 }), code: "SPRING" });
    await daysGoBy(1);
    await expect(moves(some, "year", 5_000)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("once it has run out") as string });
  });

  it("is refused for less than a year costs, for a tier without one, and for less than a month's", async () => {
    const one = await member({ maker: await page(), amount: 9_000 });
    await daysGoBy(1);
    const ask = async (body: object) => (await call(preview, { as: one.fan, params: { subscriptionId: one.subscriptionId }, body: { tierId: one.maker.tiers[0]?.id, amount: 9_100, interval: "year", ...body } })).body.invalidParams?.[0] as { name: string; reason: string } | undefined;
    expect(await ask({ amount: 4_999 })).toMatchObject({ name: "body.amount" });
    expect((await ask({ amount: 5_000 }))?.reason).toContain("costs more than what you pay for a month");
    expect((await ask({ tierId: one.maker.tiers[1]?.id }))?.reason).toContain("by the month only");
    for (const interval of ["week", "", 7, null]) expect((await ask({ interval }))?.name).toBe("body.interval");
    expect((await call(change, { as: one.fan, params: { subscriptionId: one.subscriptionId }, body: { tierId: one.maker.tiers[0]?.id, amount: 9_100, interval: "year", dueToday: 1, countedAt: new Date().toISOString() } })).status).toBe(409);
    expect(await one.sales()).toBe(1);
  });
});

describe("from the year to the month", () => {
  it("holds from the end of the year, costs nothing today, and can be taken back", async () => {
    const one = await member({ maker: await page(), interval: "year", amount: 5_000 });
    await daysGoBy(3);
    const until = (await one.row()).currentPeriodEnd;
    const { seen, done } = await moves(one, "month", 700);
    expect(seen).toMatchObject({ when: "later", dueToday: 0, nextAmount: 700, interval: "month", nextAt: until.toISOString(), lines: [] });
    expect(done.state).toBe("scheduled");
    await one.hears();
    expect(await one.row()).toMatchObject({ interval: "year", amount: 5_000 });
    expect(await mySubscription(one.ctx(), one.subscriptionId)).toMatchObject({ change: { state: "scheduled", amount: 700, interval: "month" } });
    for (const _ of [1, 2]) await takeChangeBack({ ctx: one.ctx(), input: { subscriptionId: one.subscriptionId } });
    expect((await stripe().subscriptions.retrieve((await one.row()).providerId)).schedule).toBeNull();

    await moves(one, "month", 700);
    await daysGoBy(daysUntil(until), [one]);
    expect(await one.row()).toMatchObject({ interval: "month", amount: 700, status: "active" });
    expect(await grossOf(one)).toEqual([[5_000, "year"], [700, "month"]]);
    expect(await one.sees()).toBe(true);
    await daysGoBy(daysUntil((await one.row()).currentPeriodEnd), [one]);
    expect((await grossOf(one)).at(-1)).toEqual([700, "month"]);
    expect((await stripe().subscriptions.retrieve((await one.row()).providerId)).schedule).toBeNull();
  });

  it("gives way to a cancellation, and to keeping it after all: then the year goes on", async () => {
    const one = await member({ maker: await page(), interval: "year", amount: 5_000 });
    await daysGoBy(1);
    await moves(one, "month", 500);
    await cancelSubscription({ ctx: one.ctx(), input: { subscriptionId: one.subscriptionId } });
    await drain();
    const provider = async () => stripe().subscriptions.retrieve((await one.row()).providerId);
    expect(await provider()).toMatchObject({ cancel_at_period_end: true, schedule: null });
    await keepSubscription({ ctx: one.ctx(), input: { subscriptionId: one.subscriptionId } });
    await drain();
    expect(await provider()).toMatchObject({ cancel_at_period_end: false, schedule: null });
    expect(await mySubscription(one.ctx(), one.subscriptionId)).toMatchObject({ cancelled: false, change: null });
    await daysGoBy(daysUntil((await one.row()).currentPeriodEnd), [one]);
    expect(await grossOf(one)).toEqual([[5_000, "year"], [5_000, "year"]]);
  });

  it("keeps what a code for ever takes off", async () => {
    const one = await member({ maker: await page({ duration: "forever" }), interval: "year", amount: 5_000, code: "SPRING" });
    await daysGoBy(1);
    const { seen } = await moves(one, "month", 600);
    expect(seen.nextAmount).toBe(300);
    await daysGoBy(daysUntil((await one.row()).currentPeriodEnd), [one]);
    await daysGoBy(daysUntil((await one.row()).currentPeriodEnd), [one]);
    expect(await grossOf(one)).toEqual([[2_500, "year"], [300, "month"], [300, "month"]]);
  });

  it("whose first monthly payment is refused is late as any other: open for the grace, and the month once it is paid", async () => {
    const one = await member({ maker: await page(), interval: "year", amount: 5_000, card: "4000000000000341" });
    await daysGoBy(1);
    await moves(one, "month", 500);
    await daysGoBy(daysUntil((await one.row()).currentPeriodEnd), [one]);
    expect(await one.row()).toMatchObject({ status: "past_due", interval: "year" });
    expect(await one.sees()).toBe(true);
    await daysGoBy(10, [one]);
    expect(await one.sees()).toBe(false);
    expect(await grossOf(one)).toEqual([[5_000, "year"]]);
  });
});

describe("our own count of a change into another rhythm", () => {
  const period = fc.record({ from: fc.integer({ min: 50, max: 1_000_000 }), more: fc.integer({ min: 50, max: 1_000_000 }), start: fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }), length: fc.integer({ min: 28 * 86_400, max: 366 * 86_400 }), gone: fc.double({ min: 0, max: 1, noNaN: true }) });

  it("charges what the year costs at most, less the month at most, never nothing, and the later the more", () => {
    fc.assert(fc.property(period, fc.double({ min: 0, max: 1, noNaN: true }), ({ from, more, start, length, gone }, later) => {
      const to = from + more;
      const between = { periodStart: new Date(start * 1_000), periodEnd: new Date((start + length) * 1_000) };
      const at = (share: number) => costOf({ from, to, whole: true }, between, new Date((start + Math.floor(length * share)) * 1_000));
      const [low, high] = [Math.min(gone, later), Math.max(gone, later)];
      expect(at(low)).toBeGreaterThanOrEqual(more);
      expect(at(high)).toBeLessThanOrEqual(to);
      expect(at(high)).toBeGreaterThanOrEqual(at(low));
      expect([at(0), costOf({ from, to, whole: true }, between, between.periodEnd)]).toEqual([more, to]);
    }));
  });

  it("agrees with the provider's at any hour of a month", async () => {
    const one = await member({ maker: await page() });
    for (const step of [0.31, 6.9, 12.43, 8.8]) {
      await daysGoBy(step);
      for (const amount of [5_000, 5_001, 7_777, 99_999]) expect((await previewChange({ ctx: one.ctx(), input: wish(one, "year", amount) })).dueToday).toBeGreaterThan(amount - 501);
    }
  });
});
