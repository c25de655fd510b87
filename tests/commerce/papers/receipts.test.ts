import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as listRoute } from "@/app/api/v1/receipts/route";
import { GET as receiptRoute } from "@/app/api/v1/receipts/[saleId]/route";
import { syncCheckout } from "@/lib/commerce/checkout";
import { drawReceipt } from "@/lib/commerce/papers";
import { requestRefund } from "@/lib/commerce/refunds";
import { systemContext } from "@/lib/platform/db";
import { asId, type SaleId } from "@/lib/platform/ids";
import { pays } from "../../support/payments";
import type { Creator, Person } from "../../support/people";
import { call, closeWorld, creator, database, drain, openWorld, person } from "../../support/world";
import { bytesOf, readPaper } from "./read-paper";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

async function sold(name = "Zoë Łukasiewicz"): Promise<{ seller: Creator; fan: Person; saleId: SaleId }> {
  const seller = await creator({ name, tiers: [{ name: "Front row", minAmount: 1000 }] });
  const fan = await person({ name: "Ελένη Fan" });
  const { checkoutId } = await pays(fan, seller);
  await syncCheckout(systemContext("test"), checkoutId);
  await drain();
  const sale = await database().sale.findFirstOrThrow({ where: { fanUserId: fan.userId } });
  return { seller, fan, saleId: asId("sale", sale.id) };
}
const receipt = async ({ fan, saleId }: { fan: Person; saleId: SaleId }, title = "Receipt") => readPaper(await bytesOf((await drawReceipt(await fan.ctx(), saleId)).bytes), title);
const returns = async (saleId: SaleId, amount: number | undefined) => {
  await requestRefund({ ctx: systemContext("rule"), input: { saleId, reason: "Sorry", initiator: "fraud", rule: `test-${amount ?? "all"}`, ...(amount ? { amount } : {}) } });
  await drain();
};

describe("a receipt", () => {
  it("says of a $10.00 membership who, what, when and where each cent went, as a tagged PDF with every name as it is written", async () => {
    const text = await receipt(await sold());
    for (const words of ["Zoë Łukasiewicz", "Ελένη Fan", "Front row", "$10.00", "$8.41", "$1.00", "$0.59", "Charged in US dollars", "One month from", "R-"]) if (text !== undefined) expect(text).toContain(words);
    if (text !== undefined) expect(text).not.toMatch(/VAT|credit note/iu);
  });

  it("comes as a PDF that nothing keeps, under a name that is safe in a header", async () => {
    const { fan, saleId } = await sold();
    const { status, headers } = await call(receiptRoute, { params: { saleId }, as: fan });
    expect([status, headers.get("content-type"), headers.get("cache-control")]).toEqual([200, "application/pdf", "private, no-store"]);
    expect(headers.get("content-disposition")).toMatch(/^inline; filename="directfanz-receipt-R-[0-9A-Z]{26}\.pdf"$/u);
  });

  it("is not there for anybody else: strangers, the creator, administrators; and who is not signed in is asked to", async () => {
    const { seller, saleId } = await sold();
    for (const who of [seller, await person(), await person({ role: "admin" })]) expect((await call(receiptRoute, { params: { saleId }, as: who })).status).toBe(404);
    expect((await call(receiptRoute, { params: { saleId } })).status).toBe(401);
    expect((await call(receiptRoute, { params: { saleId: "sal_x" }, as: seller })).status).toBe(400);
  });

  it("shows each return as a credit note, and what was paid in the end", async () => {
    const it = await sold();
    await returns(it.saleId, 250);
    const text = await receipt(it, "Receipt and credit note");
    for (const words of ["C-", "−$2.50", "Paid in the end", "$7.50", "returned in part"]) if (text !== undefined) expect(text).toContain(words);
  });
});

describe("the list of payments", () => {
  it("shows one's own, newest first, page by page, each with its state", async () => {
    const { fan, saleId } = await sold();
    const other = await creator({ tiers: [{ name: "Balcony", minAmount: 500 }] });
    const { checkoutId } = await pays(fan, other);
    await syncCheckout(systemContext("test"), checkoutId);
    await drain();
    await returns(saleId, undefined);
    const first = await call(listRoute, { query: { limit: "1" }, as: fan });
    const second = await call(listRoute, { query: { limit: "1", cursor: first.body.nextCursor }, as: fan });
    expect(first.body.data[0]).toMatchObject({ tierName: "Balcony", amount: 500, returned: 0, state: "paid" });
    expect(second.body.data[0]).toMatchObject({ id: saleId, amount: 1000, returned: 1000, state: "returned" });
    expect(second.body.nextCursor).toBeNull();
  });

  it("is empty for who never paid", async () => {
    expect((await call(listRoute, { as: await person() })).body.data).toEqual([]);
  });
});
