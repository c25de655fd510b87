import { definePrivacy } from "@/lib/platform/privacy";

const order = { basis: "contract", retention: "While the account is open.", exported: "as is", erasure: { keep: "A paid one, as long as the books are kept: it is the order behind a payment. Others are deleted." } } as const;

export const privacy = definePrivacy("commerce/orders", {
  Order: {
    subject: "the fan (fanUserId)",
    personal: {
      fanUserId: { ...order, purpose: "Who wanted to pay." }, creatorId: { ...order, purpose: "Whom." }, tierId: { ...order, purpose: "What they gave." }, months: { ...order, purpose: "For how long." }, amount: { ...order, purpose: "How much." },
      message: { ...order, purpose: "What they wrote with it.", erasure: "delete" }, providerId: { ...order, purpose: "The provider's page for it." }, url: { ...order, purpose: "The address of that page while it is open.", exported: { leftOut: "Whoever holds it could open the payment page." } },
      giftCode: { ...order, purpose: "What opens the gift.", exported: { leftOut: "Whoever holds it could take the gift; the receipt's mail has it." } }, redeemedByUserId: { ...order, purpose: "Who took the gift.", exported: { leftOut: "It is another person." } }, redeemedAt: { ...order, purpose: "When it was taken." },
      createdAt: { ...order, purpose: "When it was begun." }, paidAt: { ...order, purpose: "When it was paid." },
      postId: { ...order, purpose: "Which post they bought." }, bundleId: { ...order, purpose: "Which bundle they bought." }, title: { ...order, purpose: "What that was called." }, country: { ...order, purpose: "Where they said they live, or where the card is from that paid for a post: which rights they have." }, withdrawnAt: { ...order, purpose: "When they withdrew from the contract." }, undoneAt: { ...order, purpose: "When its money was returned, as they had it already or it was gone." },
    },
    notPersonal: ["id", "kind", "currency", "rail", "state", "expiresAt"],
  },
  OrderPost: { subject: "the fan (through orderId)", personal: { orderId: { ...order, purpose: "What was bought." }, postId: { ...order, purpose: "Which post." } }, notPersonal: ["price"] },
  OrderConsent: {
    subject: "the fan (fanUserId)",
    personal: { orderId: { ...order, purpose: "What was bought." }, fanUserId: { ...order, purpose: "Who agreed." }, textVersion: { ...order, purpose: "To which words." }, consentedAt: { ...order, purpose: "When." } },
    notPersonal: [],
  },
});
