import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { giveSellerDetails, issueTaxYear, makeTaxFile, paperList, runTaxYear } from "@/lib/commerce/tax";
import { openDocument } from "@/lib/commerce/tax/draft";
import { config, setConfig } from "@/lib/platform/config";
import { closeWorld, database, openWorld } from "../../support/world";
import { maker, type Maker, sells, w8ben, w9 } from "./papers";
import { books, documents, emptyYear, january, reviews, run } from "./year";

beforeAll(() => openWorld());
afterAll(closeWorld);
beforeEach(emptyYear);

describe("a year's run", () => {
  it("reports gross and count with every month, and nets nothing", async () => {
    const one = await maker(w9());
    await sells(one.creatorId, 2026, 2_400_012, 240);
    await sells(one.creatorId, 2025, 777_777, 10);
    expect(await run()).toMatchObject({ creators: 1, made: 1, missingTin: 0, done: true });
    const [row] = await documents(one);
    expect(row).toMatchObject({ form: "1099-K", gross: 2_400_012n, payments: 240, withheldAmount: 0n, federal: true, state: "draft", missingTin: false });
    const payload = await openDocument(row ?? { id: "", payloadSealed: "" });
    expect(payload.months.reduce((sum, amount) => sum + amount, 0)).toBe(2_400_012);
    expect(payload.months).toHaveLength(12);
    expect(payload.recipient).toMatchObject({ name: "Marisol Vane Quillfeather", tin: "219099998", tinKind: "ssn" });
    expect(row?.payloadSealed).toMatch(/^v1\./u);
  });

  it("run twice is run once; a draft follows the books, and an issued one is never changed", async () => {
    const one = await maker(w9());
    await sells(one.creatorId, 2026, 2_400_000, 240);
    await run();
    expect(await run()).toMatchObject({ made: 0, updated: 0, unchanged: 1 });
    await sells(one.creatorId, 2026, 10_000, 1);
    expect(await run()).toMatchObject({ made: 0, updated: 1 });
    expect((await documents(one))[0]?.gross).toBe(2_410_000n);
    await issueTaxYear({ ctx: january(), input: { year: 2026 } });
    await sells(one.creatorId, 2026, 10_000, 1);
    expect(await run()).toMatchObject({ made: 0, updated: 0, needCorrection: 1 });
    expect(await reviews(one)).toEqual(["needs_correction"]);
    expect((await documents(one)).map((row) => row.gross)).toEqual([2_410_000n]);
    await expect(database().$executeRaw`UPDATE "TaxDocument" SET gross = 1`).rejects.toThrow(/not changed/u);
    await expect(database().$executeRaw`DELETE FROM "TaxDocument"`).rejects.toThrow(/kept/u);
  });

  it("gives each who shares a sale their part of it, and the whole to nobody", async () => {
    const [one, other] = [await maker(w9()), await maker(w9())];
    await sells(one.creatorId, 2026, 2_600_000, 260);
    const rows = await database().sale.findMany({ where: { creatorId: one.creatorId }, take: 300 });
    const part = (creatorId: string, saleId: string) => ({ saleId, creatorId, currency: "usd", gross: 5_000, platformFee: 500, processingFee: 0, net: 4_500 });
    await database().saleShare.createMany({ data: rows.slice(0, 50).flatMap(({ id }) => [part(one.creatorId, id), part(other.creatorId, id)]) });
    await run();
    expect((await documents(one)).map((row) => [Number(row.gross), row.payments])).toEqual([[2_350_000, 260]]);
    expect(await documents(other)).toEqual([]);
  });

  it("as a dry run counts the same and writes nothing at all", async () => {
    const one = await maker(undefined);
    await sells(one.creatorId, 2026, 2_400_000, 240);
    const counts = () => database().$queryRaw`SELECT (SELECT count(*) FROM "TaxDocument") AS d, (SELECT count(*) FROM "TaxReview") AS r, (SELECT count(*) FROM "TaxRun") AS u, (SELECT count(*) FROM "AuditEntry") AS a, (SELECT count(*) FROM "OutboxEvent") AS o`;
    const before = await counts();
    expect(await runTaxYear({ ctx: january(), input: { year: 2026, dryRun: true } })).toMatchObject({ made: 1, missingTin: 1, reviews: 1, dryRun: true, done: true });
    expect(await counts()).toEqual(before);
  });

  it("waits for the end of the year, unless it is dry", async () => {
    const early = { ...january(), now: new Date("2026-12-31T23:59:59Z") };
    await expect(runTaxYear({ ctx: early, input: { year: 2026, dryRun: false } })).rejects.toThrow("not over");
    expect(await runTaxYear({ ctx: early, input: { year: 2026, dryRun: true } })).toMatchObject({ done: true });
  });

  it("goes on after a crash in the middle, and leaves nobody out nor in twice", async () => {
    const makers: Maker[] = [];
    for (let n = 0; n < 7; n++) {
      makers.push(await maker(w9()));
      await sells(makers[n]?.creatorId ?? "", 2026, 2_100_000 + n, 201);
    }
    let batches = 0;
    const killed = run(2026, {
      batch: 2,
      onBatch: () => {
        batches += 1;
        if (batches === 2) throw new Error("killed");
      },
    });
    await expect(killed).rejects.toThrow("killed");
    expect(await database().taxDocument.count()).toBe(4);
    expect(await run(2026, { batch: 2 })).toMatchObject({ creators: 3, made: 3, done: true });
    expect((await database().taxDocument.findMany({ orderBy: { gross: "asc" } })).map((row) => Number(row.gross))).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => 2_100_000 + n));
    // And two at once do not fall over each other.
    await database().$executeRaw`TRUNCATE "TaxDocument", "TaxRun"`;
    await Promise.allSettled([run(), run()]);
    await run();
    expect(await database().taxDocument.count()).toBe(7);
  });

  it("without a W-9 fills the box of tax withheld from the books, flags the number, and reports below every threshold", async () => {
    const one = await maker(undefined);
    await sells(one.creatorId, 2026, 10_000, 1);
    await books(one, "payout", 9_000, "2026-03-06T00:00:00Z", 2_160);
    await books(one, "payout", 900, "2027-01-06T00:00:00Z", 216);
    expect(await run()).toMatchObject({ made: 1, missingTin: 1 });
    expect((await documents(one))[0]).toMatchObject({ form: "1099-K", gross: 10_000n, withheldAmount: 2_160n, missingTin: true, federal: true });
    expect(await reviews(one)).toEqual(["missing_tin"]);
  });

  it("gives no 1099 to who signed a W-8 and lists them, while it lasts", async () => {
    const [abroad, expired, european] = [await maker(w8ben({ country: "JP", citizenship: "JP" })), await maker(w8ben({ country: "JP", citizenship: "JP" }), new Date("2022-05-05T00:00:00Z")), await maker(w8ben())];
    await giveSellerDetails({ ctx: await european.ctx(), input: { name: "Zdzisława Brzęczyszczykiewicz", legalEntity: false, country: "PL", line1: "Długa 7", line2: "", city: "Łódź", region: "", postalCode: "90-001", birthDate: "1991-04-03", registrationNumber: "", tin: "82040312345", tinIssuedBy: "PL", vatId: "" } });
    for (const one of [abroad, expired, european]) await sells(one.creatorId, 2026, 2_500_000, 250);
    await run();
    expect([(await documents(abroad)).map((row) => row.form), await reviews(abroad)]).toEqual([[], ["foreign_1042s"]]);
    expect([(await documents(expired)).map((row) => row.form), await reviews(expired)]).toEqual([["1099-K"], ["missing_tin", "w8_expired"]]);
    expect([(await documents(european)).map((row) => row.form), await reviews(european)]).toEqual([["DAC7"], ["eu_dac7", "foreign_1042s"]]);
  });

  it("puts prizes on a 1099-MISC beside the 1099-K, and refuses a prize that is a sale", async () => {
    const one = await maker(w9());
    await sells(one.creatorId, 2026, 2_500_000, 250);
    await books(one, "reward", 250_000, "2026-07-07T00:00:00Z");
    await run();
    expect((await documents(one)).map((row) => [row.form, Number(row.gross)])).toEqual([["1099-K", 2_500_000], ["1099-MISC", 250_000]]);
    await expect(run(2026, { rewards: () => Promise.resolve([{ creatorId: one.creatorId, amount: 5, isSale: true }]) })).rejects.toThrow("on two forms");
  });

  it("moves drafts to the other form when the owner decides so, and never keeps both", async () => {
    const one = await maker(w9());
    await sells(one.creatorId, 2026, 2_500_000, 250);
    await run();
    setConfig({ ...config(), TAX_FORM_FOR_SALES: "1099-NEC" });
    await run();
    expect((await documents(one)).map((row) => row.form)).toEqual(["1099-NEC"]);
    await issueTaxYear({ ctx: january(), input: { year: 2026 } });
    setConfig({ ...config(), TAX_FORM_FOR_SALES: "1099-K" });
    expect(await run()).toMatchObject({ needCorrection: 1 });
    expect((await documents(one)).map((row) => row.form)).toEqual(["1099-NEC"]);
  });

  it("is nobody's but an administrator's", async () => {
    const one = await maker(w9());
    const ctx = await one.ctx();
    await expect(runTaxYear({ ctx, input: { year: 2025, dryRun: true } })).rejects.toMatchObject({ status: 404 });
    await expect(issueTaxYear({ ctx, input: { year: 2025 } })).rejects.toMatchObject({ status: 404 });
    await expect(makeTaxFile({ ctx, input: { year: 2025, form: "1099-K", test: true } })).rejects.toMatchObject({ status: 404 });
    await expect(paperList(ctx, 2025)).rejects.toMatchObject({ status: 404 });
  });

  it("is refused for a year without its rows, which are named", async () => {
    const one = await maker(w9());
    await sells(one.creatorId, 2027, 3_000_000, 250);
    await expect(run(2027)).rejects.toThrow(/no row for the threshold of form 1099-K in 2027/u);
    await expect(run(2023)).rejects.toThrow(/1099-K in 2023/u);
    expect(await database().taxDocument.count()).toBe(0);
  });
});
