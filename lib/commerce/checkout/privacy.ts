import { definePrivacy } from "@/lib/platform/privacy";

const attempt = { basis: "contract", retention: "While the account is open.", exported: "as is", erasure: { keep: "A completed one, as long as the books are kept: it is the order behind a payment. Others are deleted." } } as const;

const consent = { basis: "legal obligation", retention: "As long as the order behind it.", exported: "as is", erasure: { keep: "It proves what was agreed before the payment (Directive 2011/83/EU, Art. 16(m))." } } as const;

export const privacy = definePrivacy("commerce/checkout", {
  Checkout: {
    subject: "the fan (fanUserId)",
    personal: {
      fanUserId: { ...attempt, purpose: "Who wanted to pay." },
      creatorId: { ...attempt, purpose: "Whom." },
      tierId: { ...attempt, purpose: "For what." },
      amount: { ...attempt, purpose: "How much they chose." },
      providerId: { ...attempt, purpose: "The provider's page for it." },
      url: { ...attempt, purpose: "The address of that page while it is open.", exported: { leftOut: "Whoever holds it could open the payment page." } },
      createdAt: { ...attempt, purpose: "When it was begun." },
      completedAt: { ...attempt, purpose: "When it was paid." },
      interval: { ...attempt, purpose: "By the month or the year." },
      trialDays: { ...attempt, purpose: "How long they try it first." },
      country: { ...attempt, purpose: "Where they said they live: it says which rights they have as a buyer." },
      promotionId: { ...attempt, purpose: "With which code." },
      undoneAt: { ...attempt, purpose: "When its money was returned, as a membership was running already." },
    },
    notPersonal: ["id", "currency", "rail", "state", "expiresAt"],
  },
  WithdrawalConsent: {
    subject: "the fan (fanUserId)",
    personal: {
      checkoutId: { ...consent, purpose: "For which order." },
      fanUserId: { ...consent, purpose: "Who agreed." },
      textVersion: { ...consent, purpose: "To which words." },
      consentedAt: { ...consent, purpose: "When." },
    },
    notPersonal: [],
  },
});
