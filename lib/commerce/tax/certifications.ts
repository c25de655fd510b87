/**
 * The texts a person signs under penalties of perjury, by version: what they read is kept with their name and the time.
 * A changed text is a new version; old ones stay, because forms point at them. The wording follows the IRS's substitute-form rules
 * (instructions for the requester of Form W-9; 26 CFR 1.1441-1(e)(4)) †.
 */
export const certifications = {
  "w9-2026-1": [
    "The number shown on this form is my correct taxpayer identification number (or I am waiting for a number to be issued to me).",
    "I am not subject to backup withholding, unless I have said above that the IRS told me I am.",
    "I am a US citizen or other US person.",
    "The FATCA code on this form (if any) indicating that I am exempt from FATCA reporting is correct.",
  ],
  "w8ben-2026-1": [
    "I am the individual that is the beneficial owner of all the income to which this form relates, and I am not a US person.",
    "The income is not effectively connected with a trade or business in the United States, or is but is not subject to tax under a treaty.",
    "I am a resident of the treaty country named above, if any, within the meaning of the treaty.",
    "I will submit a new form within 30 days if anything certified here becomes incorrect.",
  ],
  "w8ben_e-2026-1": [
    "The entity named above is the beneficial owner of all the income to which this form relates, is using this form to certify its status, and is not a US person.",
    "The income is not effectively connected with a trade or business in the United States, or is but is not subject to tax under a treaty.",
    "I have the capacity to sign for the entity named above.",
    "I will submit a new form within 30 days if anything certified here becomes incorrect.",
  ],
} as const;
export type CertificationVersion = keyof typeof certifications;
export const currentCertification = { w9: "w9-2026-1", w8ben: "w8ben-2026-1", w8ben_e: "w8ben_e-2026-1" } as const satisfies Record<string, CertificationVersion>;

/** What one agrees to with electronic delivery (26 CFR 1.6050W-2: affirmative consent, how to withdraw, paper on request) †. */
export const consentText = {
  version: "e-delivery-2026-1",
  text: "Send me my yearly tax documents as a link by mail instead of on paper. I can open a PDF. I can change this at any time here; paper then follows for what comes after. The documents stay here for at least seven years.",
};
