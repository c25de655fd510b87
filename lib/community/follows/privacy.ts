import { definePrivacy } from "@/lib/platform/privacy";

const follow = { basis: "contract", retention: "Until they stop following.", exported: "as is", erasure: "delete" } as const;

export const privacy = definePrivacy("community/follows", {
  Follow: {
    subject: "who follows (userId)",
    personal: { userId: { ...follow, purpose: "Who follows." }, creatorId: { ...follow, purpose: "Whom." }, createdAt: { ...follow, purpose: "Since when." } },
    notPersonal: [],
  },
});
