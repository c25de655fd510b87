import { definePrivacy } from "@/lib/platform/privacy";

const deal = { basis: "contract", retention: "While the account is open.", exported: "as is", erasure: { keep: "As long as the books are kept: it is the agreement behind the shares." } } as const;

export const privacy = definePrivacy("commerce/splits", {
  RevenueSplit: {
    subject: "the two creators (creatorId, collaboratorId)",
    personal: {
      creatorId: { ...deal, purpose: "Whose page shares." }, collaboratorId: { ...deal, purpose: "With whom." }, shareBps: { ...deal, purpose: "How much." }, proposedAt: { ...deal, purpose: "When it was offered." },
      acceptedAt: { ...deal, purpose: "When it was accepted." }, startsAt: { ...deal, purpose: "From which day on." }, endedAt: { ...deal, purpose: "When it ended." }, endedBy: { ...deal, purpose: "Which of the two ended it." },
    },
    notPersonal: ["id"],
  },
});
