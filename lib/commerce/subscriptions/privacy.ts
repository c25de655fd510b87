import { definePrivacy } from "@/lib/platform/privacy";

const membership = { basis: "contract", retention: "While the account is open.", exported: "as is", erasure: { keep: "As long as the books are kept: it is the contract behind the payments. No page shows it after erasure." } } as const;

export const privacy = definePrivacy("commerce/subscriptions", {
  Subscription: {
    subject: "the fan (fanUserId)",
    personal: {
      checkoutId: { ...membership, purpose: "The order it came from." },
      fanUserId: { ...membership, purpose: "Who is the member." },
      creatorId: { ...membership, purpose: "Of whom." },
      tierId: { ...membership, purpose: "In which tier." },
      amount: { ...membership, purpose: "What they pay a month." },
      providerId: { ...membership, purpose: "The membership at the payment provider." },
      status: { ...membership, purpose: "Whether it lives." },
      currentPeriodEnd: { ...membership, purpose: "Until when it is paid." },
      startedAt: { ...membership, purpose: "Since when." },
      cancelRequestedAt: { ...membership, purpose: "That they asked to leave." },
      cancelReason: { ...membership, purpose: "Why they left, when they chose to say.", basis: "consent", erasure: "delete" },
      endedAt: { ...membership, purpose: "When it ended." },
    },
    notPersonal: ["id", "currency", "interval", "rail", "syncedAt", "updatedAt"],
  },
});
