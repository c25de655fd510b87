import { definePrivacy } from "@/lib/platform/privacy";

const account = { basis: "contract", retention: "While the account is open.", exported: "as is", erasure: "delete" } as const;
const link = { basis: "contract", retention: "A week after the link has died, then removed by the tidy cron.", exported: { leftOut: "A secret of a link, useless to its owner." }, erasure: "delete" } as const;

export const privacy = definePrivacy("identity/users", {
  User: {
    subject: "the account's owner (id)",
    personal: {
      id: { ...account, purpose: "Names the account in every other row.", erasure: "anonymise" },
      email: { ...account, purpose: "Signing in, receipts, notices about the account." },
      emailVerifiedAt: { ...account, purpose: "Proof that the address is theirs." },
      passwordHash: { ...account, purpose: "Signing in (argon2id).", exported: { leftOut: "A secret; it would help only a thief." } },
      displayName: { ...account, purpose: "What others call them." },
      role: { ...account, purpose: "What the account may do." },
      locale: { ...account, purpose: "The language we write to them in." },
      createdAt: { ...account, purpose: "Since when they are here." },
    },
    notPersonal: ["updatedAt"],
  },
  OneTimeToken: {
    subject: "the account's owner (userId)",
    personal: {
      userId: { ...link, purpose: "Whose link it is." },
      purpose: { ...link, purpose: "What the link does." },
      tokenHash: { ...link, purpose: "Knowing the link again; the link itself is not kept." },
      createdAt: { ...link, purpose: "When it was asked for." },
      usedAt: { ...link, purpose: "That it works once." },
      passwordHash: { ...link, purpose: "The password of the sign-up that asked for this link (argon2id), until the address is confirmed." },
      displayName: { ...link, purpose: "The name of the sign-up that asked for this link." },
    },
    notPersonal: ["id", "expiresAt"],
  },
});
