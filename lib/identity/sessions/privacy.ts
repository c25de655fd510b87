import { definePrivacy } from "@/lib/platform/privacy";

const device = { basis: "legitimate interest", retention: "30 days after the session has run out, then removed by the tidy cron.", exported: "as is", erasure: "delete" } as const;
const identity = { basis: "contract", retention: "While the account is open.", exported: "as is", erasure: "delete" } as const;

export const privacy = definePrivacy("identity/sessions", {
  Session: {
    subject: "the account's owner (userId)",
    personal: {
      userId: { ...device, purpose: "Who is signed in." },
      createdAt: { ...device, purpose: "When they signed in; shown to them." },
      lastSeenAt: { ...device, purpose: "When the device was last used; ends idle sessions." },
      userAgent: { ...device, purpose: "Lets them know the device again." },
      address: { ...device, purpose: "Lets them notice a stranger's sign-in." },
      revokedAt: { ...device, purpose: "That the session was ended." },
      revokedReason: { ...device, purpose: "Why it was ended." },
    },
    notPersonal: ["id", "expiresAt"],
  },
  ExternalIdentity: {
    subject: "the account's owner (userId)",
    personal: {
      provider: { ...identity, purpose: "Where they sign in." },
      subject: { ...identity, purpose: "Their id there: what ties the two accounts." },
      userId: { ...identity, purpose: "Their account here." },
      email: { ...identity, purpose: "The address as it was there when they first came." },
      createdAt: { ...identity, purpose: "When the two were tied." },
    },
    notPersonal: [],
  },
});
