import type { TaxFiler } from "@/lib/platform/config";
import type { DocumentPayload, Recipient } from "../payload";
import type { IncomeForm } from "../rules";
import { irisNamespace } from "./iris-schema";
import { plainAscii } from "./plain-ascii";
import { el, type Element, maybe, writeXml } from "./write-xml";

export interface IrisRecord {
  payload: DocumentPayload;
  corrected: boolean;
  voided: boolean;
  /** Of what the IRS accepted before: "<receipt>|<submission>|<record>". A correction needs it. */
  previous?: string;
}
interface Transmission {
  form: IncomeForm;
  year: number;
  records: IrisRecord[];
  filer: TaxFiler;
  /** Of this file, a UUID. */
  id: string;
  test: boolean;
  /** A year before the last: it came late. */
  late: boolean;
}

const dollars = (cents: number): string => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const short = (text: string, most: number): string => plainAscii(text).slice(0, most).trim();

/**
 * One transmission: one issuer, one form, one year, and either originals or corrections. Give it documents that go to the federal
 * office. @throws Error for a correction that does not name what it corrects
 */
export function irisXml({ form, year, records, filer, id, test, late }: Transmission): string {
  const corrections = records.filter((record) => record.corrected || record.voided);
  if (corrections.length > 0 && corrections.length < records.length) throw new Error("originals and corrections are two transmissions");
  if (corrections.some((record) => !record.previous)) throw new Error("a correction names the record that the IRS accepted");
  const code = form.replace("-", "");
  // The IRS takes no void after the fact: a document that was wrong altogether is corrected to nothing.
  const said = records.map((record) => ({ ...record, payload: record.voided ? emptied(record.payload) : record.payload }));
  const count = said.length;
  return writeXml(
    el("IRTransmission", [
      el("IRTransmissionManifest", [
        el("UniqueTransmissionId", `${id}:IRIS:${filer.tcc}::A`),
        el("TaxYr", year),
        el("PriorYearDataInd", late ? "1" : "0"),
        el("TransmissionTypeCd", corrections.length > 0 ? "C" : "O"),
        el("TestCd", test ? "T" : "P"),
        el("TransmitterGrp", transmitter(filer)),
        el("VendorCd", "I"),
        el("TotalIssuerFormCnt", 1),
        el("TotalRecipientFormCnt", count),
        el("PaperSubmissionInd", "0"),
        el("MediaSourceCd", "M"),
        el("SubmissionChannelCd", "A2A"),
      ]),
      el("IRSubmission1Grp", [
        el("IRSubmission1Header", [
          el("SubmissionId", 1),
          el("TaxYr", year),
          el("IssuerDetail", [el("ForeignEntityInd", "0"), el("TIN", filer.ein), el("TINSubmittedTypeCd", "BUSINESS_TIN"), businessName(filer.name), usMailing(filer), el("PhoneNum", filer.phone)]),
          el("ContactPersonInformationGrp", [el("ContactPersonNm", short(filer.contact, 35)), el("ContactPhoneNum", filer.phone), el("ContactEmailAddressTxt", filer.email)]),
          el("FormTypeCd", code),
          el("ParentFormTypeCd", "1096"),
          el("CFSFElectionInd", "0"),
          el("TotalReportedRcpntFormCnt", count),
          el("IRSubmission1FormTotals", [el(`Form${code}TotalAmtGrp`, totals(form, said.map((record) => record.payload)))]),
        ]),
        el("IRSubmission1Detail", said.map((record, n) => el(`Form${code}Detail`, detail(record, n + 1)))),
      ]),
    ], { xmlns: irisNamespace }),
  );
}

const emptied = (payload: DocumentPayload): DocumentPayload => ({ ...payload, gross: 0, payments: 0, withheld: 0, months: payload.months.map(() => 0) });
const businessName = (name: string): Element => el("BusinessName", [el("BusinessNameLine1Txt", short(name, 75))]);
const usMailing = ({ line1, line2 = "", city, state, zip }: { line1: string; line2?: string; city: string; state: string; zip: string }): Element =>
  el("MailingAddressGrp", [el("USAddress", [el("AddressLine1Txt", short(line1, 35)), maybe("AddressLine2Txt", short(line2, 35)), el("CityNm", short(city, 40)), el("StateAbbreviationCd", state), el("ZIPCd", zip.replace("-", ""))])]);

function transmitter(filer: TaxFiler): Element[] {
  const name = businessName(filer.name);
  return [el("TIN", filer.ein), el("TINSubmittedTypeCd", "BUSINESS_TIN"), el("TransmitterControlCd", filer.tcc), el("ForeignEntityInd", "0"), name, el("CompanyGrp", [name, usMailing(filer)]), el("ContactNameGrp", [el("PersonNm", short(filer.contact, 35))]), el("ContactEmailAddressTxt", filer.email), el("ContactPhoneNum", filer.phone)];
}

function totals(form: IncomeForm, payloads: DocumentPayload[]): Element[] {
  const sum = (pick: (payload: DocumentPayload) => number): string => dollars(payloads.reduce((total, payload) => total + pick(payload), 0));
  const gross = sum((payload) => payload.gross);
  const withheld = el("FederalIncomeTaxWithheldAmt", sum((payload) => payload.withheld));
  const all = el("TotalReportedAmt", gross);
  if (form === "1099-NEC") return [el("NonemployeeCompensationAmt", gross), withheld, all];
  if (form === "1099-MISC") return [el("OtherIncomeAmt", gross), withheld, all];
  return [el("GrossAmt", gross), el("CardNotPresentTransAmt", gross), withheld, ...months.map((month, n) => el(`${month}Amt`, sum((payload) => payload.months[n] ?? 0))), all];
}

function detail({ payload, corrected, voided, previous }: IrisRecord, recordId: number): (Element | undefined)[] {
  const head = [el("TaxYr", payload.year), el("RecordId", recordId), el("VoidInd", "0"), el("CorrectedInd", corrected || voided ? "1" : "0"), previous ? el("PrevSubmittedRecRecipientGrp", [el("UniqueRecordId", previous)]) : undefined, el("RecipientDetail", recipient(payload.recipient)), el("RecipientAccountNum", payload.account.replace("_", "-").slice(0, 30)), el("SecondTINNoticeInd", "0")];
  const withheld = el("FederalIncomeTaxWithheldAmt", dollars(payload.withheld));
  const state = payload.stateFiled ? el("StateLocalTaxGrp", [el("StateTaxWithheldAmt", "0.00"), el("StateAbbreviationCd", payload.stateFiled), maybe("StateIdNum", payload.stateId)]) : undefined;
  const gross = dollars(payload.gross);
  if (payload.form === "1099-NEC") return [...head, el("NonemployeeCompensationAmt", gross), withheld, state];
  if (payload.form === "1099-MISC") return [...head, el("FATCAFilingRequirementInd", "0"), el("OtherIncomeAmt", gross), withheld, state];
  const byMonth = months.map((month, n) => el(`${month}Amt`, dollars(payload.months[n] ?? 0)));
  return [...head, el("ThirdPartySettlementOrgInd", "1"), el("ThirdPartyNetworkInd", "1"), el("GrossAmt", gross), el("CardNotPresentTransAmt", gross), el("MerchantCategoryCd", payload.merchantCategory), el("PaymentTransactionCnt", payload.payments), withheld, ...byMonth, state];
}

function recipient({ name, company, tin, tinKind, line1, line2, city, state, zip, country }: Recipient): (Element | undefined)[] {
  const type = tin === "" ? "UNKNOWN" : tinKind === "ein" ? "BUSINESS_TIN" : "INDIVIDUAL_TIN";
  const words = short(name, 75).split(" ");
  const person = el("PersonName", [el("PersonFirstNm", (words.slice(0, -1).join(" ") || (words[0] ?? "")).slice(0, 35)), maybe("PersonLastNm", words.length > 1 ? (words.at(-1) ?? "").slice(0, 35) : "")]);
  const abroad = el("MailingAddressGrp", [el("ForeignAddress", [el("AddressLine1Txt", short(line1, 35)), maybe("AddressLine2Txt", short(line2, 35)), el("CityNm", short(city, 40)), maybe("ProvinceOrStateNm", short(state, 35)), el("CountryCd", country), maybe("ForeignPostalCd", short(zip, 35))])]);
  return [maybe("TIN", tin), el("TINSubmittedTypeCd", type), company ? businessName(name) : person, country === "US" ? usMailing({ line1, line2, city, state, zip }) : abroad];
}
