import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as submit } from "@/app/api/v1/tax-forms/route";
import { PUT as match } from "@/app/api/v1/tax-forms/[taxFormId]/tin-match/route";
import { PUT as consent } from "@/app/api/v1/tax-consent/route";
import { GET as profile } from "@/app/api/v1/tax-profile/route";
import { PUT as seller } from "@/app/api/v1/tax-seller-details/route";
import { withholdingFor, withholdingState } from "@/lib/commerce/tax";
import { sealed } from "@/lib/commerce/tax/columns";
import { dueDate, nextBusinessDay, w8ValidUntil } from "@/lib/commerce/tax/dates";
import { maskTin, plainTin, tinFault } from "@/lib/commerce/tax/tin";
import { days, later } from "@/lib/platform/clock";
import { systemContext } from "@/lib/platform/db";
import { resealAll, rotateDataKey, unseal } from "@/lib/platform/sealing";
import { auditTrail, call, closeWorld, creator, database, openWorld, person } from "../../support/world";
import { maker, w8ben, w8bene, w9 } from "./papers";

beforeAll(() => openWorld());
afterAll(closeWorld);

describe("a US tax number", () => {
  it.each([
    ["ssn", "219-09-9998", true], ["ssn", "000-12-3456", false], ["ssn", "666-12-3456", false], ["ssn", "900-70-1234", false], ["ssn", "219-00-9998", false], ["ssn", "219-09-0000", false], ["ssn", "21909999", false], ["ssn", "111111111", false],
    ["itin", "900-50-1234", true], ["itin", "999-65-1234", true], ["itin", "900-66-1234", false], ["itin", "900-69-1234", false], ["itin", "900-70-1234", true], ["itin", "900-88-1234", true], ["itin", "900-89-1234", false], ["itin", "900-90-1234", true], ["itin", "900-93-1234", false], ["itin", "900-94-1234", true], ["itin", "219-70-1234", false],
    ["ein", "12-3456789", true], ["ein", "07-3456789", false], ["ein", "00-3456789", false], ["ein", "99-3456789", true], ["ein", "97-3456789", false],
  ] as const)("of kind %s, %s, is taken: %s", (kind, tin, good) => expect(tinFault(kind, tin) === undefined).toBe(good));

  it("is never repeated by what is said of it, and never shown beyond its last four", () => {
    fc.assert(
      fc.property(fc.constantFrom("ssn", "itin", "ein"), fc.stringMatching(/^\d{9}$/u), (kind, tin) => {
        expect(tinFault(kind as "ssn", tin) ?? "").not.toContain(tin.slice(0, 5));
        const shown = maskTin(kind, tin.slice(-4));
        expect(shown.replace(/[^\d]/gu, "")).toBe(tin.slice(-4));
      }),
    );
    expect(plainTin(" 219-09 9998 ")).toBe("219099998");
  });
});

describe("the tax offices' days", () => {
  it.each([[2024, "2025-01-31", "2025-03-31"], [2025, "2026-02-02", "2026-03-31"], [2026, "2027-02-01", "2027-03-31"]])("of %s are %s for the copies and %s for the forms", (year, copies, forms) => {
    expect(dueDate("toRecipients", year).toISOString().slice(0, 10)).toBe(copies);
    expect(dueDate("1099-NEC", year)).toEqual(dueDate("toRecipients", year));
    expect(dueDate("1099-K", year).toISOString().slice(0, 10)).toBe(forms);
  });
  it("step over weekends and holidays", () => {
    expect(nextBusinessDay(new Date("2026-07-03T00:00:00Z")).toISOString().slice(0, 10)).toBe("2026-07-06");
    expect(nextBusinessDay(new Date("2027-01-18T00:00:00Z")).toISOString().slice(0, 10)).toBe("2027-01-19");
  });
  it("end a W-8 on the last of December of the third year after", () => {
    expect(w8ValidUntil(new Date("2024-01-01T00:00:00Z")).toISOString()).toBe("2027-12-31T23:59:59.999Z");
    expect(w8ValidUntil(new Date("2024-12-31T23:00:00Z")).toISOString()).toBe("2027-12-31T23:59:59.999Z");
  });
});

describe("signing a form", () => {
  it("keeps it, masks it, and says that nobody has asked the IRS", async () => {
    const one = await creator();
    const { status, body } = await call(submit, { as: one, body: w9() });
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: "in_order", withholdingPercent: 0, form: { kind: "w9", tin: "***-**-9998", tinMatch: "not_checked", validUntil: null } });
    expect(JSON.stringify(body)).not.toContain("219");
    const row = await database().taxForm.findFirstOrThrow({ where: { userId: one.userId } });
    expect(row).toMatchObject({ certificationVersion: "w9-2026-1", tinLast4: "9998", state: "NY" });
    expect(await unseal(sealed.tin, row.id, row.tinSealed ?? "")).toBe("219099998");
    expect(await auditTrail(one.userId)).toContainEqual({ action: "tax-form.submitted", actorId: one.userId });
  });

  it("refuses what is wrong, field by field, in words and without the number", async () => {
    const one = await creator();
    const answer = await call(submit, { as: one, body: { ...w9(), tin: "000-12-3456", zip: "1", certify: false } });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).not.toContain("000-12");
    expect(answer.body.invalidParams.map((param: { name: string }) => param.name).sort()).toEqual(["body.certify", "body.zip"]);
    const number = await call(submit, { as: one, body: { ...w9(), tin: "000-12-3456" } });
    expect(number.body.invalidParams).toEqual([{ name: "body.tin", reason: "This is not a number that Social Security gives. Look at your card again." }]);
    expect((await call(submit, { as: one, body: { ...w9(), taxClass: "c-corporation" } })).body.invalidParams[0].name).toBe("body.tinKind");
    expect((await call(submit, { as: one, body: { ...w8ben(), country: "US" } })).status).toBe(400);
    expect((await call(submit, { as: one, body: { ...w8ben(), foreignTin: "" } })).body.invalidParams[0].name).toBe("body.foreignTin");
  });

  it("of a company abroad is kept sealed and masked, ends in its third year, and withholds nothing; what is wrong is said of its field", async () => {
    const one = await creator();
    const faults = async (changes: object) => ((await call(submit, { as: one, body: { ...w8bene(), ...changes } })).body.invalidParams as { name: string }[]).map(({ name }) => name);
    expect(await faults({ giin: "AB12" })).toEqual(["body.giin"]);
    expect(await faults({ fatcaStatus: "bank" })).toEqual(["body.fatcaStatus"]);
    expect(await faults({ incorporatedIn: "US" })).toEqual(["body.incorporatedIn"]);
    expect(await faults({ usTin: "00-3456789" })).toEqual(["body.usTin"]);
    expect(await faults({ foreignTin: "" })).toEqual(["body.foreignTin"]);
    expect(await faults({ treatyCountry: "FR" })).toEqual(["body.treatyCountry"]);
    expect(await database().taxForm.count({ where: { userId: one.userId } })).toBe(0);
    const { status, body } = await call(submit, { as: one, body: w8bene({ giin: "AB12CD.99999.SL.276", usTin: "12-3456789" }) });
    expect([status, body.status, body.withholdingPercent]).toEqual([201, "in_order", 0]);
    expect(body.form).toMatchObject({ kind: "w8ben_e", country: "DE", validUntil: w8ValidUntil(new Date(body.form.signedAt)).toISOString() });
    expect(JSON.stringify(body)).not.toMatch(/123\/45678|3456789/u);
    const row = await database().taxForm.findFirstOrThrow({ where: { userId: one.userId } });
    expect(JSON.stringify(row)).not.toMatch(/123\/45678|3456789|AB12CD/u);
  });

  it("is for creators; a fan is told why not, a visitor to sign in", async () => {
    const fan = await person();
    for (const [handler, body] of [[submit, w9()], [consent, { given: true }], [profile, undefined]] as const) expect([(await call(handler, { as: fan, body })).status, (await call(handler, { body })).status]).toEqual([403, 401]);
  });

  it("adds to a history that the database refuses to change", async () => {
    const one = await maker(w9());
    await call(submit, { as: one, body: w9({ tin: "220-11-2345" }) });
    expect(await database().taxForm.count({ where: { userId: one.userId } })).toBe(2);
    expect((await call(profile, { as: one })).body.form.tin).toBe("***-**-2345");
    await expect(database().$executeRaw`UPDATE "TaxForm" SET "tinLast4" = '0000' WHERE "userId" = ${one.userId}`).rejects.toThrow(/insert-only/u);
    await expect(database().$executeRaw`DELETE FROM "TaxForm" WHERE "userId" = ${one.userId} AND "tinLast4" = '2345'`).rejects.toThrow(/three years/u);
    await expect(database().$executeRaw`UPDATE "TaxForm" SET "tinSealed" = '219099998'`).rejects.toThrow(/tax_form_sealed/u);
  });

  it("leaves nothing readable anywhere in the database, and survives a turned key", async () => {
    const one = await maker(w9({ tin: "351-77-4242" }));
    const other = await creator();
    await call(submit, { as: other, body: w8ben() });
    await call(seller, { method: "PUT", as: other, body: { name: "Zdzisława Brzęczyszczykiewicz", country: "PL", line1: "Długa 7", city: "Łódź", postalCode: "90-001", birthDate: "1991-04-03", tin: "82040312345", tinIssuedBy: "PL", vatId: "PL8204031234" } });
    const columns = await database().$queryRaw<{ t: string; c: string }[]>`SELECT format('%I.%I', table_schema, table_name) AS t, quote_ident(column_name) AS c FROM information_schema.columns WHERE table_schema IN ('public', 'pgboss')`;
    for (const { t, c } of columns) {
      const [row] = await database().$queryRawUnsafe<{ n: bigint }[]>(`SELECT count(*) AS n FROM ${t} WHERE ${c}::text ~ '351-?77-?4242|Quillfeather|Velvet Rope|Brzęczy|Długa|82040312345|PL8204031234|1991-04-03'`);
      expect(Number(row?.n), `${t}.${c}`).toBe(0);
    }
    await rotateDataKey(systemContext("test"));
    expect((await resealAll(systemContext("test"))).done).toBe(true);
    expect((await call(profile, { as: one })).body.form.name).toBe("Marisol Vane Quillfeather");
  });

  it("of another person does not open under this one's row", async () => {
    const [one, other] = [await maker(w9()), await maker(w9({ tin: "220-11-2345" }))];
    const [mine, theirs] = await Promise.all([one, other].map(({ userId }) => database().taxForm.findFirstOrThrow({ where: { userId } })));
    await expect(unseal(sealed.tin, mine?.id ?? "", theirs?.tinSealed ?? "")).rejects.toThrow();
  });
});

describe("consent to documents by mail", () => {
  it("is given and withdrawn as rows, each once", async () => {
    const one = await creator();
    for (const given of [true, true, false, false, true]) expect((await call(consent, { method: "PUT", as: one, body: { given } })).status).toBe(204);
    const rows = await database().taxConsent.findMany({ where: { userId: one.userId }, orderBy: { id: "asc" } });
    expect(rows.map((row) => row.given)).toEqual([true, false, true]);
    expect((await call(profile, { as: one })).body.eDelivery).toBe(true);
  });
});

describe("TIN matching", () => {
  it("is written down by administrators alone, and its answer shown apart from the form", async () => {
    const one = await maker(w9());
    const admin = await person({ role: "admin" });
    const { id: formId } = await database().taxForm.findFirstOrThrow({ where: { userId: one.userId } });
    const tell = (matched: boolean, as = admin) => call(match, { method: "PUT", as, params: { taxFormId: formId }, body: { matched, reference: "bulk 2026-11" } });
    expect((await tell(true, one)).status).toBe(404);
    expect((await tell(true)).status).toBe(204);
    expect((await call(profile, { as: one })).body.form.tinMatch).toBe("matched");
    await tell(false);
    expect((await call(profile, { as: one })).body).toMatchObject({ status: "in_order", form: { tinMatch: "mismatched" } });
    const state = await withholdingState(database(), one.creatorId, new Date());
    expect(withholdingFor(state, 10_000, later(new Date(), days(20))).withheld).toBe(0);
    expect(withholdingFor(state, 10_000, later(new Date(), days(60)))).toEqual({ withheld: 2_400, rateBps: 2_400, reason: "tin_mismatch" });
  });
});

describe("backup withholding", () => {
  const at = new Date("2026-06-01T00:00:00Z");
  it.each([
    ["no form", undefined, "no_form"],
    ["a W-9", w9(), null],
    ["a W-9 whose signer was told by the IRS", w9({ backupNotice: true }), "payee_said_so"],
    ["a W-9 of an exempt payee", w9({ backupNotice: true, exemptPayeeCode: "1" }), null],
    ["a W-8BEN", w8ben(), null],
  ] as const)("with %s", async (_what, form, reason) => {
    const one = await maker(form);
    const state = await withholdingState(database(), one.creatorId, at);
    expect(withholdingFor(state, 8_421, at)).toEqual(reason ? { withheld: 2_021, rateBps: 2_400, reason } : { withheld: 0, rateBps: 0, reason: null });
  });

  it("begins when a W-8 ends", async () => {
    const one = await maker(w8ben(), new Date("2023-06-01T00:00:00Z"));
    const at = (day: string) => withholdingState(database(), one.creatorId, new Date(day)).then((state) => withholdingFor(state, 100, new Date(day)));
    expect(await at("2026-12-31T23:00:00Z")).toMatchObject({ withheld: 0 });
    expect(await at("2027-01-01T00:00:00Z")).toMatchObject({ withheld: 24, reason: "form_expired" });
  });

  it("takes a whole number of cents that is never more than the payout, and none of nothing", () => {
    const state = { creatorId: "x", form: null, year: { gross: 0, payments: 0 } };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (amount) => {
        const { withheld } = withholdingFor(state, amount, at);
        expect(Number.isSafeInteger(withheld) && withheld >= 0 && withheld <= amount).toBe(true);
        expect(Math.abs(withheld * 100 - amount * 24)).toBeLessThanOrEqual(50);
      }),
    );
  });
});
