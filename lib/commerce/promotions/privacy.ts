import { definePrivacy } from "@/lib/platform/privacy";

const code = { basis: "contract", retention: "While the account is open.", exported: "as is", erasure: { keep: "As long as the books are kept, once somebody has redeemed it: it is why they paid what they did. Others are deleted." } } as const;

export const privacy = definePrivacy("commerce/promotions", {
  Promotion: {
    subject: "the creator (creatorId)",
    personal: {
      creatorId: { ...code, purpose: "Who gives it out." }, code: { ...code, purpose: "The word they chose." }, percentOff: { ...code, purpose: "What it takes off." }, amountOff: { ...code, purpose: "What it takes off." },
      duration: { ...code, purpose: "For how long." }, months: { ...code, purpose: "For how long." }, tierIds: { ...code, purpose: "For which of their tiers." }, mostRedemptions: { ...code, purpose: "For how many people." },
      endsAt: { ...code, purpose: "Until when." }, createdAt: { ...code, purpose: "Since when." }, archivedAt: { ...code, purpose: "When they took it back." },
    },
    notPersonal: ["id", "currency"],
  },
});
