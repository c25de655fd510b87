import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PUT as archiveRoute } from "@/app/api/v1/promotions/[promotionId]/archival/route";
import { POST as makeRoute } from "@/app/api/v1/promotions/route";
import { stripe } from "@/lib/commerce/rails";
import { days, later, now } from "@/lib/platform/clock";
import type { Creator } from "../../support/people";
import { auditTrail, call as callFrom, type Call, closeWorld, creator, database, drain, openWorld, person } from "../../support/world";
import { tiers } from "../subscriptions/support";

beforeAll(() => openWorld({ TRUSTED_HOPS: "1" }));
afterAll(() => closeWorld());

let address = 0;
/** Each call comes from somewhere else, so that no test is slowed by another. */
const call = (handler: Parameters<typeof callFrom>[0], input: Call) => callFrom(handler, { ...input, headers: { "x-forwarded-for": `10.2.${Math.floor((address += 1) / 250)}.${address % 250}`, ...input.headers } });
const tierOf = (maker: Creator, at = 0) => maker.tiers[at]?.id ?? "";
const whyNot = (answer: { body: { invalidParams?: { name: string; reason: string }[] } }) => answer.body.invalidParams?.[0];

describe("making a code", () => {
  const valid = { code: "spring20", percentOff: 20, duration: "once" };

  it("takes it in capitals, once a page, and tells the provider from a job that may run twice", async () => {
    const maker = await creator({ tiers });
    const made = await call(makeRoute, { as: maker, body: { ...valid, lastDay: later(now(), days(1)).toISOString().slice(0, 10) } });
    expect(made.status).toBe(201);
    expect(made.body.code).toBe("SPRING20");
    await drain();
    expect(await stripe().coupons.retrieve(made.body.id)).toMatchObject({ percent_off: 20, duration: "once", max_redemptions: null, redeem_by: null });
    expect((await auditTrail(made.body.id)).map(({ action }) => action)).toEqual(["promotion.made"]);
    expect(whyNot(await call(makeRoute, { as: maker, body: { ...valid, code: "SPRING20" } }))?.name).toBe("body.code");
    expect((await call(makeRoute, { as: await creator({ tiers }), body: valid })).status).toBe(201);
    expect((await call(archiveRoute, { method: "PUT", as: await creator(), params: { promotionId: made.body.id } })).status).toBe(404);
  });

  it("refuses percents and amounts that are none, other currencies, days that are over, what is free for ever, and others' tiers", async () => {
    const maker = await creator({ tiers });
    const other = await creator({ tiers });
    const bad = [
      { percentOff: 0 }, { percentOff: 101 }, { percentOff: -5 }, { percentOff: 12.5 }, { percentOff: 1e9 }, { percentOff: "20" }, { percentOff: null }, { percentOff: 20, amountOff: 100 }, { percentOff: 100, duration: "forever" },
      { percentOff: null, amountOff: -100 }, { percentOff: null, amountOff: 0 }, { percentOff: null, amountOff: 9.5 }, { percentOff: null, amountOff: 1e12 }, { percentOff: null, amountOff: 800 }, { percentOff: 99 }, { currency: "eur" },
      { duration: "months" }, { duration: "months", months: 0 }, { duration: "months", months: 13 }, { months: 2 }, { duration: "sometimes" }, { mostRedemptions: 0 }, { mostRedemptions: 1.5 }, { lastDay: "2020-01-01" }, { lastDay: "2026-02-30" }, { lastDay: "9999-01-01" },
      { tierIds: [tierOf(other)] }, { tierIds: ["x"] }, { code: "no" }, { code: "no spaces" }, { code: "émile" },
    ];
    for (const part of bad) expect([part, (await call(makeRoute, { as: maker, body: { ...valid, ...part } })).status]).toEqual([part, 400]);
    expect((await call(makeRoute, { as: await person(), body: valid })).status).toBe(403);
    expect(await database().promotion.count({ where: { creatorId: maker.creatorId } })).toBe(0);
  });

  it("leaves one code when two windows make it at once", async () => {
    const maker = await creator({ tiers });
    const answers = await Promise.all([1, 2, 3].map(() => call(makeRoute, { as: maker, body: valid })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400]);
  });
});
