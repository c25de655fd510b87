import type { TaxFormInput } from "@/lib/commerce/tax/schema";
import { submitTaxForm } from "@/lib/commerce/tax";
import { database } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { creator } from "../../support/world";

export const w9 = (changes: Partial<Extract<TaxFormInput, { kind: "w9" }>> = {}): TaxFormInput => ({ kind: "w9", name: "Marisol Vane Quillfeather", businessName: "", taxClass: "individual", exemptPayeeCode: "", line1: "77 Velvet Rope Lane", line2: "", city: "Brooklyn", state: "NY", zip: "11201", tinKind: "ssn", tin: "219-09-9998", backupNotice: false, certify: true, signature: "Marisol Vane Quillfeather", ...changes });
export const w8ben = (changes: Partial<Extract<TaxFormInput, { kind: "w8ben" }>> = {}): TaxFormInput => ({ kind: "w8ben", name: "Zdzisława Brzęczyszczykiewicz", citizenship: "PL", country: "PL", line1: "Długa 7", line2: "", city: "Łódź", region: "", postalCode: "90-001", birthDate: "1991-04-03", foreignTin: "82040312345", noForeignTin: false, usTin: "", treatyCountry: "", treatyArticle: "", certify: true, signature: "Zdzisława Brzęczyszczykiewicz", ...changes });

export type Maker = Awaited<ReturnType<typeof creator>>;

/** A creator who has signed this form at this time. */
export async function maker(form: TaxFormInput | undefined, signedAt = new Date("2024-01-05T10:00:00Z")): Promise<Maker> {
  const made = await creator({ name: "A Maker" });
  if (form) await submitTaxForm({ ctx: { ...(await made.ctx()), now: signedAt, address: "192.0.2.7" }, input: form });
  return made;
}

/** So many payments in a year that together make `gross`, spread over its months, as rows of Sale without the books behind them. */
export async function sells(creatorId: string, year: number, gross: number, payments: number, currency = "usd"): Promise<void> {
  const each = Math.floor(gross / payments);
  const rows = Array.from({ length: payments }, (_, n) => {
    const amount = n === 0 ? gross - each * (payments - 1) : each;
    const fee = Math.floor(amount / 10);
    return { id: newId("sale"), kind: "subscription", creatorId, fanUserId: newId("user"), gross: amount, platformFee: fee, processingFee: 0, net: amount - fee, currency, feeScheduleId: "fee_00000000000000000000000001", rail: "stripe", providerCharge: `ch_${newId("sale")}`, providerBalance: "txn", occurredAt: new Date(Date.UTC(year, n % 12, 15, 12)) };
  });
  await database().sale.createMany({ data: rows });
}
export const w8bene = (changes: Partial<Extract<TaxFormInput, { kind: "w8ben_e" }>> = {}): TaxFormInput => ({ kind: "w8ben_e", name: "Fennhof Klangwerk GmbH", incorporatedIn: "DE", country: "DE", entityType: "corporation", fatcaStatus: "active-nffe", line1: "Kastanienallee 82", line2: "", city: "Leipzig", region: "", postalCode: "04103", foreignTin: "232/123/45678", noForeignTin: false, usTin: "", giin: "", treatyCountry: "DE", treatyArticle: "12", treatyRate: 0, certify: true, signature: "Ada Fenn, managing director", ...changes });
