import { definePrivacy } from "@/lib/platform/privacy";

const access = { basis: "contract", retention: "While the account is open; ended ones too, so that what was bought can be shown.", exported: "as is", erasure: "delete" } as const;

export const privacy = definePrivacy("content/access", {
  Grant: {
    subject: "who may see it (userId)",
    personal: {
      userId: { ...access, purpose: "Who may see." },
      creatorId: { ...access, purpose: "Whose work." },
      tierId: { ...access, purpose: "Up to which tier." },
      source: { ...access, purpose: "What gave it: a follow or a membership." },
      sourceId: { ...access, purpose: "Which follow or membership; a follow's holds the account's id." },
      startsAt: { ...access, purpose: "From when." },
      endsAt: { ...access, purpose: "Until when." },
      firstUsedAt: { ...access, purpose: "When what it opens was first opened: asked when they withdraw from the contract." },
    },
    notPersonal: ["id"],
  },
  PostGrant: {
    subject: "who may see it (userId)",
    personal: {
      userId: { ...access, purpose: "Who may see." },
      postId: { ...access, purpose: "Which post." },
      creatorId: { ...access, purpose: "Whose work." },
      sourceId: { ...access, purpose: "Which purchase gave it." },
      startsAt: { ...access, purpose: "From when." },
      endsAt: { ...access, purpose: "Until when: empty while it is theirs." },
      firstUsedAt: { ...access, purpose: "When it was first opened: asked when they withdraw from the contract." },
    },
    notPersonal: ["id", "source"],
  },
});
