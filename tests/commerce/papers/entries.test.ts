import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as entryRoute } from "@/app/api/v1/ledger-entries/[ledgerEntryId]/route";
import { syncCheckout } from "@/lib/commerce/checkout";
import { statementLines } from "@/lib/commerce/papers";
import { requestRefund } from "@/lib/commerce/refunds";
import { systemContext } from "@/lib/platform/db";
import { asId } from "@/lib/platform/ids";
import { pays } from "../../support/payments";
import { call, closeWorld, creator, database, drain, openWorld, person } from "../../support/world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

describe("a line of the books", () => {
  it("leads its owner to its booking, the sale or refund behind it, the provider's papers, the rule and the trail; strangers to nothing", async () => {
    const seller = await creator({ tiers: [{ name: "Front row", minAmount: 1000 }] });
    const fan = await person();
    const { checkoutId } = await pays(fan, seller);
    await syncCheckout(systemContext("test"), checkoutId);
    await drain();
    const sale = await database().sale.findFirstOrThrow({ where: { fanUserId: fan.userId } });
    await requestRefund({ ctx: systemContext("rule"), input: { saleId: asId("sale", sale.id), reason: "Sorry", initiator: "fraud", rule: "a-test", amount: 250 } });
    await drain();
    const { data: lines } = await statementLines(await seller.ctx(), sale.occurredAt.toISOString().slice(0, 7), { limit: 50 });
    const fee = lines.find(({ line }) => line === "platform fee");
    const refund = lines.find(({ kind }) => kind === "refund");
    const params = { ledgerEntryId: fee?.id ?? "" };

    const told = await call(entryRoute, { params, as: seller });
    expect([told.status, told.body.amount, told.body.cause.id, told.body.rule]).toEqual([200, -100, sale.id, expect.stringContaining("1000 basis points")]);
    expect(told.body.provider).toContainEqual({ name: "Charge", value: sale.providerCharge });
    expect(told.body.lines.reduce((sum: number, { amount }: { amount: number }) => sum + amount, 0)).toBe(0);
    expect(told.body.trail).toContainEqual(expect.objectContaining({ action: "sale.recorded", by: "DirectFanz, by itself" }));
    const returned = await call(entryRoute, { params: { ledgerEntryId: refund?.id ?? "" }, as: seller });
    expect([returned.body.cause.what, returned.body.rule]).toEqual(["A refund", expect.stringContaining("a-test")]);

    for (const who of [fan, await creator()]) expect((await call(entryRoute, { params, as: who })).status).toBe(404);
    expect((await call(entryRoute, { params, as: await person({ role: "admin" }) })).status).toBe(200);
    expect((await call(entryRoute, { params })).status).toBe(401);
  });
});
