const simple = (name: string, base: string, facets: string): string => `<xs:simpleType name="${name}"><xs:restriction base="xs:${base}">${facets}</xs:restriction></xs:simpleType>`;
const text = (name: string, most: number): string => simple(name, "string", `<xs:minLength value="1"/><xs:maxLength value="${most}"/><xs:pattern value="[\\-A-Za-z0-9#/%(),.'&amp;]+( [\\-A-Za-z0-9#/%(),.'&amp;]+)*"/>`);
const pattern = (name: string, value: string): string => simple(name, "string", `<xs:pattern value="${value}"/>`);
const group = (name: string, parts: string): string => `<xs:complexType name="${name}"><xs:sequence>${parts}</xs:sequence></xs:complexType>`;
const one = (name: string, type: string): string => `<xs:element name="${name}" type="${type}"/>`;
const some = (name: string, type: string): string => `<xs:element name="${name}" type="${type}" minOccurs="0"/>`;
const either = (...parts: string[]): string => `<xs:choice>${parts.join("")}</xs:choice>`;
const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

const types = [
  text("Text", 75), text("Line", 35), text("City", 40), text("Account", 30),
  pattern("Tin", "[0-9]{9}"), pattern("Year", "20[0-9]{2}"), pattern("Ind", "[01]"), pattern("Amount", "[0-9]{1,12}\\.[0-9]{2}"), pattern("Count", "[0-9]{1,10}"),
  pattern("State", "[A-Z]{2}"), pattern("Zip", "[0-9]{5}([0-9]{4})?"), pattern("Phone", "[0-9]{10}"), pattern("Tcc", "[A-Z0-9]{5}"), pattern("Mcc", "[0-9]{4}"), pattern("Email", "[^@ ]+@[^@ ]+"), pattern("Number", "[0-9]{1,12}"),
  pattern("UniqueTransmission", "[0-9a-fA-F\\-]{36}:IRIS:[A-Z0-9]{5}::A"), pattern("UniqueRecord", "[^|]+\\|[0-9]+\\|[0-9]+"),
  simple("TinType", "string", ["INDIVIDUAL_TIN", "BUSINESS_TIN", "UNKNOWN"].map((value) => `<xs:enumeration value="${value}"/>`).join("")),
  simple("FormType", "string", ["1099K", "1099NEC", "1099MISC"].map((value) => `<xs:enumeration value="${value}"/>`).join("")),
  simple("TransmissionType", "string", ["O", "C", "R"].map((value) => `<xs:enumeration value="${value}"/>`).join("")),
  simple("Test", "string", ["T", "P"].map((value) => `<xs:enumeration value="${value}"/>`).join("")),
];

const groups = [
  group("BusinessName", one("BusinessNameLine1Txt", "Text") + some("BusinessNameLine2Txt", "Text")),
  group("PersonName", one("PersonFirstNm", "Line") + some("PersonMiddleNm", "Line") + some("PersonLastNm", "Line")),
  group("UsAddress", one("AddressLine1Txt", "Line") + some("AddressLine2Txt", "Line") + one("CityNm", "City") + one("StateAbbreviationCd", "State") + one("ZIPCd", "Zip")),
  group("ForeignAddress", one("AddressLine1Txt", "Line") + some("AddressLine2Txt", "Line") + one("CityNm", "City") + some("ProvinceOrStateNm", "Line") + one("CountryCd", "State") + some("ForeignPostalCd", "Line")),
  group("Mailing", either(one("USAddress", "UsAddress"), one("ForeignAddress", "ForeignAddress"))),
  group("Company", one("BusinessName", "BusinessName") + one("MailingAddressGrp", "Mailing")),
  group("Contact", one("PersonNm", "Line")),
  group("Transmitter", one("TIN", "Tin") + one("TINSubmittedTypeCd", "TinType") + one("TransmitterControlCd", "Tcc") + one("ForeignEntityInd", "Ind") + one("BusinessName", "BusinessName") + one("CompanyGrp", "Company") + one("ContactNameGrp", "Contact") + one("ContactEmailAddressTxt", "Email") + one("ContactPhoneNum", "Phone")),
  group("Manifest", one("UniqueTransmissionId", "UniqueTransmission") + one("TaxYr", "Year") + one("PriorYearDataInd", "Ind") + one("TransmissionTypeCd", "TransmissionType") + one("TestCd", "Test") + one("TransmitterGrp", "Transmitter") + one("VendorCd", "State1") + one("TotalIssuerFormCnt", "Count") + one("TotalRecipientFormCnt", "Count") + one("PaperSubmissionInd", "Ind") + one("MediaSourceCd", "State1") + one("SubmissionChannelCd", "Line")),
  pattern("State1", "[A-Z]"),
  group("Issuer", one("ForeignEntityInd", "Ind") + one("TIN", "Tin") + one("TINSubmittedTypeCd", "TinType") + one("BusinessName", "BusinessName") + one("MailingAddressGrp", "Mailing") + one("PhoneNum", "Phone")),
  group("ContactPerson", one("ContactPersonNm", "Line") + one("ContactPhoneNum", "Phone") + one("ContactEmailAddressTxt", "Email")),
  group("Recipient", some("TIN", "Tin") + one("TINSubmittedTypeCd", "TinType") + either(one("PersonName", "PersonName"), one("BusinessName", "BusinessName")) + one("MailingAddressGrp", "Mailing")),
  group("Previous", one("UniqueRecordId", "UniqueRecord")),
  group("StateTax", one("StateTaxWithheldAmt", "Amount") + one("StateAbbreviationCd", "State") + some("StateIdNum", "Line")),
];

const kAmounts = one("GrossAmt", "Amount") + one("CardNotPresentTransAmt", "Amount");
const kMonths = months.map((month) => one(`${month}Amt`, "Amount")).join("");
const head = one("TaxYr", "Year") + one("RecordId", "Number") + one("VoidInd", "Ind") + one("CorrectedInd", "Ind") + some("PrevSubmittedRecRecipientGrp", "Previous") + one("RecipientDetail", "Recipient") + one("RecipientAccountNum", "Account") + one("SecondTINNoticeInd", "Ind");
const state = some("StateLocalTaxGrp", "StateTax");
const withheld = one("FederalIncomeTaxWithheldAmt", "Amount");
const details = [
  group("Detail1099K", head + one("ThirdPartySettlementOrgInd", "Ind") + one("ThirdPartyNetworkInd", "Ind") + kAmounts + one("MerchantCategoryCd", "Mcc") + one("PaymentTransactionCnt", "Count") + withheld + kMonths + state),
  group("Detail1099NEC", head + one("NonemployeeCompensationAmt", "Amount") + withheld + state),
  group("Detail1099MISC", head + one("FATCAFilingRequirementInd", "Ind") + one("OtherIncomeAmt", "Amount") + withheld + state),
  group("Totals1099K", kAmounts + withheld + kMonths + one("TotalReportedAmt", "Amount")),
  group("Totals1099NEC", one("NonemployeeCompensationAmt", "Amount") + withheld + one("TotalReportedAmt", "Amount")),
  group("Totals1099MISC", one("OtherIncomeAmt", "Amount") + withheld + one("TotalReportedAmt", "Amount")),
  group("Totals", either(...["K", "NEC", "MISC"].map((form) => one(`Form1099${form}TotalAmtGrp`, `Totals1099${form}`)))),
  group("Header", one("SubmissionId", "Number") + one("TaxYr", "Year") + one("IssuerDetail", "Issuer") + one("ContactPersonInformationGrp", "ContactPerson") + one("FormTypeCd", "FormType") + one("ParentFormTypeCd", "Number") + one("CFSFElectionInd", "Ind") + one("TotalReportedRcpntFormCnt", "Count") + one("IRSubmission1FormTotals", "Totals")),
  `<xs:complexType name="Details"><xs:choice>${["K", "NEC", "MISC"].map((form) => `<xs:element name="Form1099${form}Detail" type="Detail1099${form}" maxOccurs="unbounded"/>`).join("")}</xs:choice></xs:complexType>`,
  group("Submission", one("IRSubmission1Header", "Header") + one("IRSubmission1Detail", "Details")),
  group("Transmission", one("IRTransmissionManifest", "Manifest") + `<xs:element name="IRSubmission1Grp" type="Submission" maxOccurs="unbounded"/>`),
];

export const irisNamespace = "urn:us:gov:treasury:irs:ir";

/**
 * Our writing of the IRIS intake of 1099-K, -NEC and -MISC, after Publications 5718 and 5719 and files that others send. The schema
 * package itself is given by the IRS to those with a transmitter control code; docs/tax.md lists what must be laid beside it.
 */
export const irisSchema = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${irisNamespace}" targetNamespace="${irisNamespace}" elementFormDefault="qualified">
${[...types, ...groups, ...details].join("\n")}
<xs:element name="IRTransmission" type="Transmission"/>
</xs:schema>`;
