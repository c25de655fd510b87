import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as checkouts } from "@/app/api/v1/checkouts/route";
import { PATCH as changeTier } from "@/app/api/v1/tiers/[tierId]/route";
import { cancelSubscription, mySubscription } from "@/lib/commerce/subscriptions";
import { updateTier } from "@/lib/content/tiers";
import { days, later } from "@/lib/platform/clock";
import { cards } from "../../support/payments";
import type { Creator } from "../../support/people";
import { call, closeWorld, creator, database, openWorld, person } from "../../support/world";
import { daysGoBy, daysUntil, member, tiers } from "./support";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

const first = (maker: Creator) => {
  const [tier] = maker.tiers;
  if (!tier) throw new Error("no tier");
  return tier.id;
};

async function offering(terms: { annualAmount?: number | null; trialDays?: 0 | 7 | 14 | 30 }): Promise<Creator> {
  const maker = await creator({ name: "Marisol", tiers });
  await updateTier({ ctx: await maker.ctx(), input: { tierId: first(maker), ...terms } });
  return maker;
}

describe("a year", () => {
  it("is paid once, opens the tier for a year, and is paid again after it", async () => {
    const maker = await offering({ annualAmount: 5000 });
    const one = await member({ maker, interval: "year", amount: 5000 });
    const row = await one.row();
    expect(row).toMatchObject({ interval: "year", amount: 5000 });
    expect(row.currentPeriodEnd.getTime()).toBeGreaterThan(later(row.startedAt, days(364)).getTime());
    await daysGoBy(daysUntil(row.currentPeriodEnd), [one]);
    expect(await one.sales()).toBe(2);
    expect(await one.sees()).toBe(true);
  });

  it("is not sold where there is none, nor below its price", async () => {
    const maker = await offering({});
    const fan = await person();
    const ask = async (body: object) => (await call(checkouts, { as: fan, body: { tierId: first(maker), currency: "usd", ...body } })).body as { status: number; invalidParams?: { name: string; reason: string }[] };
    expect((await ask({ amount: 5000, interval: "year" })).invalidParams).toEqual([{ name: "body.interval", reason: "This tier is paid by the month." }]);
    await updateTier({ ctx: await maker.ctx(), input: { tierId: first(maker), annualAmount: 5000 } });
    expect((await ask({ amount: 4999, interval: "year" })).invalidParams).toEqual([{ name: "body.amount", reason: "This tier starts at $50.00 a year." }]);
    expect((await ask({ amount: 5000, interval: "week" })).status).toBe(400);
  });

  it("costs a month at least and twelve at most", async () => {
    const maker = await offering({});
    const set = async (annualAmount: unknown) => (await call(changeTier, { method: "PATCH", as: maker, params: { tierId: first(maker) }, body: { annualAmount } })).status;
    expect(await set(499)).toBe(409);
    expect(await set(6001)).toBe(409);
    for (const wrong of [-1, 0, 10.5, 1e12, "5000"]) expect(await set(wrong)).toBe(400);
    expect(await set(6000)).toBe(200);
    expect(await set(null)).toBe(200);
  });
});

describe("a trial", () => {
  it("costs nothing, is told of before the first payment, and then is paid", async () => {
    const one = await member({ maker: await offering({ trialDays: 14 }), trial: true });
    expect(await one.sees()).toBe(true);
    expect(await one.sales()).toBe(0);
    expect((await mySubscription(one.ctx(), one.subscriptionId)).trialEndsAt).not.toBeNull();
    await daysGoBy(11.5);
    await daysGoBy(0.5);
    expect(await one.subjects()).toEqual([expect.stringMatching(/^Your trial of Marisol ends on /u)]);
    await daysGoBy(daysUntil((await one.row()).currentPeriodEnd), [one]);
    expect(await one.sales()).toBe(1);
    expect(await one.row()).toMatchObject({ status: "active" });
    expect((await mySubscription(one.ctx(), one.subscriptionId)).trialEndsAt).toBeNull();
  });

  it("that is cancelled is never charged, and ends with its last day", async () => {
    const one = await member({ maker: await offering({ trialDays: 7 }), trial: true });
    await cancelSubscription({ ctx: one.ctx(), input: { subscriptionId: one.subscriptionId } });
    await daysGoBy(6, [one]);
    expect(await one.sees()).toBe(true);
    await daysGoBy(1.1, [one]);
    expect(await one.sees()).toBe(false);
    expect([await one.sales(), (await one.row()).status]).toEqual([0, "ended"]);
  });

  it("whose first payment is refused ends after a day, and promises nothing more", async () => {
    const one = await member({ maker: await offering({ trialDays: 7 }), trial: true, card: cards.failsLater });
    await daysGoBy(7.1, [one]);
    expect(await one.row()).toMatchObject({ status: "past_due", currentPeriodEnd: (await one.row()).trialEndsAt });
    await daysGoBy(1, [one]);
    expect(await one.sees()).toBe(false);
    expect([await one.sales(), (await one.row()).status]).toEqual([0, "ended"]);
  });

  it("is given once a fan and page, ever, and only where the tier has one", async () => {
    const maker = await offering({ trialDays: 7 });
    const one = await member({ maker, trial: true });
    await cancelSubscription({ ctx: one.ctx(), input: { subscriptionId: one.subscriptionId } });
    await daysGoBy(8, [one]);
    const again = await call(checkouts, { as: one.fan, body: { tierId: first(maker), amount: 500, trial: true } });
    expect([again.status, (again.body as { detail: string }).detail]).toEqual([409, "You have had your trial of Marisol. You can join without one."]);
    expect((await call(checkouts, { as: one.fan, body: { tierId: first(maker), amount: 500 } })).status).toBe(201);
    const without = await offering({});
    expect((await call(checkouts, { as: await person(), body: { tierId: first(without), amount: 500, trial: true } })).status).toBe(400);
    expect(await database().trial.count({ where: { fanUserId: one.fan.userId } })).toBe(1);
  });

  it("has one of four lengths", async () => {
    const maker = await offering({});
    const set = async (trialDays: unknown) => (await call(changeTier, { method: "PATCH", as: maker, params: { tierId: first(maker) }, body: { trialDays } })).status;
    for (const wrong of [-7, 1, 7.5, 365, "7"]) expect(await set(wrong)).toBe(400);
    expect(await set(30)).toBe(200);
  });
});
