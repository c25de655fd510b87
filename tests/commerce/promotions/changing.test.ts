import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkLedger } from "@/lib/commerce/ledger";
import { makePromotion } from "@/lib/commerce/promotions";
import type { PromotionInput } from "@/lib/commerce/promotions/schema";
import { changeSubscription, mySubscription, previewChange } from "@/lib/commerce/subscriptions";
import { readPost } from "@/lib/content/posts";
import { closeWorld, creator, database, openWorld } from "../../support/world";
import { daysGoBy, daysUntil, member, type Member, tiers } from "../subscriptions/support";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

const makes = async (input: Partial<PromotionInput>) => {
  const maker = await creator({ name: "Marisol", tiers });
  await makePromotion({ ctx: await maker.ctx(), input: { code: "SPRING", percentOff: 50, amountOff: null, currency: "usd", duration: "once", months: null, tierIds: [], mostRedemptions: null, lastDay: null, ...input } });
  return maker;
};
async function moves(one: Member, amount: number, tier = 0) {
  const wish = { subscriptionId: one.subscriptionId, tierId: one.maker.tiers[tier]?.id as never, amount, currency: "usd" };
  const seen = await previewChange({ ctx: one.ctx(), input: wish });
  return { seen, done: await changeSubscription({ ctx: one.ctx(), input: { ...wish, dueToday: seen.dueToday, countedAt: seen.countedAt } }) };
}
const grossOf = async (one: Member) => (await database().sale.findMany({ where: { subscriptionId: one.subscriptionId }, orderBy: { occurredAt: "asc" } })).map(({ gross }) => gross);

describe("another amount while a code holds", () => {
  it("gives back a part of what was paid, not of the price, and charges what the code leaves: our count is the provider's", async () => {
    for (const terms of [{ duration: "once" }, { duration: "forever" }, { duration: "months", months: 2 }, { duration: "forever", percentOff: null, amountOff: 130 }, { duration: "once", percentOff: null, amountOff: 130 }] satisfies Partial<PromotionInput>[]) {
      const one = await member({ maker: await makes(terms), code: "SPRING", amount: 600 });
      const paid = terms.amountOff ? 470 : 300;
      await daysGoBy(9.3);
      const { seen, done } = await moves(one, 1200);
      expect(done.state).toBe("applied");
      const next = terms.duration === "once" ? 1200 : terms.amountOff ? 1070 : 600;
      expect(seen).toMatchObject({ when: "now", nextAmount: next });
      const period = (await one.row()).currentPeriodEnd;
      const rest = seen.dueToday / (next - paid);
      expect(rest).toBeGreaterThan(0.6);
      expect(rest).toBeLessThan(0.75);
      // And again in the same month: what is given back now is a part of what was paid then.
      const again = await moves(one, 1500);
      expect(again.done.state).toBe("applied");
      expect(Math.abs(again.seen.dueToday - Math.round((terms.duration === "once" ? 300 : terms.amountOff ? 300 : 150) * rest))).toBeLessThanOrEqual(1);
      await daysGoBy(daysUntil(period), [one]);
      expect((await grossOf(one)).at(-1)).toBe(terms.duration === "once" ? 1500 : terms.amountOff ? 1370 : 750);
    }
    expect(await checkLedger(database())).toMatchObject({ unbalanced: 0, salesAstray: 0 });
  });

  it("is refused when it would leave less than a card can pay, and the membership says what its next payment comes to", async () => {
    const one = await member({ maker: await makes({ duration: "forever", percentOff: null, amountOff: 460 }), code: "SPRING", amount: 600 });
    await daysGoBy(1);
    expect(await mySubscription(one.ctx(), one.subscriptionId)).toMatchObject({ amount: 600, discount: { code: "SPRING", nextAmount: 140 } });
    await expect(moves(one, 505)).rejects.toMatchObject({ code: "bad_request" });
    const { seen } = await moves(one, 510);
    expect(seen).toMatchObject({ when: "later", nextAmount: 50 });
    await daysGoBy(daysUntil((await one.row()).currentPeriodEnd), [one]);
    expect(await grossOf(one)).toEqual([140, 50]);
  });
});

describe("another tier while a code holds", () => {
  const named = async (input: Partial<PromotionInput>) => {
    const maker = await creator({ name: "Marisol", tiers });
    await makePromotion({ ctx: await maker.ctx(), input: { code: "TRYME", percentOff: 100, amountOff: null, currency: "usd", duration: "months", months: 2, tierIds: [maker.tiers[0]?.id as never], mostRedemptions: null, lastDay: null, ...input } });
    const top = await maker.publishes({ audience: "tier", tierId: maker.tiers[1]?.id ?? null, body: "For Backstage" });
    return { one: await member({ maker, code: "TRYME" }), reads: async (one: Member) => (await readPost(one.ctx(), top)).body !== null };
  };

  it("that the code does not name is refused, whatever it takes off, and opens once the code has run out", async () => {
    for (const terms of [{}, { percentOff: 50 }, { percentOff: 20, duration: "forever", months: null }] satisfies Partial<PromotionInput>[]) {
      const { one, reads } = await named(terms);
      await expect(moves(one, 800, 1)).rejects.toMatchObject({ code: "bad_request", message: expect.stringMatching(/^Your code TRYME is not for Backstage\./u) as string });
      expect(await reads(one)).toBe(false);
      await daysGoBy(0.5);
      expect((await moves(one, 700)).done.state).toBe("applied");
    }
    const { one, reads } = await named({ months: 1 });
    await daysGoBy(daysUntil((await one.row()).currentPeriodEnd), [one]);
    const { seen, done } = await moves(one, 800, 1);
    expect(done.state).toBe("applied");
    expect(seen.dueToday).toBeGreaterThan(0);
    expect(await reads(one)).toBe(true);
  });

  it("is not opened for nothing by a code for all tiers", async () => {
    const { one, reads } = await named({ tierIds: [] });
    await expect(moves(one, 800, 1)).rejects.toMatchObject({ code: "bad_request", message: expect.stringContaining("nothing to pay") as string });
    expect(await reads(one)).toBe(false);
  });
});
