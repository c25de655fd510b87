import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as checkouts } from "@/app/api/v1/checkouts/route";
import { POST as tiers } from "@/app/api/v1/creators/[creatorId]/tiers/route";
import { POST as announce } from "@/app/api/v1/media/route";
import type { Creator, Person } from "../support/people";
import { call, closeWorld, creator, database, openWorld, person } from "../support/world";

const megabyte = 1024 * 1024;
const file = { kind: "picture", fileName: "sleeve.jpg", contentType: "image/jpeg", bytes: 1_000 };
const tier = { name: "Backstage", minAmount: 800 };
let maker: Creator;
let fan: Person;
beforeAll(async () => {
  await openWorld();
  maker = await creator({ name: "Marisol", tiers: [tier] });
  fan = await person();
});
afterAll(() => closeWorld());

/** How many rows there are of what the bad input would have made. */
const rows = async (): Promise<number[]> => Promise.all([database().media.count(), database().tier.count(), database().checkout.count(), database().auditEntry.count()]);
const fields = (body: { invalidParams?: { name: string; reason: string }[] }): string[] => [...new Set((body.invalidParams ?? []).map((one) => one.name.replace(/^body\./u, "")))];

describe("bad input is answered at its field and leaves nothing behind:", () => {
  it.each([
    ["an empty picture", { bytes: 0 }, "bytes"],
    ["a picture of 50 MB", { bytes: 50 * megabyte }, "bytes"],
    ["a song of 201 MB", { kind: "audio", contentType: "audio/mpeg", bytes: 201 * megabyte }, "bytes"],
    ["a page called a picture", { contentType: "text/html" }, "contentType"],
    ["a picture called a song", { kind: "audio" }, "contentType"],
    ["a file without a name", { fileName: "  " }, "fileName"],
  ])("%s", async (_what, change, field) => {
    const before = await rows();
    const { status, body } = await call(announce, { as: maker, body: { ...file, ...change } });
    expect([status, fields(body)]).toEqual([400, [field]]);
    expect(await rows()).toEqual(before);
  });

  it.each([-800, 0, 99, 8.5, 1e12, Number.MAX_SAFE_INTEGER, "800", "€8", null])("a tier for %j cents", async (minAmount) => {
    const before = await rows();
    const { status, body } = await call(tiers, { as: maker, params: { creatorId: maker.creatorId }, body: { ...tier, minAmount } });
    expect([status, fields(body)]).toEqual([400, ["minAmount"]]);
    expect(await rows()).toEqual(before);
  });

  it.each(["eur", "USDT", ""])("a tier in the currency %j, which we do not take yet", async (currency) => {
    const before = await rows();
    const { status, body } = await call(tiers, { as: maker, params: { creatorId: maker.creatorId }, body: { ...tier, currency } });
    expect([status, fields(body)]).toEqual([400, ["currency"]]);
    expect(await rows()).toEqual(before);
  });

  it.each([
    ["a negative amount", { amount: -800 }, "amount"],
    ["nothing", { amount: 0 }, "amount"],
    ["less than the tier's minimum", { amount: 799 }, "amount"],
    ["a fraction of a cent", { amount: 800.5 }, "amount"],
    ["more than anybody has", { amount: 1e12 }, "amount"],
    ["another currency than the tier's", { amount: 800, currency: "eur" }, "currency"],
    ["a tier that is none", { amount: 800, tierId: "pst_01M8651BFYC7VW5BKGMXXS583R" }, "tierId"],
  ])("paying %s", async (_what, change, field) => {
    const before = await rows();
    const { status, body } = await call(checkouts, { as: fan, body: { tierId: maker.tiers[0]?.id, ...change } });
    expect([status, fields(body)]).toEqual([400, [field]]);
    expect(await rows()).toEqual(before);
  });
});
