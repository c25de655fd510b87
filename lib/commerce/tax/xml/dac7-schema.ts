const group = (name: string, parts: string): string => `<xs:complexType name="${name}"><xs:sequence>${parts}</xs:sequence></xs:complexType>`;
const one = (name: string, type: string, more = ""): string => `<xs:element name="${name}" type="${type}"${more}/>`;
const optional = ' minOccurs="0"';
const pattern = (name: string, value: string): string => `<xs:simpleType name="${name}"><xs:restriction base="xs:string"><xs:pattern value="${value}"/></xs:restriction></xs:simpleType>`;
const withAttribute = (name: string, base: string, attribute: string, type: string): string => `<xs:complexType name="${name}"><xs:simpleContent><xs:extension base="${base}"><xs:attribute name="${attribute}" type="${type}" use="required"/></xs:extension></xs:simpleContent></xs:complexType>`;
const quarters = (name: string, type: string): string => [1, 2, 3, 4].map((n) => one(`${name}Q${n}`, type)).join("");
const standard = (name: string, id: string): string => group(name, `<xs:element name="Standard"><xs:complexType><xs:sequence>${one(id, id)}${one("FinancialIdentifier", "Financial", optional)}</xs:sequence></xs:complexType></xs:element>`);

const parts = [
  pattern("Country", "[A-Z]{2}"), pattern("Currency", "[A-Z]{3}"), pattern("Words", "\\S(.{0,198}\\S)?"), pattern("Reference", "[A-Za-z0-9_\\-]{1,170}"), pattern("Indicator", "OECD[0123]"), pattern("MessageIndicator", "DPI40[123]"),
  withAttribute("Tin", "Words", "issuedBy", "Country"),
  withAttribute("Money", "xs:integer", "currCode", "Currency"),
  withAttribute("AccountNumber", "Words", "AccountNumberType", "Words"),
  group("PersonName", one("FirstName", "Words") + one("LastName", "Words")),
  group("Fixed", one("Street", "Words") + one("PostCode", "Words", optional) + one("City", "Words")),
  group("Address", one("CountryCode", "Country") + one("AddressFix", "Fixed")),
  group("Birth", one("BirthDate", "xs:date")),
  group("DocSpec", one("DocTypeIndic", "Indicator") + one("DocRefId", "Reference") + one("CorrDocRefId", "Reference", optional)),
  group("Financial", one("Identifier", "AccountNumber")),
  group("IndSellerID", one("ResCountryCode", "Country") + one("TIN", "Tin") + one("VAT", "Words", optional) + one("Name", "PersonName") + one("Address", "Address") + one("BirthInfo", "Birth")),
  group("EntSellerID", one("ResCountryCode", "Country") + one("TIN", "Tin") + one("IN", "Words") + one("VAT", "Words", optional) + one("Name", "Words") + one("Address", "Address")),
  standard("IndividualSeller", "IndSellerID"),
  standard("EntitySeller", "EntSellerID"),
  group("Identity", `<xs:choice>${one("IndividualSeller", "IndividualSeller")}${one("EntitySeller", "EntitySeller")}</xs:choice>`),
  group("Consideration", quarters("Cons", "Money")),
  group("Numbers", quarters("Numb", "xs:nonNegativeInteger")),
  group("Fees", quarters("Fees", "Money")),
  group("Taxes", quarters("Tax", "Money")),
  group("Activity", one("Consideration", "Consideration") + one("NumberOfActivities", "Numbers") + one("Fees", "Fees") + one("Taxes", "Taxes")),
  group("Activities", one("PersonalServices", "Activity")),
  group("Seller", one("Identity", "Identity") + one("RelevantActivities", "Activities") + one("DocSpec", "DocSpec")),
  group("Operator", one("ResCountryCode", "Country") + one("TIN", "Tin") + one("IN", "Words") + one("Name", "Words") + one("PlatformBusinessName", "Words") + one("Address", "Address") + one("AssumedReporting", "xs:boolean") + one("DocSpec", "DocSpec")),
  group("MessageSpec", one("TransmittingCountry", "Country") + one("ReceivingCountry", "Country") + one("MessageType", "Words") + one("MessageRefId", "Reference") + one("MessageTypeIndic", "MessageIndicator") + one("ReportingPeriod", "xs:date") + one("Timestamp", "xs:dateTime")),
  group("Body", one("PlatformOperator", "Operator") + one("ReportableSeller", "Seller", ' maxOccurs="unbounded"')),
];

export const dac7Namespace = "urn:oecd:ties:dpi:v1";

/** Our writing of the OECD's DPI schema as far as it is about us; each member state's own intake must be laid beside it (docs/tax.md). */
export const dac7Schema = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${dac7Namespace}" targetNamespace="${dac7Namespace}" elementFormDefault="qualified">
${parts.join("\n")}
<xs:element name="DPI_OECD"><xs:complexType><xs:sequence>${one("MessageSpec", "MessageSpec")}${one("DPIBody", "Body")}</xs:sequence><xs:attribute name="version" type="Words" use="required"/></xs:complexType></xs:element>
</xs:schema>`;
