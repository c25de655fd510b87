import { need } from "@/lib/platform/config";
import { unseal } from "@/lib/platform/sealing";
import type { TaxFormModel } from "@/lib/platform/db/generated/models";
import { sealed } from "./columns";
import type { Decided } from "./decide";
import type { YearFigures } from "./figures";
import type { SellerIdentity } from "./give-seller-details";
import { merchantCategory } from "./rules";
import type { TaxIdentity } from "./submit-form";
import { lastFour } from "./tin";

export interface Recipient {
  name: string;
  businessName: string;
  line1: string;
  line2: string;
  city: string;
  state: string;
  /** ZIP or postal code. */
  zip: string;
  country: string;
  tinKind: string | null;
  /** Empty when none was given. */
  tin: string;
  /** Whether the name is a company's. */
  company: boolean;
}

/** A document as it is reported: it lies sealed, whole, so that a copy made years later says the same. */
export interface DocumentPayload {
  form: Decided["form"];
  year: number;
  filer: { name: string; ein: string; line1: string; city: string; state: string; zip: string; phone: string };
  recipient: Recipient;
  /** Our number for them on the form. */
  account: string;
  gross: number;
  payments: number;
  withheld: number;
  months: number[];
  merchantCategory: string;
  federal: boolean;
  stateFiled: string | null;
  stateId: string;
  /** DAC7 alone. */
  dac7?: { birthDate: string; registrationNumber: string; tinIssuedBy: string; vatId: string; quarters: YearFigures["quarters"] };
}

export const nobodyKnown: Recipient = { name: "", businessName: "", line1: "", line2: "", city: "", state: "", zip: "", country: "US", tinKind: null, tin: "", company: false };

/** The person of a signed form, opened. */
export async function recipientOf(form: Pick<TaxFormModel, "id" | "kind" | "country" | "state" | "taxClass" | "tinKind" | "tinSealed" | "identitySealed">): Promise<Recipient> {
  const identity = JSON.parse(await unseal(sealed.identity, form.id, form.identitySealed)) as TaxIdentity;
  const { name, businessName, line1, line2, city } = identity;
  // A number on a W-8 is not what a 1099 asks for: that asks for the number of a US person.
  const tin = form.kind === "w9" && form.tinSealed ? await unseal(sealed.tin, form.id, form.tinSealed) : "";
  return { name, businessName, line1, line2, city, state: form.state ?? identity.region, zip: identity.zip || identity.postalCode, country: form.country, tinKind: tin ? form.tinKind : null, tin, company: form.taxClass !== "individual" && form.taxClass !== "llc-single" };
}

/** The document of what was decided. @throws NotConfigured without TAX_FILER */
export function payloadOf(decided: Decided, { year, creatorId, figures, recipient }: { year: number; creatorId: string; figures: YearFigures; recipient: Recipient }): DocumentPayload {
  const { name, ein, line1, city, state, zip, phone, stateIds } = need("Tax documents", "TAX_FILER");
  const { form, gross, payments, withheld, federal, stateFiled } = decided;
  const months = form === "1099-K" ? figures.months : [];
  return { form, year, filer: { name, ein, line1, city, state, zip, phone }, recipient, account: creatorId, gross, payments, withheld, months, merchantCategory, federal, stateFiled, stateId: stateFiled ? (stateIds[stateFiled] ?? "") : "" };
}

interface Seller {
  id: string;
  vatSealed: string | null;
  detailsSealed: string;
}

/** What DAC7 adds, with the person as they described themselves for it. */
export async function withSeller(payload: DocumentPayload, seller: Seller, figures: YearFigures): Promise<DocumentPayload> {
  const it = JSON.parse(await unseal(sealed.seller, seller.id, seller.detailsSealed)) as SellerIdentity;
  const vatId = seller.vatSealed ? await unseal(sealed.vat, seller.id, seller.vatSealed) : "";
  const recipient: Recipient = { name: it.name, businessName: "", line1: it.line1, line2: it.line2, city: it.city, state: it.region, zip: it.postalCode, country: it.country, tinKind: "eu", tin: it.tin, company: it.legalEntity };
  return { ...payload, recipient, dac7: { birthDate: it.birthDate, registrationNumber: it.registrationNumber, tinIssuedBy: it.tinIssuedBy, vatId, quarters: figures.quarters } };
}

/** The same document for the person's own eyes: numbers down to their last four (26 CFR 301.6109-4). */
export const maskedPayload = (payload: DocumentPayload): DocumentPayload => ({ ...payload, recipient: { ...payload.recipient, tin: lastFour(payload.recipient.tin) } });
