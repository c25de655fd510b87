import fc from "fast-check";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { PDFDocument } from "pdf-lib";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changeConsent, correctTaxDocument, giveSellerDetails, issueTaxYear, listTaxDocuments, makeTaxFile, markPosted, paperList, readTaxDocument, reconcileYear, runTaxYear, submitTaxForm } from "@/lib/commerce/tax";
import { accounts, postTransaction } from "@/lib/commerce/ledger";
import { decideDocuments } from "@/lib/commerce/tax/decide";
import { openDocument } from "@/lib/commerce/tax/draft";
import { irisSchema } from "@/lib/commerce/tax/xml/iris-schema";
import { dac7Schema } from "@/lib/commerce/tax/xml/dac7-schema";
import { validateXml } from "@/lib/commerce/tax/xml/validate";
import { config, setConfig } from "@/lib/platform/config";
import { type Context, systemContext } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { mailsTo } from "../../support/cloud";
import { closeWorld, database, drain, openWorld } from "../../support/world";
import { maker, type Maker, sells, w8ben, w9 } from "./papers";

beforeAll(() => openWorld());
afterAll(closeWorld);
beforeEach(async () => {
  await database().$executeRaw`TRUNCATE "TaxDocument", "TaxRun", "TaxReview"`;
  await database().$executeRaw`DELETE FROM "Follow"`;
  await database().$executeRaw`DELETE FROM "CreatorProfile"`;
  setConfig({ ...config(), TAX_FORM_FOR_SALES: "1099-K" });
});

/** In January after the year. */
const january = (year = 2026): Context => ({ ...systemContext("test"), now: new Date(Date.UTC(year + 1, 0, 10)) });
const run = (year = 2026, options = {}) => runTaxYear({ ctx: january(year), input: { year, dryRun: false } }, options);
const documents = (one: Maker) => database().taxDocument.findMany({ where: { creatorId: one.creatorId }, orderBy: [{ form: "asc" }, { correction: "asc" }] });
const reviews = async (one: Maker): Promise<string[]> => (await database().taxReview.findMany({ where: { creatorId: one.creatorId }, orderBy: { reason: "asc" } })).map((row) => row.reason);

async function books(one: Maker, kind: "reward" | "payout", amount: number, at: string, withheld = 0): Promise<void> {
  await database().$transaction((tx) =>
    postTransaction(tx, {
      idempotencyKey: newId("request"),
      kind,
      causeId: newId("request"),
      description: kind,
      currency: "usd",
      occurredAt: new Date(at),
      lines: kind === "reward" ? [{ account: accounts.creator(one.creatorId), amount: -amount, line: "prize" }, { account: accounts.platformFees, amount, line: "prize" }] : [{ account: accounts.creator(one.creatorId), amount, line: "payout" }, { account: accounts.withheldTax, amount: -withheld, line: "backup withholding" }, { account: accounts.rail("stripe"), amount: withheld - amount, line: "payout" }],
    }),
  );
}

const figures = (gross: number, payments: number, rewards = 0, withheld = 0) => ({ gross, payments, months: [], rewards, withheld, quarters: [], otherCurrency: false });
const us = (state = "NY") => ({ kind: "w9" as const, country: "US", state, valid: true });
const forms = (year: number, formForSales: "1099-K" | "1099-NEC", gross: number, payments: number, state = "NY", rewards = 0): string[] => decideDocuments({ year, formForSales, figures: figures(gross, payments, rewards), papers: us(state), sellerCountry: undefined }).documents.map((one) => `${one.form}${one.federal ? "" : ` ${one.stateFiled ?? ""}`}`);

describe("who gets which form", () => {
  it.each([
    ...[2024, 2025, 2026].flatMap((year) => [
      [year, "1099-K", 2_000_000, 201, "NY", []], [year, "1099-K", 2_000_001, 200, "NY", []], [year, "1099-K", 2_000_001, 201, "NY", ["1099-K"]], [year, "1099-K", 9_000_000, 1, "NY", []], [year, "1099-K", 1, 5_000, "NY", []],
      [year, "1099-K", 59_999, 3, "MA", []], [year, "1099-K", 60_000, 1, "MA", ["1099-K MA"]], [year, "1099-K", 60_000, 1, "VA", ["1099-K VA"]], [year, "1099-K", 99_999, 10, "NJ", []], [year, "1099-K", 100_000, 1, "NJ", ["1099-K NJ"]], [year, "1099-K", 100_000, 3, "IL", []], [year, "1099-K", 100_000, 4, "IL", ["1099-K IL"]], [year, "1099-K", 250_000, 1, "AR", ["1099-K AR"]],
    ]),
    [2024, "1099-NEC", 59_999, 9, "NY", []], [2024, "1099-NEC", 60_000, 1, "NY", ["1099-NEC"]], [2025, "1099-NEC", 60_000, 1, "NY", ["1099-NEC"]], [2026, "1099-NEC", 60_000, 1, "NY", []], [2026, "1099-NEC", 199_999, 1, "NY", []], [2026, "1099-NEC", 200_000, 1, "NY", ["1099-NEC"]],
  ] as [number, "1099-K" | "1099-NEC", number, number, string, string[]][])("in %s, sales on a %s: %s cents in %s payments, %s → %j", (year, form, gross, payments, state, expected) => expect(forms(year, form, gross, payments, state)).toEqual(expected));

  it.each([[2024, 59_999, []], [2025, 60_000, ["1099-MISC"]], [2026, 60_000, []], [2026, 200_000, ["1099-MISC"]]])("in %s a prize of %s cents → %j", (year, rewards, expected) => expect(forms(year, "1099-K", 0, 0, "NY", rewards)).toEqual(expected));

  it("never has the same money on two forms, and every form whole", () => {
    fc.assert(
      fc.property(fc.constantFrom(2024, 2025, 2026), fc.constantFrom("1099-K" as const, "1099-NEC" as const), fc.nat(5_000_000), fc.nat(500), fc.nat(500_000), fc.nat(10_000), (year, formForSales, gross, payments, rewards, withheld) => {
        const { documents } = decideDocuments({ year, formForSales, figures: figures(payments === 0 ? 0 : gross, payments, rewards, withheld), papers: us("MA"), sellerCountry: undefined });
        const onSales = documents.filter((one) => one.form === "1099-K" || one.form === "1099-NEC");
        expect(onSales.length).toBeLessThanOrEqual(1);
        for (const one of onSales) expect(one).toMatchObject({ form: formForSales, gross });
        for (const one of documents.filter((each) => each.form === "1099-MISC")) expect(one.gross).toBe(rewards);
        // What was withheld is reported once, whatever the thresholds say.
        if (withheld > 0) expect(documents.reduce((sum, one) => sum + one.withheld, 0)).toBe(withheld);
      }),
    );
  });

  it("is refused for a year without its rows, which are named", async () => {
    const one = await maker(w9());
    await sells(one.creatorId, 2027, 3_000_000, 250);
    await expect(run(2027)).rejects.toThrow(/no row for the threshold of form 1099-K in 2027/u);
    await expect(run(2023)).rejects.toThrow(/1099-K in 2023/u);
    expect(await database().taxDocument.count()).toBe(0);
  });
});

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
});

describe("issuing", () => {
  it("mails a link to who agreed, and lists the others for the post", async () => {
    const [agreed, paper] = [await maker(w9()), await maker(w9())];
    await changeConsent({ ctx: await agreed.ctx(), input: { given: true } });
    for (const one of [agreed, paper]) await sells(one.creatorId, 2026, 2_500_000, 250);
    await run();
    expect(await issueTaxYear({ ctx: january(), input: { year: 2026 } }, { batch: 1 })).toEqual({ issued: 2, done: true });
    await drain();
    await drain();
    const mails = await mailsTo(agreed.email);
    expect(mails.map((mail) => mail.subject)).toEqual(["Important tax return document available"]);
    expect(JSON.stringify(mails)).not.toMatch(/9998|Quillfeather|25,000/u);
    expect(await mailsTo(paper.email)).toEqual([]);
    expect((await documents(agreed))[0]).toMatchObject({ state: "delivered", delivery: "mail" });
    const list = await paperList(january(), 2026);
    expect(list.map((row) => row.creatorId)).toEqual([paper.creatorId]);
    await markPosted({ ctx: january(), input: { documentId: list[0]?.id ?? "" } });
    expect(await paperList(january(), 2026)).toEqual([]);
    expect((await documents(paper))[0]).toMatchObject({ state: "delivered", delivery: "paper" });
  });
});

describe("a correction", () => {
  it("is a row of its own beside the first; a void too; and nothing is corrected that is right", async () => {
    const one = await maker(w9());
    await sells(one.creatorId, 2026, 2_500_000, 250);
    await run();
    const [first] = await documents(one);
    const correct = (voided: boolean, ctx = january()) => correctTaxDocument({ ctx, input: { documentId: first?.id ?? "", voided, reason: "a test" } });
    await expect(correct(false)).rejects.toThrow("draft");
    await issueTaxYear({ ctx: january(), input: { year: 2026 } });
    await expect(correct(false)).rejects.toThrow("nothing to correct");
    await submitTaxForm({ ctx: { ...(await one.ctx()), now: new Date("2027-02-02T00:00:00Z") }, input: w9({ tin: "220-11-2345" }) });
    expect((await run()).needCorrection).toBe(1);
    expect(await correct(false)).toMatchObject({ correction: 1 });
    await issueTaxYear({ ctx: january(), input: { year: 2026 } });
    expect(await correct(true)).toMatchObject({ correction: 2 });
    await expect(correct(true)).rejects.toThrow("draft");
    await issueTaxYear({ ctx: january(), input: { year: 2026 } });
    await expect(correct(true)).rejects.toThrow("nothing to correct");
    const rows = await documents(one);
    expect(rows.map((row) => [row.correction, row.voided, row.state])).toEqual([[0, false, "issued"], [1, false, "issued"], [2, true, "issued"]]);
    expect((await Promise.all(rows.map(openDocument))).map((payload) => payload.recipient.tin)).toEqual(["219099998", "220112345", "220112345"]);
    await expect(correctTaxDocument({ ctx: await one.ctx(), input: { documentId: first?.id ?? "", voided: false, reason: "x" } })).rejects.toMatchObject({ status: 404 });
  });
});

describe("the file for the tax office", () => {
  it("follows its schema for each form, and a broken one is refused without telling whose", async () => {
    const one = await maker(w9({ name: "Łucja O'Shea-Ångström & Søn <x>", state: "MA" }));
    await sells(one.creatorId, 2026, 2_500_000, 250);
    await books(one, "reward", 250_000, "2026-07-07T00:00:00Z");
    await run();
    const make = (form: "1099-K" | "1099-MISC" | "1099-NEC" | "DAC7", corrections?: Record<string, string>) => makeTaxFile({ ctx: january(), input: { year: 2026, form, test: true, corrections } });
    await expect(make("1099-K")).rejects.toThrow("no issued document");
    await issueTaxYear({ ctx: january(), input: { year: 2026 } });
    const { xml, documents: count } = await make("1099-K");
    expect(count).toBe(1);
    for (const part of ["<GrossAmt>25000.00</GrossAmt>", "<PaymentTransactionCnt>250</PaymentTransactionCnt>", "<TIN>219099998</TIN>", "<PersonFirstNm>Lucja O&apos;Shea-Angstrom &amp; Son</PersonFirstNm>", "<StateAbbreviationCd>MA</StateAbbreviationCd>"]) expect(xml).toContain(part);
    expect((await make("1099-MISC")).xml).toContain("<OtherIncomeAmt>2500.00</OtherIncomeAmt>");
    for (const [from, to] of [["219099998", "21909999"], ["25000.00", "25000"], ["<RecordId>1</RecordId>", ""], ["2026", "26"]] as const) {
      const refused = await validateXml(xml.replaceAll(from, to), irisSchema).catch((error: unknown) => error as Error);
      expect((refused as Error).message).toMatch(/does not follow its schema at \//u);
      expect((refused as Error).message).not.toMatch(/2190|Lucja/u);
    }
    await expect(validateXml("<a", irisSchema)).rejects.toThrow("not XML");

    const [first] = await documents(one);
    await sells(one.creatorId, 2026, 100, 1);
    const { id } = await correctTaxDocument({ ctx: january(), input: { documentId: first?.id ?? "", voided: false, reason: "late sale" } });
    await issueTaxYear({ ctx: january(), input: { year: 2026 } });
    const corrected = await make("1099-K", { [id]: "2026-12345678901-abc|1|1" });
    for (const part of ["<TransmissionTypeCd>C</TransmissionTypeCd>", "<CorrectedInd>1</CorrectedInd>", "<UniqueRecordId>2026-12345678901-abc|1|1</UniqueRecordId>", "<GrossAmt>25001.00</GrossAmt>"]) expect(corrected.xml).toContain(part);
    expect(await database().auditEntry.count({ where: { action: "tax-file.made" } })).toBe(3);
  });

  it("for a 1099-NEC too, and for DAC7 with quarters and fees in whole units", async () => {
    setConfig({ ...config(), TAX_FORM_FOR_SALES: "1099-NEC" });
    const filer = config().TAX_FILER;
    setConfig({ ...config(), TAX_FILER: filer && { ...filer, dac7: { memberState: "IE", platformId: "IE-PLAT-1" } } });
    const [american, european] = [await maker(w9()), await maker(w8ben())];
    await giveSellerDetails({ ctx: await european.ctx(), input: { name: "Zdzisława Brzęczyszczykiewicz", legalEntity: false, country: "PL", line1: "Długa 7", line2: "", city: "Łódź", region: "", postalCode: "90-001", birthDate: "1991-04-03", registrationNumber: "", tin: "82040312345", tinIssuedBy: "PL", vatId: "PL8204031234" } });
    for (const one of [american, european]) await sells(one.creatorId, 2026, 1_200_000, 12);
    await run();
    await issueTaxYear({ ctx: january(), input: { year: 2026 } });
    expect((await makeTaxFile({ ctx: january(), input: { year: 2026, form: "1099-NEC", test: false } })).xml).toContain("<NonemployeeCompensationAmt>12000.00</NonemployeeCompensationAmt>");
    const { xml } = await makeTaxFile({ ctx: january(), input: { year: 2026, form: "DAC7", test: false } });
    for (const part of ['<ConsQ1 currCode="USD">3000</ConsQ1>', '<FeesQ4 currCode="USD">300</FeesQ4>', "<NumbQ2>3</NumbQ2>", "<BirthDate>1991-04-03</BirthDate>", '<TIN issuedBy="PL">82040312345</TIN>', "<VAT>PL8204031234</VAT>", "<City>Łódź</City>"]) expect(xml).toContain(part);
    await expect(validateXml(xml.replace("1991-04-03", "3.4.1991"), dac7Schema)).rejects.toThrow(/does not follow its schema at \//u);
  });

  it("takes nobody without a name, and says which document it is", async () => {
    const one = await maker(undefined);
    await sells(one.creatorId, 2026, 2_500_000, 250);
    await run();
    await issueTaxYear({ ctx: january(), input: { year: 2026 } });
    await expect(makeTaxFile({ ctx: january(), input: { year: 2026, form: "1099-K", test: true } })).rejects.toThrow(/tdc_/u);
  });
});

describe("a person's copy", () => {
  it("opens as a tagged PDF with every box, the number masked, and is theirs alone", async () => {
    const [one, other] = [await maker(w9({ name: "Zdzisława Жар Ψηφίδα" })), await maker(w9())];
    await sells(one.creatorId, 2026, 2_500_012, 250);
    await run();
    expect(await listTaxDocuments(await one.ctx())).toEqual([]);
    await issueTaxYear({ ctx: january(), input: { year: 2026 } });
    const [view] = await listTaxDocuments(await one.ctx());
    expect(view).toMatchObject({ form: "1099-K", year: 2026, gross: 2_500_012 });
    const { bytes, name } = await readTaxDocument(await one.ctx(), view?.id ?? "");
    expect(name).toBe("1099-K-2026.pdf");
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    expect([pdf.getPageCount(), pdf.getTitle()]).toEqual([1, "Form 1099-K, 2026"]);
    expect(pdf.catalog.toString()).toMatch(/\/MarkInfo[\s\S]*\/StructTreeRoot|\/StructTreeRoot[\s\S]*\/MarkInfo/u);
    const text = await textOf(bytes);
    if (text === undefined) return;
    for (const part of ["$25,000.12", "Zdzisława Жар Ψηφίδα", "***-**-9998", "5a", "5l", "1b", "5815", "VOID", "CORRECTED"]) expect(text).toContain(part);
    expect(text).not.toMatch(/219-?09/u);
    await expect(readTaxDocument(await other.ctx(), view?.id ?? "")).rejects.toMatchObject({ status: 404 });
  });
});

/** The words of a PDF, by poppler where it is there; undefined where it is not: the rest is told without it. */
async function textOf(bytes: Uint8Array): Promise<string | undefined> {
  const folder = await mkdtemp(path.join(tmpdir(), "tax-pdf-"));
  await writeFile(path.join(folder, "a.pdf"), bytes);
  const asked = await promisify(execFile)("pdftotext", ["-layout", path.join(folder, "a.pdf"), path.join(folder, "a.txt")]).catch((error: unknown) => error as { code?: string });
  if ("code" in asked && asked.code === "ENOENT") return undefined;
  return readFile(path.join(folder, "a.txt"), "utf8");
}

describe("from box 1a to the bank", () => {
  it("explains every cent of a year out of the books, with what was carried in and out", async () => {
    const one = await maker(undefined);
    const id = one.creatorId;
    const post = (kind: string, at: string, lines: [string, number, string][]) =>
      database().$transaction((tx) => postTransaction(tx, { idempotencyKey: newId("request"), kind: kind as "sale", causeId: newId("request"), description: kind, currency: "usd", occurredAt: new Date(at), lines: lines.map(([code, amount, line]) => ({ account: code.startsWith(":") ? { code: `creator:${id}${code.slice(1)}`, kind: "liability", creatorId: id } : { code, kind: "asset" }, amount, line })) }));
    const sale = (at: string, gross: number) => post("sale", at, [["rail:stripe", gross, "paid by the fan"], ["rail:stripe", -59, "kept by the payment provider"], [":", -gross, "sale"], [":", gross / 10, "platform fee"], [":", 59, "card processing, at cost"], ["platform:fees", -gross / 10, "platform fee"]]);
    await sale("2025-12-30T00:00:00Z", 1_000);
    await sale("2026-01-05T00:00:00Z", 10_000);
    await sale("2026-02-05T00:00:00Z", 20_000);
    await sells(id, 2026, 30_000, 2);
    await post("refund", "2026-02-06T00:00:00Z", [[":", 1_000, "refund"], ["rail:stripe", -1_000, "refund"]]);
    await post("dispute", "2026-02-07T00:00:00Z", [[":", 2_000, "dispute"], [":" + ":held", -2_000, "held"]]);
    await post("dispute", "2026-03-07T00:00:00Z", [[":" + ":held", 2_000, "dispute lost"], ["rail:stripe", -2_000, "dispute lost"]]);
    await post("payout", "2026-03-10T00:00:00Z", [[":", 10_000, "payout"], [":" + ":payout", -7_550, "payout"], ["tax:withheld", -2_400, "backup withholding"], ["platform:fees", -50, "instant payout"]]);
    await post("payout-sent", "2026-03-11T00:00:00Z", [[":" + ":payout", 7_550, "payout"], ["rail:stripe", -7_550, "payout"]]);
    await post("hold", "2026-04-01T00:00:00Z", [[":", 500, "hold"], [":" + ":held", -500, "hold"]]);
    const year = await reconcileYear(await one.ctx(), 2026);
    expect(year.total).toEqual({ gross: 30_000, platformFee: -3_000, processing: -118, refunds: -1_000, disputes: -2_000, rewards: 0, other: 0, withheld: -2_400, payoutFees: -50, paidOut: -7_550 });
    expect(year).toMatchObject({ box1a: 30_000, carriedIn: 841, held: 500, agrees: true });
    expect(year.carriedOut).toBe(841 + Object.values(year.total).reduce((sum, amount) => sum + amount, 0));
    expect(year.months[2]).toMatchObject({ month: 3, withheld: -2_400, payoutFees: -50, paidOut: -7_550, disputes: -2_000 });
    await sells(id, 2026, 77, 1);
    expect((await reconcileYear(await one.ctx(), 2026)).agrees).toBe(false);
  });
});
