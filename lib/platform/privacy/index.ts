export { definePrivacy, type LegalBasis, type ModelPrivacy, type PersonalDatum, type PrivacyManifest } from "./manifest";
