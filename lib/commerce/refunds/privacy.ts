import { definePrivacy } from "@/lib/platform/privacy";

const books = {
  basis: "legal obligation",
  retention: "As long as the law of our books says; the period of each country is to be set with counsel before launch.",
  exported: "as is",
  erasure: { keep: "Books and receipts must be kept (GDPR Art. 17(3)(b)) until their period has passed, then deleted." },
} as const;

export const privacy = definePrivacy("commerce/refunds", {
  Refund: {
    subject: "the fan who paid and the creator who was paid (through saleId)",
    personal: {
      saleId: { ...books, purpose: "The payment it returns." },
      amount: { ...books, purpose: "How much." },
      byUserId: { ...books, purpose: "Who asked for it.", exported: { leftOut: "It may be another person than the one who asks." } },
      reason: { ...books, purpose: "Why, as the fan was told." },
      providerId: { ...books, purpose: "The provider's paper for it." },
      failureReason: { ...books, purpose: "Why it did not go through." },
      requestedAt: { ...books, purpose: "When." },
      succeededAt: { ...books, purpose: "When it was done." },
      failedAt: { ...books, purpose: "When it came back." },
    },
    notPersonal: ["id", "currency", "state", "initiator", "rule"],
  },
});
