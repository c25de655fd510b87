import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as cancel } from "@/app/api/v1/subscriptions/[subscriptionId]/cancellation/route";
import { POST as pause } from "@/app/api/v1/subscriptions/[subscriptionId]/pause/route";
import { stripe } from "@/lib/commerce/rails";
import { cancelSubscription, leavingReasonsOf, mySubscription, pauseSubscription, resumeSubscription } from "@/lib/commerce/subscriptions";
import { addMonths } from "@/lib/commerce/subscriptions/pauses/add-months";
import { call, closeWorld, creator, database, drain, openWorld, person } from "../../support/world";
import { daysGoBy, daysUntil, member, tiers } from "./support";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

describe("a pause", () => {
  it("begins after what is paid, charges nothing, opens nothing, and ends by itself after a mail", async () => {
    const one = await member();
    const input = { subscriptionId: one.subscriptionId, months: 2 };
    await pauseSubscription({ ctx: one.ctx(), input });
    await pauseSubscription({ ctx: one.ctx(), input });
    await drain();
    const { currentPeriodEnd, providerId } = await one.row();
    expect((await stripe().subscriptions.retrieve(providerId)).pause_collection).toMatchObject({ behavior: "void" });
    expect(await one.sees()).toBe(true);
    expect((await one.subjects()).at(-1)).toMatch(/^Your membership of Marisol rests from /u);

    await daysGoBy(daysUntil(currentPeriodEnd), [one]);
    expect(await one.sees()).toBe(false);
    expect(await one.row()).toMatchObject({ status: "active", currentPeriodEnd });
    await daysGoBy(35, [one]);
    expect([await one.sees(), await one.sales()]).toEqual([false, 1]);

    const { pause: resting } = await mySubscription(one.ctx(), one.subscriptionId);
    await daysGoBy(daysUntil(new Date(resting?.resumesAt ?? 0)) - 2);
    expect((await one.subjects()).at(-1)).toMatch(/^You are back with Marisol from /u);
    await daysGoBy(2.1, [one]);
    await daysGoBy(0.1, [one]);
    expect([await one.sees(), await one.sales(), (await one.row()).status]).toEqual([true, 2, "active"]);
    expect((await mySubscription(one.ctx(), one.subscriptionId)).pause).toBeNull();
  });

  it("can be taken back: while the paid month runs, all is as before", async () => {
    const one = await member();
    const before = await database().grant.findFirstOrThrow({ where: { sourceId: one.subscriptionId } });
    await pauseSubscription({ ctx: one.ctx(), input: { subscriptionId: one.subscriptionId, months: 1 } });
    await resumeSubscription({ ctx: one.ctx(), input: { subscriptionId: one.subscriptionId } });
    await resumeSubscription({ ctx: one.ctx(), input: { subscriptionId: one.subscriptionId } });
    await drain();
    expect((await database().grant.findFirstOrThrow({ where: { sourceId: one.subscriptionId } })).endsAt).toEqual(before.endsAt);
    expect((await stripe().subscriptions.retrieve((await one.row()).providerId)).pause_collection).toBeNull();
    await daysGoBy(daysUntil((await one.row()).currentPeriodEnd), [one]);
    expect(await one.sales()).toBe(2);
  });

  it("lasts one to three months, and is nobody else's", async () => {
    const one = await member();
    const params = { subscriptionId: one.subscriptionId };
    for (const months of [0, -1, 4, 1.5, "2"]) expect((await call(pause, { as: one.fan, params, body: { months } })).status).toBe(400);
    expect((await call(pause, { as: await person(), params, body: { months: 1 } })).status).toBe(404);
    await cancelSubscription({ ctx: one.ctx(), input: params });
    expect((await call(pause, { as: one.fan, params, body: { months: 1 } })).status).toBe(409);
  });

  it("keeps to the day of the month, or its last", () => {
    expect(addMonths(new Date("2027-02-28T10:00:00Z"), 1, 31).toISOString()).toBe("2027-03-31T10:00:00.000Z");
    expect(addMonths(new Date("2026-11-30T10:00:00Z"), 3).toISOString()).toBe("2027-02-28T10:00:00.000Z");
  });
});

describe("the reasons people leave for", () => {
  it("are shown to their creator once five have said the same, and never who", async () => {
    const maker = await creator({ name: "Marisol", tiers });
    for (let left = 0; left < 5; left += 1) {
      const one = await member({ maker });
      expect(await leavingReasonsOf(await maker.ctx(), maker.creatorId)).toEqual([]);
      await cancelSubscription({ ctx: one.ctx(), input: { subscriptionId: one.subscriptionId, because: "too_expensive", reason: "My name is secret" } });
    }
    const odd = await member({ maker });
    await cancelSubscription({ ctx: odd.ctx(), input: { subscriptionId: odd.subscriptionId, because: "not_for_me" } });
    expect(await leavingReasonsOf(await maker.ctx(), maker.creatorId)).toEqual([{ reason: "too_expensive", words: "It costs too much", count: 5 }]);
    await expect(leavingReasonsOf(await (await creator()).ctx(), maker.creatorId)).rejects.toMatchObject({ code: "not_found" });
  });

  it("are of a short list", async () => {
    const one = await member();
    expect((await call(cancel, { as: one.fan, params: { subscriptionId: one.subscriptionId }, body: { because: "aliens" } })).status).toBe(400);
  });
});
