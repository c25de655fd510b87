import { definePrivacy } from "@/lib/platform/privacy";

const offer = {
  basis: "contract",
  retention: "While the page exists.",
  exported: "as is",
  erasure: { keep: "When somebody has paid for it or began to: receipts and payment pages name the tier, as long as the books are kept. Otherwise deleted." },
} as const;

export const privacy = definePrivacy("content/tiers", {
  Tier: {
    subject: "the creator (creator.userId)",
    personal: {
      creatorId: { ...offer, purpose: "Whose offer it is." },
      name: { ...offer, purpose: "What the offer is called." },
      description: { ...offer, purpose: "What the creator says of it." },
      benefits: { ...offer, purpose: "What members get." },
      minAmount: { ...offer, purpose: "Its price." },
      annualAmount: { ...offer, purpose: "Its price for a year." },
      trialDays: { ...offer, purpose: "How long it can be tried." },
    },
    notPersonal: ["id", "currency", "rank", "archivedAt", "createdAt", "updatedAt"],
  },
});
