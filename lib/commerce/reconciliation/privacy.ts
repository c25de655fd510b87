import { definePrivacy } from "@/lib/platform/privacy";

const books = { basis: "legal obligation", retention: "As long as the law of our books says; the period of each country is to be set with counsel before launch.", exported: { leftOut: "The provider's side of what the sale, refund or payout already says." }, erasure: { keep: "Books must be kept whole (GDPR Art. 17(3)(b)) until their period has passed." } } as const;

export const privacy = definePrivacy("commerce/reconciliation", {
  RailMovement: {
    subject: "whoever the sale, refund or payout belongs to (causeId)",
    personal: { providerId: { ...books, purpose: "The provider's line." }, amount: { ...books, purpose: "How much." }, fee: { ...books, purpose: "What it kept." }, net: { ...books, purpose: "What it did to the balance." }, source: { ...books, purpose: "The provider's paper behind it." }, occurredAt: { ...books, purpose: "When." }, causeId: { ...books, purpose: "Our row behind it." } },
    notPersonal: ["rail", "type", "currency", "matchedAt"],
  },
  Reconciliation: { subject: "nobody", personal: {}, notPersonal: ["id", "rail", "currency", "startedAt", "pulledTo", "movements", "providerBalance", "movementsSum", "ledgerSum", "inFlight", "difference"] },
  ReconciliationLine: {
    subject: "whoever the sale, refund or payout belongs to (causeId)",
    personal: { causeId: { ...books, purpose: "Our row behind it." }, movementId: { ...books, purpose: "The provider's line." }, providerAmount: { ...books, purpose: "Their side." }, ledgerAmount: { ...books, purpose: "Ours." } },
    notPersonal: ["reconciliationId", "number", "type", "currency"],
  },
  UndoneCharge: {
    subject: "the fan (through checkoutId)",
    personal: { chargeId: { ...books, purpose: "The provider's paper for it." }, checkoutId: { ...books, purpose: "The order." }, refundId: { ...books, purpose: "The provider's paper for its return." }, amount: { ...books, purpose: "How much." }, fee: { ...books, purpose: "What the provider kept of it." }, paidAt: { ...books, purpose: "When." } },
    notPersonal: ["currency"],
  },
});
