import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as tiers } from "@/app/api/v1/creators/[creatorId]/tiers/route";
import { DELETE as unarchive, PUT as archive } from "@/app/api/v1/tiers/[tierId]/archival/route";
import { DELETE as remove, PATCH as change } from "@/app/api/v1/tiers/[tierId]/route";
import { PATCH as changePage } from "@/app/api/v1/creators/[creatorId]/route";
import { POST as openPage } from "@/app/api/v1/creators/route";
import { confirmCheckout, startCheckout } from "@/lib/commerce/checkout";
import { mostTiers } from "@/lib/content/tiers/rules";
import { asId } from "@/lib/platform/ids";
import { pays } from "../support/payments";
import { call, closeWorld, creator, database, openWorld, person } from "../support/world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

const one = { tiers: [{ name: "Front row", minAmount: 500 }] };

describe("a tier", () => {
  it("is not deleted once someone has joined it, and can be archived instead", async () => {
    const maker = await creator(one);
    const fan = await person();
    const tierId = maker.tiers[0]?.id ?? "";
    const paid = await pays(fan, maker);
    await confirmCheckout({ ctx: await fan.ctx(), input: { checkoutId: asId("checkout", paid.checkoutId) } });

    const refused = await call(remove, { method: "DELETE", as: maker, params: { tierId } });
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain("Archive it instead");
    expect((await call(archive, { method: "PUT", as: maker, params: { tierId } })).body.archived).toBe(true);
    expect((await call(unarchive, { method: "DELETE", as: maker, params: { tierId } })).body.archived).toBe(false);
  });

  it("is not deleted once a payment page was opened for it, not even when that page has closed", async () => {
    const maker = await creator(one);
    const fan = await person();
    const tierId = asId("tier", maker.tiers[0]?.id ?? "");
    await startCheckout({ ctx: await fan.ctx(), input: { tierId, amount: 500, currency: "usd" } });
    for (const state of ["open", "expired"] as const) {
      await database().checkout.updateMany({ where: { fanUserId: fan.userId }, data: { state } });
      const refused = await call(remove, { method: "DELETE", as: maker, params: { tierId } });
      expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining("Somebody paid for this tier, or began to")]);
    }
    expect(await database().tier.count({ where: { id: tierId } })).toBe(1);
  });

  it("is deleted while nobody ever joined", async () => {
    const maker = await creator(one);
    expect((await call(remove, { method: "DELETE", as: maker, params: { tierId: maker.tiers[0]?.id ?? "" } })).status).toBe(204);
    expect(await database().tier.count({ where: { creatorId: maker.creatorId } })).toBe(0);
  });

  it.each([
    ["negative", { minAmount: -500 }, "body.minAmount"],
    ["nothing", { minAmount: 0 }, "body.minAmount"],
    ["half a cent", { minAmount: 100.5 }, "body.minAmount"],
    ["huge", { minAmount: 10_000_000_000 }, "body.minAmount"],
    ["below a dollar", { minAmount: 99 }, "body.minAmount"],
    ["in another currency", { minAmount: 500, currency: "eur" }, "body.currency"],
    ["text", { minAmount: "500" }, "body.minAmount"],
  ])("is refused when its price is %s, at the field", async (_what, price, field) => {
    const maker = await creator();
    const answer = await call(tiers, { as: maker, params: { creatorId: maker.creatorId }, body: { name: "Front row", ...price } });
    expect(answer.status).toBe(400);
    expect(answer.body.invalidParams.map((param: { name: string }) => param.name)).toContain(field);
    expect(await database().tier.count({ where: { creatorId: maker.creatorId } })).toBe(0);
  });

  it("belongs to its creator: to others it does not exist", async () => {
    const [maker, other] = [await creator(one), await creator(one)];
    expect((await call(change, { method: "PATCH", as: other, params: { tierId: maker.tiers[0]?.id ?? "" }, body: { minAmount: 100 } })).status).toBe(404);
    expect((await call(tiers, { as: other, params: { creatorId: maker.creatorId }, body: { name: "Mine", minAmount: 500 } })).status).toBe(404);
  });

  it("is not opened again beside as many as there can be, not even by two hands at once", async () => {
    const maker = await creator({ tiers: Array.from({ length: mostTiers }, (_, at) => ({ name: `Row ${at}`, minAmount: 500 })) });
    const shelved = maker.tiers.slice(0, 2).map(({ id }) => ({ params: { tierId: id }, as: maker }));
    for (const tier of shelved) await call(archive, { ...tier, method: "PUT" });
    await call(tiers, { as: maker, params: { creatorId: maker.creatorId }, body: { name: "A new one", minAmount: 500 } });
    const answers = await Promise.all(shelved.map((tier) => call(unarchive, { ...tier, method: "DELETE" })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await database().tier.count({ where: { creatorId: maker.creatorId, archivedAt: null } })).toBe(mostTiers);
  });

  it("is one for a double click, with the same answer", async () => {
    const maker = await creator();
    const send = { as: maker, params: { creatorId: maker.creatorId }, body: { name: "Front row", minAmount: 500 }, headers: { "idempotency-key": "one-and-the-same" } };
    const first = await call(tiers, send);
    const again = await call(tiers, send);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect((await call(tiers, { ...send, body: { name: "Another", minAmount: 500 } })).status).toBe(409);
    expect(await database().tier.count({ where: { creatorId: maker.creatorId } })).toBe(1);
  });
});

describe("a page", () => {
  it("refuses a 10,000-character bio at its field and keeps what was there", async () => {
    const maker = await creator();
    const answer = await call(changePage, { method: "PATCH", as: maker, params: { creatorId: maker.creatorId }, body: { bio: "x".repeat(10_000), city: "Lisbon" } });
    expect(answer.body.invalidParams[0]).toMatchObject({ name: "body.bio", reason: "Use at most 4,000 characters." });
    expect((await database().creatorProfile.findUniqueOrThrow({ where: { id: maker.creatorId } })).city).toBe("");
  });

  it("has an address nobody else has, and none of our own", async () => {
    const maker = await creator({ handle: "the-first" });
    const other = await person();
    expect((await call(openPage, { as: other, body: { handle: "The-First", name: "B" } })).body.invalidParams[0]).toMatchObject({ name: "body.handle", reason: "This address is taken." });
    expect((await call(openPage, { as: other, body: { handle: "admin", name: "B" } })).status).toBe(400);
    expect((await call(openPage, { as: maker, body: { handle: "the-second", name: "B" } })).status).toBe(409);
  });

  it("cannot be rated adult while there are no age checks", async () => {
    const maker = await creator();
    expect((await call(changePage, { method: "PATCH", as: maker, params: { creatorId: maker.creatorId }, body: { rating: "adult" } })).status).toBe(400);
  });
});
