export { certifications, consentText, currentCertification } from "./certifications";
export { changeConsent } from "./change-consent";
export { sealedColumns } from "./columns";
export { giveSellerDetails } from "./give-seller-details";
export { readTaxProfile } from "./profile";
export { recordTinMatch } from "./record-tin-match";
export { consentInput, sellerDetailsInput, taxFormInput, type TaxProfile, taxProfileOutput, tinMatchInput } from "./schema";
export { submitTaxForm } from "./submit-form";
export { type Withholding, withholdingFor, type WithholdingReason, type WithholdingState, withholdingState, withholdingStates } from "./withholding";
