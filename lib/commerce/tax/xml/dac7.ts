import { NotConfigured } from "@/lib/platform/errors";
import type { TaxFiler } from "@/lib/platform/config";
import type { DocumentPayload } from "../payload";
import { dac7Namespace } from "./dac7-schema";
import { el, type Element, maybe, writeXml } from "./write-xml";

export interface Dac7Record {
  documentId: string;
  payload: DocumentPayload;
}
interface Message {
  year: number;
  records: Dac7Record[];
  filer: TaxFiler;
  id: string;
  madeAt: Date;
}

/** Whole units, half a unit up: the schema takes no cents †. */
const whole = (cents: number): number => Math.floor((cents + 50) / 100);
const quarters = (name: string, values: number[], currency?: string): Element[] => values.map((value, n) => el(`${name}Q${n + 1}`, value, currency ? { currCode: currency } : undefined));

/**
 * What we report of a year to the member state where we are registered (DAC7, in the OECD's DPI shape).
 * @throws NotConfigured when TAX_FILER says nothing of DAC7
 */
export function dac7Xml({ year, records, filer, id, madeAt }: Message): string {
  if (!filer.dac7) throw new NotConfigured("Reporting in the European Union", "TAX_FILER.dac7");
  const { memberState, platformId } = filer.dac7;
  const docSpec = (ref: string): Element => el("DocSpec", [el("DocTypeIndic", "OECD1"), el("DocRefId", `${memberState}${year}-${ref}`)]);
  const address = (country: string, street: string, postCode: string, city: string): Element => el("Address", [el("CountryCode", country), el("AddressFix", [el("Street", street), maybe("PostCode", postCode), el("City", city)])]);
  return writeXml(
    el("DPI_OECD", [
      el("MessageSpec", [el("TransmittingCountry", memberState), el("ReceivingCountry", memberState), el("MessageType", "DPI"), el("MessageRefId", `${memberState}${year}-${id}`), el("MessageTypeIndic", "DPI401"), el("ReportingPeriod", `${year}-12-31`), el("Timestamp", madeAt.toISOString().slice(0, 19))]),
      el("DPIBody", [
        el("PlatformOperator", [el("ResCountryCode", "US"), el("TIN", filer.ein, { issuedBy: "US" }), el("IN", platformId), el("Name", filer.name), el("PlatformBusinessName", "DirectFanz"), address("US", filer.line1, filer.zip, filer.city), el("AssumedReporting", "false"), docSpec(`${id}-operator`)]),
        ...records.map(({ documentId, payload }) => el("ReportableSeller", [el("Identity", [seller(payload, address)]), activities(payload), docSpec(documentId)])),
      ]),
    ], { version: "1.0", xmlns: dac7Namespace }),
  );
}

type Address = (country: string, street: string, postCode: string, city: string) => Element;

function seller({ recipient, dac7, account }: DocumentPayload, address: Address): Element {
  const { name, company, country, tin, line1, line2, zip, city } = recipient;
  const words = name.split(/\s+/u);
  const home = address(country, [line1, line2].filter(Boolean).join(", "), zip, city);
  const numbers = [el("ResCountryCode", country), el("TIN", tin, { issuedBy: dac7?.tinIssuedBy ?? country })];
  const vat = maybe("VAT", dac7?.vatId ?? "");
  const identifier = el("FinancialIdentifier", [el("Identifier", account, { AccountNumberType: "Other" })]);
  if (company) return el("EntitySeller", [el("Standard", [el("EntSellerID", [...numbers, el("IN", dac7?.registrationNumber ?? ""), vat, el("Name", name), home]), identifier])]);
  const person = el("Name", [el("FirstName", words.slice(0, -1).join(" ") || name), el("LastName", words.at(-1) ?? name)]);
  return el("IndividualSeller", [el("Standard", [el("IndSellerID", [...numbers, vat, person, home, el("BirthInfo", [el("BirthDate", dac7?.birthDate ?? "")])]), identifier])]);
}

function activities({ dac7 }: DocumentPayload): Element {
  const all = dac7?.quarters ?? [];
  return el("RelevantActivities", [
    el("PersonalServices", [
      el("Consideration", quarters("Cons", all.map((quarter) => whole(quarter.gross)), "USD")),
      el("NumberOfActivities", quarters("Numb", all.map((quarter) => quarter.payments))),
      el("Fees", quarters("Fees", all.map((quarter) => whole(quarter.fees)), "USD")),
      el("Taxes", quarters("Tax", all.map(() => 0), "USD")),
    ]),
  ]);
}
