import { definePrivacy } from "@/lib/platform/privacy";

const deed = { basis: "legitimate interest", retention: "As long as sales are split by it: who set a price has to be known.", exported: "as is", erasure: { keep: "Two people answer for each fee; their ids lead to nobody once an account's row is erased." } } as const;

export const privacy = definePrivacy("commerce/fees", {
  FeeSchedule: { subject: "nobody", personal: {}, notPersonal: ["id", "effectiveFrom", "platformBps", "estimateProcessingBps", "estimateProcessingFixed", "note"] },
  FeeProposal: {
    subject: "the administrators who proposed, agreed to or withdrew it",
    personal: {
      proposedByUserId: { ...deed, purpose: "Who proposed it." }, proposedReason: { ...deed, purpose: "Why." }, proposedAt: { ...deed, purpose: "When." },
      approvedByUserId: { ...deed, purpose: "Who agreed." }, approvedReason: { ...deed, purpose: "Why." }, approvedAt: { ...deed, purpose: "When." },
      withdrawnByUserId: { ...deed, purpose: "Who took it back." }, withdrawnReason: { ...deed, purpose: "Why." }, withdrawnAt: { ...deed, purpose: "When." },
    },
    notPersonal: ["id", "effectiveFrom", "platformBps", "estimateProcessingBps", "estimateProcessingFixed", "note", "raises", "toldAt"],
  },
});
