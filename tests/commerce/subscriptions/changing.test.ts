import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as preview } from "@/app/api/v1/subscriptions/[subscriptionId]/change-preview/route";
import { POST as change, DELETE as takeBack } from "@/app/api/v1/subscriptions/[subscriptionId]/change/route";
import { checkLedger } from "@/lib/commerce/ledger";
import { stripe } from "@/lib/commerce/rails";
import { cancelSubscription, changeSubscription, mySubscription, previewChange, takeChangeBack } from "@/lib/commerce/subscriptions";
import { prorate } from "@/lib/commerce/subscriptions/changes/proration";
import { archiveTier } from "@/lib/content/tiers";
import { createContext } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { setDouble } from "../../support/payments";
import type { Creator } from "../../support/people";
import { auditTrail, call, closeWorld, creator, database, openWorld, person } from "../../support/world";
import { daysGoBy, daysUntil, member, type Member, tiers } from "./support";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

const tierOf = (maker: Creator, at: number) => {
  const tier = maker.tiers[at];
  if (!tier) throw new Error("no such tier");
  return tier.id;
};

/** Looks, and confirms what was seen. */
async function moves(one: Member, tier: number, amount: number) {
  const wish = { subscriptionId: one.subscriptionId, tierId: tierOf(one.maker, tier), amount, currency: "usd" };
  const seen = await previewChange({ ctx: one.ctx(), input: wish });
  return { seen, input: { ...wish, dueToday: seen.dueToday, countedAt: seen.countedAt }, done: await changeSubscription({ ctx: one.ctx(), input: { ...wish, dueToday: seen.dueToday, countedAt: seen.countedAt } }) };
}

describe("more money", () => {
  it("is shown line by line, paid at once for the rest of the month, and opens the dearer tier only then", async () => {
    const one = await member();
    const above = await one.maker.publishes({ audience: "tier", tierId: tierOf(one.maker, 1), body: "For Backstage" });
    await daysGoBy(10);
    const { seen, input, done } = await moves(one, 1, 1000);
    expect(seen).toMatchObject({ when: "now", nextAmount: 1000 });
    expect(seen.lines.reduce((sum, line) => sum + line.amount, 0)).toBe(seen.dueToday);
    expect(seen.lines.map(({ label }) => label)).toEqual(["Back for the days you have paid and not used", "Backstage, for the rest of what is running"]);
    expect(done).toMatchObject({ state: "applied", payUrl: null });
    expect(await one.row()).toMatchObject({ amount: 1000, tierId: tierOf(one.maker, 1) });
    expect((await database().grant.findFirstOrThrow({ where: { sourceId: one.subscriptionId } })).tierId).toBe(tierOf(one.maker, 1));
    const sales = await database().sale.findMany({ where: { subscriptionId: one.subscriptionId }, orderBy: { occurredAt: "asc" } });
    expect(sales.map(({ gross }) => gross)).toEqual([500, seen.dueToday]);
    expect(above).toBeDefined();

    // Once more, as after a broken connection: there is nothing left to do, and nothing is charged.
    await expect(changeSubscription({ ctx: one.ctx(), input })).rejects.toMatchObject({ code: "bad_request" });
    expect(await one.sales()).toBe(2);
    expect(await one.subjects()).toContain("You are in Backstage of Marisol now");
    await daysGoBy(daysUntil((await one.row()).currentPeriodEnd), [one]);
    expect((await database().sale.findMany({ where: { subscriptionId: one.subscriptionId }, orderBy: { occurredAt: "asc" } })).at(-1)?.gross).toBe(1000);
    expect(await checkLedger(database())).toMatchObject({ unbalanced: 0, salesAstray: 0 });
  });

  it("of which less is due today than a card can pay waits for the next payment, and is charged nothing before", async () => {
    const one = await member({ amount: 500 });
    await daysGoBy(27, [one]);
    const { seen, done } = await moves(one, 1, 800);
    expect(seen).toMatchObject({ when: "later", lines: [], dueToday: 0, nextAmount: 800, tooLittle: true });
    expect(done).toMatchObject({ state: "scheduled", payUrl: null });
    expect(await one.row()).toMatchObject({ amount: 500, tierId: tierOf(one.maker, 0) });
    await daysGoBy(5, [one]);
    expect(await one.row()).toMatchObject({ amount: 800, tierId: tierOf(one.maker, 1) });
    expect((await database().sale.findMany({ where: { subscriptionId: one.subscriptionId }, orderBy: { occurredAt: "asc" } })).map(({ gross }) => gross)).toEqual([500, 800]);
    expect(await checkLedger(database())).toMatchObject({ unbalanced: 0, salesAstray: 0 });
  });

  it("from a card that is refused changes nothing, and says where to pay", async () => {
    const strict = await member();
    await setDouble("faults", { seed: 7, declineRate: 1 });
    const refused = await moves(strict, 1, 900);
    await setDouble("faults", {});
    expect(refused.done.state).toBe("paying");
    expect(refused.done.payUrl).toMatch(/^http/u);
    expect(await strict.row()).toMatchObject({ amount: 500, tierId: tierOf(strict.maker, 0) });
    expect(await strict.sales()).toBe(1);
    expect(await mySubscription(strict.ctx(), strict.subscriptionId)).toMatchObject({ change: { state: "paying", tierName: "Backstage" } });

    await daysGoBy(2, [strict]);
    expect(await database().subscriptionChange.findFirstOrThrow({ where: { subscriptionId: strict.subscriptionId } })).toMatchObject({ state: "failed" });
    expect((await stripe().subscriptions.retrieve((await strict.row()).providerId)).items.data[0]?.price.unit_amount).toBe(500);
  });
});

describe("less money", () => {
  it("holds from the end of what is paid, costs nothing today, and can be taken back", async () => {
    const one = await member({ tier: 1, amount: 1200 });
    const { seen, done } = await moves(one, 0, 600);
    expect(seen).toMatchObject({ when: "later", dueToday: 0, lines: [], nextAmount: 600 });
    expect(done.state).toBe("scheduled");
    expect(await one.row()).toMatchObject({ amount: 1200, tierId: tierOf(one.maker, 1) });
    await one.hears();
    expect(await one.row()).toMatchObject({ amount: 1200, tierId: tierOf(one.maker, 1) });
    expect((await one.subjects()).at(-1)).toMatch(/^From .+ on: Front row of Marisol$/u);

    await takeChangeBack({ ctx: one.ctx(), input: { subscriptionId: one.subscriptionId } });
    await takeChangeBack({ ctx: one.ctx(), input: { subscriptionId: one.subscriptionId } });
    const provider = await stripe().subscriptions.retrieve((await one.row()).providerId);
    expect(provider.items.data[0]?.price.unit_amount).toBe(1200);
    expect((await one.subjects()).at(-1)).toBe("All stays as it is with Marisol");

    await moves(one, 0, 600);
    await daysGoBy(daysUntil((await one.row()).currentPeriodEnd), [one]);
    expect(await one.row()).toMatchObject({ amount: 600, tierId: tierOf(one.maker, 0) });
    expect((await database().sale.findMany({ where: { subscriptionId: one.subscriptionId }, orderBy: { occurredAt: "asc" } })).map(({ gross, tierId }) => [gross, tierId])).toEqual([[1200, tierOf(one.maker, 1)], [600, tierOf(one.maker, 0)]]);
  });
});

describe("a change is refused", () => {
  it("for what is not this page's, archived, too little, of another currency, no amount at all, or not theirs", async () => {
    const one = await member();
    const other = await creator({ tiers });
    const params = { subscriptionId: one.subscriptionId };
    const ask = async (tierId: string, amount: unknown, currency = "usd") => (await call(preview, { as: one.fan, params, body: { tierId, amount, currency } })).status;
    const above = tierOf(one.maker, 1);
    expect(await ask(tierOf(other, 0), 900)).toBe(404);
    expect(await ask(above, 700)).toBe(400);
    expect(await ask(above, 900, "eur")).toBe(400);
    for (const amount of [-900, 0, 9.5, 1e9, "900", null]) expect(await ask(above, amount)).toBe(400);
    expect(await ask(tierOf(one.maker, 0), 500)).toBe(400);
    expect((await call(preview, { as: await person(), params, body: { tierId: above, amount: 900 } })).status).toBe(404);
    expect((await call(change, { as: await person(), params, body: { tierId: above, amount: 900, dueToday: 0, countedAt: new Date().toISOString() } })).status).toBe(404);
    expect((await call(takeBack, { method: "DELETE", as: await person(), params })).status).toBe(404);
    await archiveTier({ ctx: await one.maker.ctx(), input: { tierId: above, archived: true } });
    expect(await ask(above, 900)).toBe(404);
    await cancelSubscription({ ctx: one.ctx(), input: params });
    expect(await ask(tierOf(one.maker, 0), 900)).toBe(409);
  });

  it("when it would cost something else than was shown", async () => {
    const one = await member();
    const wish = { subscriptionId: one.subscriptionId, tierId: tierOf(one.maker, 1), amount: 900, currency: "usd" };
    const seen = await previewChange({ ctx: one.ctx(), input: wish });
    await expect(changeSubscription({ ctx: one.ctx(), input: { ...wish, dueToday: seen.dueToday - 1, countedAt: seen.countedAt } })).rejects.toMatchObject({ code: "conflict" });
    await expect(changeSubscription({ ctx: one.ctx(), input: { ...wish, dueToday: seen.dueToday, countedAt: "2020-01-01T00:00:00.000Z" } })).rejects.toMatchObject({ code: "conflict" });
    expect(await one.sales()).toBe(1);
  });

  it("and noted as an incident, when the provider counts otherwise than we do: nobody is charged", async () => {
    const one = await member();
    const { providerId } = await one.row();
    const item = (await stripe().subscriptions.retrieve(providerId)).items.data[0];
    if (!item) throw new Error("no item");
    // Somebody has changed the price at the provider by hand.
    await stripe().subscriptions.update(providerId, { proration_behavior: "none", items: [{ id: item.id, price_data: { currency: "usd", product: item.price.product as string, unit_amount: 300, recurring: { interval: "month" } } }] });
    await expect(moves(one, 1, 900)).rejects.toMatchObject({ code: "unavailable" });
    expect((await auditTrail(one.subscriptionId)).map(({ action }) => action)).toContain("proration.differs");
    expect(await one.sales()).toBe(1);
  });
});

describe("our own count of a change", () => {
  const period = fc.record({ from: fc.integer({ min: 100, max: 1_000_000 }), to: fc.integer({ min: 100, max: 1_000_000 }), start: fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }), length: fc.integer({ min: 28 * 86_400, max: 366 * 86_400 }), gone: fc.double({ min: 0, max: 1, noNaN: true }) })
    .map(({ start, length, gone, ...amounts }) => ({ ...amounts, start, end: start + length, at: start + Math.floor(length * gone) }));

  it("never charges for going up less than nothing, nor more than the whole difference", () => {
    fc.assert(fc.property(period, (one) => {
      const [low, high] = [Math.min(one.from, one.to), Math.max(one.from, one.to)];
      const { credit, charge, sum } = prorate({ ...one, from: low, to: high });
      expect(sum).toBeGreaterThanOrEqual(0);
      expect(sum).toBeLessThanOrEqual(high - low + 1);
      expect(charge - credit).toBe(sum);
    }));
  });

  it("is the same there and back", () => {
    fc.assert(fc.property(period, (one) => {
      expect(prorate(one).sum + prorate({ ...one, from: one.to, to: one.from }).sum).toBe(0);
    }));
  });

  it("is all at the beginning, nothing at the end, and within half a cent of the days that are left", () => {
    fc.assert(fc.property(period, (one) => {
      expect(prorate({ ...one, at: one.start })).toMatchObject({ credit: one.from, charge: one.to });
      expect(prorate({ ...one, at: one.end })).toMatchObject({ credit: 0, charge: 0 });
      const share = (one.end - one.at) / (one.end - one.start);
      expect(Math.abs(prorate(one).charge - one.to * share)).toBeLessThanOrEqual(0.5 + 1e-6);
    }));
  });

  it("agrees with the provider's at any hour of a month", async () => {
    const one = await member();
    for (const step of [0.3, 7, 11.7]) {
      await daysGoBy(step);
      for (const amount of [501, 777, 1234, 99_999]) {
        const seen = await previewChange({ ctx: one.ctx(), input: { subscriptionId: one.subscriptionId, tierId: tierOf(one.maker, 0), amount, currency: "usd" } });
        expect(seen.dueToday).toBeGreaterThanOrEqual(0);
      }
    }
  });
});

describe("who may not buy", () => {
  it("gets no dearer either: a blocked buyer, a page that may not sell, and a fan without the right to subscribe; less can be paid still", async () => {
    const one = await member({ tier: 1, amount: 900 });
    const wish = { subscriptionId: one.subscriptionId, tierId: tierOf(one.maker, 1), amount: 1200, currency: "usd" };
    const at = new Date();
    const block = await database().buyerBlock.create({ data: { id: newId("buyerBlock"), userId: one.fan.userId, creatorId: null, rule: "score", reason: "You cannot pay here.", causeId: "x", startsAt: at } });
    await expect(previewChange({ ctx: one.ctx(), input: wish })).rejects.toMatchObject({ code: "forbidden", message: "You cannot pay here." });
    expect(await previewChange({ ctx: one.ctx(), input: { ...wish, amount: 800 } })).toMatchObject({ when: "later" });
    await database().buyerBlock.update({ where: { id: block.id }, data: { liftedAt: at } });

    await database().restriction.create({ data: { id: newId("restriction"), userId: one.maker.userId, capability: "sell", reason: "fraud", startsAt: at } });
    await expect(previewChange({ ctx: one.ctx(), input: wish })).rejects.toMatchObject({ code: "forbidden", message: "This page cannot be paid at the moment." });
    await database().restriction.updateMany({ where: { userId: one.maker.userId }, data: { liftedAt: at } });

    const { actor } = one.ctx();
    if (actor.kind !== "user") throw new Error("nobody");
    const barred = createContext({ actor: { ...actor, capabilities: new Set([...actor.capabilities].filter((name) => name !== "subscribe")) } });
    await expect(changeSubscription({ ctx: barred, input: { ...wish, dueToday: 300, countedAt: at.toISOString() } })).rejects.toMatchObject({ code: "forbidden" });
    expect(await one.sales()).toBe(1);
  });
});
