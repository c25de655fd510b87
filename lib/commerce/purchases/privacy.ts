import { definePrivacy } from "@/lib/platform/privacy";

const receipt = {
  basis: "legal obligation",
  retention: "As long as the law of our books says; the period of each country is to be set with counsel before launch.",
  exported: "as is",
  erasure: { keep: "Books and receipts must be kept (GDPR Art. 17(3)(b)) until their period has passed, then deleted. The account they name is erased." },
} as const;

export const privacy = definePrivacy("commerce/purchases", {
  Sale: {
    subject: "the fan who paid (fanUserId) and the creator who was paid (creatorId)",
    personal: {
      subscriptionId: { ...receipt, purpose: "The membership it was paid for." },
      orderId: { ...receipt, purpose: "The tip or gift it was paid for." },
      creatorId: { ...receipt, purpose: "Who was paid." },
      fanUserId: { ...receipt, purpose: "Who paid." },
      tierId: { ...receipt, purpose: "What for." },
      gross: { ...receipt, purpose: "What was paid." },
      platformFee: { ...receipt, purpose: "What we took." },
      processingFee: { ...receipt, purpose: "What the provider took." },
      net: { ...receipt, purpose: "What the creator got." },
      providerCharge: { ...receipt, purpose: "The provider's paper for it." },
      providerInvoice: { ...receipt, purpose: "The provider's paper for it." },
      providerBalance: { ...receipt, purpose: "The provider's paper for it." },
      promotionId: { ...receipt, purpose: "The code it came with." },
      discount: { ...receipt, purpose: "What the code took off." },
      interval: { ...receipt, purpose: "For a month or a year." },
      occurredAt: { ...receipt, purpose: "When." },
    },
    notPersonal: ["id", "kind", "currency", "feeScheduleId", "rail"],
  },
});
