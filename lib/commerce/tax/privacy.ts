import { definePrivacy } from "@/lib/platform/privacy";

const taxLaw = {
  basis: "legal obligation",
  retention: "US forms three years, four where tax was withheld (lib/commerce/tax/rules.ts); what the European Union asks for, ten years†.",
  exported: "as is",
  erasure: { keep: "Tax law asks us to keep signed forms and what was reported (GDPR Art. 17(3)(b)) until the period has passed; then the row is deleted. Until then no page but the tax run reads it." },
} as const;
const sealedNote = { exported: { leftOut: "Sealed; its owner's export has it opened, masked numbers as they see them." } } as const;

export const privacy = definePrivacy("commerce/tax", {
  TaxForm: {
    subject: "the creator's account (userId)",
    personal: {
      userId: { ...taxLaw, purpose: "Whose form it is." },
      country: { ...taxLaw, purpose: "Which tax office is asked." },
      state: { ...taxLaw, purpose: "Which state's rules hold." },
      taxClass: { ...taxLaw, purpose: "Person or which kind of company." },
      tinKind: { ...taxLaw, purpose: "Which kind of number it is." },
      tinLast4: { ...taxLaw, purpose: "The number's end, to show it masked." },
      tinSealed: { ...taxLaw, ...sealedNote, purpose: "The US tax number, encrypted, for the forms we must file." },
      foreignTinLast4: { ...taxLaw, purpose: "The number's end, to show it masked." },
      foreignTinSealed: { ...taxLaw, ...sealedNote, purpose: "The tax number of another country, encrypted." },
      identitySealed: { ...taxLaw, ...sealedNote, purpose: "Name, address, date of birth, treaty, signature, encrypted." },
      backupNotice: { ...taxLaw, purpose: "What the IRS told them of backup withholding." },
      exemptPayeeCode: { ...taxLaw, purpose: "Why they are exempt, if they are." },
      signedAt: { ...taxLaw, purpose: "When it was signed." },
      signedFrom: { ...taxLaw, purpose: "The network address it was signed from, as proof of the signature." },
    },
    notPersonal: ["id", "kind", "certificationVersion", "validUntil"],
  },
  TinMatch: {
    subject: "the creator whose form it is (form.userId)",
    personal: {
      matched: { ...taxLaw, purpose: "What the IRS answered about name and number." },
      checkedAt: { ...taxLaw, purpose: "When." },
      byUserId: { ...taxLaw, purpose: "Who wrote it down: an administrator's account.", exported: { leftOut: "It is another person's id." } },
    },
    notPersonal: ["id", "formId", "reference"],
  },
  TaxConsent: {
    subject: "the creator's account (userId)",
    personal: {
      userId: { ...taxLaw, purpose: "Whose consent it is." },
      given: { ...taxLaw, purpose: "Whether tax documents come by mail with a link." },
      at: { ...taxLaw, purpose: "When it was said." },
      fromAddress: { ...taxLaw, purpose: "The network address it was said from, as proof." },
    },
    notPersonal: ["id", "textVersion"],
  },
  SellerDetails: {
    subject: "the creator's account (userId)",
    personal: {
      userId: { ...taxLaw, purpose: "Whose details they are." },
      country: { ...taxLaw, purpose: "Which member state is told." },
      tinLast4: { ...taxLaw, purpose: "The number's end, to show it masked." },
      vatLast4: { ...taxLaw, purpose: "The number's end, to show it masked." },
      vatSealed: { ...taxLaw, ...sealedNote, purpose: "VAT number, encrypted." },
      detailsSealed: { ...taxLaw, ...sealedNote, purpose: "Name, address, date of birth, tax number, encrypted, as DAC7 asks." },
      givenAt: { ...taxLaw, purpose: "When." },
    },
    notPersonal: ["id"],
  },
  TaxDocument: {
    subject: "the creator it is about (userId)",
    personal: {
      creatorId: { ...taxLaw, purpose: "Whose page earned it." },
      userId: { ...taxLaw, purpose: "Who it is about." },
      gross: { ...taxLaw, purpose: "What is reported." },
      withheldAmount: { ...taxLaw, purpose: "What was withheld." },
      payments: { ...taxLaw, purpose: "How many payments." },
      stateFiled: { ...taxLaw, purpose: "Which state gets it." },
      missingTin: { ...taxLaw, purpose: "That a number is missing on it." },
      payloadSealed: { ...taxLaw, ...sealedNote, purpose: "The document as it was reported, encrypted: person, number, boxes." },
      delivery: { ...taxLaw, purpose: "How it reached them." },
    },
    notPersonal: ["id", "year", "form", "correction", "voided", "state", "currency", "federal", "createdAt", "issuedAt", "deliveredAt"],
  },
  TaxReview: {
    subject: "the creator (creatorId)",
    personal: { creatorId: { ...taxLaw, purpose: "Who is to be looked at." }, reason: { ...taxLaw, purpose: "Why: a foreign form, the European Union, a number missing." } },
    notPersonal: ["id", "year", "foundAt", "settledAt"],
  },
  TaxRun: { subject: "nobody", personal: {}, notPersonal: ["year", "cursor", "startedAt", "finishedAt"] },
});
