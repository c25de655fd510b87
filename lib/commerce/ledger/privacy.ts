import { definePrivacy } from "@/lib/platform/privacy";

const books = {
  basis: "legal obligation",
  retention: "As long as the law of our books says; the period of each country is to be set with counsel before launch.",
  exported: "as is",
  erasure: { keep: "Books must be kept whole (GDPR Art. 17(3)(b)); the database refuses to change or remove a line. They hold ids and amounts, which lead to nobody once the account's row is erased." },
} as const;

export const privacy = definePrivacy("commerce/ledger", {
  LedgerAccount: {
    subject: "the creator (creatorId), for accounts of creators",
    personal: { code: { ...books, purpose: "Names the account; a creator's holds their id." }, creatorId: { ...books, purpose: "Whose money it is." } },
    notPersonal: ["id", "currency", "kind", "createdAt"],
  },
  LedgerTransaction: {
    subject: "whoever the causing row belongs to (causeId)",
    personal: { idempotencyKey: { ...books, purpose: "Books a charge once; holds the provider's charge id." }, causeId: { ...books, purpose: "The sale behind it." }, occurredAt: { ...books, purpose: "When." } },
    notPersonal: ["id", "kind", "description", "createdAt"],
  },
  LedgerEntry: {
    subject: "the creator (account.creatorId), for lines on their account",
    personal: { transactionId: { ...books, purpose: "The transaction it is a line of." }, accountId: { ...books, purpose: "Whose account." }, amount: { ...books, purpose: "How much." } },
    notPersonal: ["id", "currency", "line"],
  },
  LedgerBalance: { subject: "the creator (account.creatorId)", personal: { accountId: { ...books, purpose: "Whose account." }, amount: { ...books, purpose: "The sum of its lines." } }, notPersonal: ["shard", "currency"] },
  LedgerDay: {
    subject: "the creator (account.creatorId)",
    personal: { accountId: { ...books, purpose: "Whose account." }, day: { ...books, purpose: "Which day." }, amount: { ...books, purpose: "What moved." }, entries: { ...books, purpose: "In how many lines." } },
    notPersonal: ["kind", "currency"],
  },
  UnsettledEntry: {
    subject: "the creator (account.creatorId)",
    personal: { entryId: { ...books, purpose: "A line that no payout has settled." }, accountId: { ...books, purpose: "Whose account." }, occurredAt: { ...books, purpose: "When." }, amount: { ...books, purpose: "How much." } },
    notPersonal: ["kind", "currency"],
  },
});
