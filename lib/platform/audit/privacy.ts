import { definePrivacy } from "@/lib/platform/privacy";

const trail = {
  basis: "legitimate interest",
  retention: "Kept as long as the platform runs: a chain with a hole proves nothing.",
  exported: "as is",
  erasure: { keep: "The trail must stay whole (fraud, disputes, security). It holds ids, which lead to nobody once the account's row is erased; its end is to be set before launch." },
} as const;

export const privacy = definePrivacy("platform/audit", {
  AuditEntry: {
    subject: "the actor (actorId), and whoever owns the row named by subject",
    personal: {
      actorId: { ...trail, purpose: "Who did it." },
      subject: { ...trail, purpose: "Which row it was done to." },
      data: { ...trail, purpose: "What changed: ids, amounts, names of fields, a page's handle." },
    },
    notPersonal: ["seq", "id", "at", "actorKind", "action", "requestId", "prevHash", "hash"],
  },
});
