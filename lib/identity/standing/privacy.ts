import { definePrivacy } from "@/lib/platform/privacy";

const measure = {
  basis: "legitimate interest",
  retention: "While the account is open.",
  exported: "as is",
  erasure: { keep: "Only while it is in force or a claim about it is open, so that it cannot be shed by coming back; otherwise deleted with the account." },
} as const;

export const privacy = definePrivacy("identity/standing", {
  Restriction: {
    subject: "the restricted account's owner (userId)",
    personal: {
      userId: { ...measure, purpose: "Who is restricted." },
      capability: { ...measure, purpose: "What they may not do." },
      reason: { ...measure, purpose: "Why, so that they can answer it." },
      startsAt: { ...measure, purpose: "Since when." },
      endsAt: { ...measure, purpose: "Until when." },
      liftedAt: { ...measure, purpose: "That it was taken back." },
      byUserId: { ...measure, purpose: "Who decided: an administrator's account.", exported: { leftOut: "It is another person's id." } },
    },
    notPersonal: ["id"],
  },
});
