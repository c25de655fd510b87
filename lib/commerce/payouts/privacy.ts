import { definePrivacy } from "@/lib/platform/privacy";

const books = { basis: "legal obligation", retention: "As long as the law of our books says; the period of each country is to be set with counsel before launch.", exported: "as is", erasure: { keep: "Books must be kept whole (GDPR Art. 17(3)(b)) until their period has passed." } } as const;
const wish = { basis: "contract", retention: "While the account is open.", exported: "as is", erasure: "delete" } as const;

export const privacy = definePrivacy("commerce/payouts", {
  SaleShare: {
    subject: "the creator (creatorId)",
    personal: { saleId: { ...books, purpose: "The sale it is a part of." }, creatorId: { ...books, purpose: "Whose part." }, gross: { ...books, purpose: "How much." }, platformFee: { ...books, purpose: "What we took." }, processingFee: { ...books, purpose: "What the provider took." }, net: { ...books, purpose: "What they got." } },
    notPersonal: ["currency"],
  },
  PayoutAccount: {
    subject: "the creator (creatorId)",
    personal: {
      creatorId: { ...books, purpose: "Who is paid." },
      providerId: { ...books, purpose: "Their account at the payment provider, who knows who they are." },
      country: { ...books, purpose: "Where they are paid." },
      requirements: { ...wish, purpose: "What the provider still asks of them." },
      disabledReason: { ...wish, purpose: "Why the provider does not pay them." },
      bankLast4: { ...wish, purpose: "So that they recognise their bank account." },
      bankName: { ...wish, purpose: "So that they recognise their bank account." },
      bankFingerprint: { ...wish, purpose: "To see that the bank account was changed.", exported: { leftOut: "A code of the provider that tells nothing but whether two accounts are the same." } },
      bankChangedAt: { ...wish, purpose: "When it was changed." },
      schedule: { ...wish, purpose: "When they want to be paid." },
      scheduleDay: { ...wish, purpose: "On which day." },
      createdAt: { ...books, purpose: "Since when." },
    },
    notPersonal: ["rail", "transfersActive", "payoutsEnabled", "instantAvailable", "syncedAt"],
  },
  Payout: {
    subject: "the creator (creatorId)",
    personal: {
      creatorId: { ...books, purpose: "Who was paid." }, gross: { ...books, purpose: "How much." }, withheld: { ...books, purpose: "What was withheld for the tax office." }, fee: { ...books, purpose: "What it cost." }, amount: { ...books, purpose: "What arrived." }, day: { ...books, purpose: "When." },
      destination: { ...books, purpose: "Where it went." }, bankFingerprint: { ...books, purpose: "To which bank account.", exported: { leftOut: "A code of the provider that tells nothing but whether two accounts are the same." } }, bankLast4: { ...books, purpose: "To which bank account." },
      transferId: { ...books, purpose: "The provider's paper for it." }, providerId: { ...books, purpose: "The provider's paper for it." }, reversalId: { ...books, purpose: "The provider's paper for its return." }, failureCode: { ...books, purpose: "Why it did not arrive." }, failureMessage: { ...books, purpose: "Why it did not arrive." },
      createdAt: { ...books, purpose: "When it was begun." }, transferredAt: { ...books, purpose: "When it was sent." }, arrivesAt: { ...books, purpose: "When it was to arrive." }, paidAt: { ...books, purpose: "When it arrived." }, endedAt: { ...books, purpose: "When it was over." },
    },
    notPersonal: ["id", "currency", "method", "state", "rail", "sendingAt"],
  },
  PayoutEntry: { subject: "the creator (payout.creatorId)", personal: { entryId: { ...books, purpose: "A line of the books that it settles." }, payoutId: { ...books, purpose: "The payout." } }, notPersonal: [] },
  PayoutNote: { subject: "the creator (creatorId)", personal: { creatorId: { ...wish, purpose: "Who was not paid." }, day: { ...wish, purpose: "When." }, text: { ...wish, purpose: "Why." }, amount: { ...wish, purpose: "What waits." } }, notPersonal: ["code", "currency", "createdAt"] },
  PayoutHold: {
    subject: "the creator (creatorId)",
    personal: {
      creatorId: { ...books, purpose: "Whose payouts." }, reason: { ...books, purpose: "Why, as they were told." }, whatToDo: { ...books, purpose: "What ends it." }, ownerUserId: { ...books, purpose: "Who decided it.", exported: { leftOut: "It is another person." } }, startsAt: { ...books, purpose: "Since when." },
      endsAt: { ...books, purpose: "Until when." }, liftedAt: { ...books, purpose: "When it ended." }, liftedByUserId: { ...books, purpose: "Who ended it.", exported: { leftOut: "It is another person." } }, liftedReason: { ...books, purpose: "Why it ended." },
    },
    notPersonal: ["id", "rule"],
  },
  PayoutApproval: { subject: "the administrator (adminUserId)", personal: { payoutId: { ...books, purpose: "What they agreed to." }, adminUserId: { ...books, purpose: "Who agreed." }, reason: { ...books, purpose: "Why." }, createdAt: { ...books, purpose: "When." } }, notPersonal: [] },
});
