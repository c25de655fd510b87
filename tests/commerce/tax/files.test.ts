import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { correctTaxDocument, giveSellerDetails, issueTaxYear, makeTaxFile } from "@/lib/commerce/tax";
import { irisSchema } from "@/lib/commerce/tax/xml/iris-schema";
import { dac7Schema } from "@/lib/commerce/tax/xml/dac7-schema";
import { validateXml } from "@/lib/commerce/tax/xml/validate";
import { config, setConfig } from "@/lib/platform/config";
import { closeWorld, database, openWorld } from "../../support/world";
import { maker, sells, w8ben, w9 } from "./papers";
import { books, documents, emptyYear, january, run } from "./year";

beforeAll(() => openWorld());
afterAll(closeWorld);
beforeEach(emptyYear);

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
