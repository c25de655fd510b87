import { definePrivacy } from "@/lib/platform/privacy";

const repeat = { basis: "contract", retention: "One day, then removed by the tidy cron.", exported: { leftOut: "It repeats an answer that was given, for a day." }, erasure: "delete" } as const;

export const privacy = definePrivacy("platform/http", {
  IdempotencyRecord: {
    subject: "the caller (actor)",
    personal: {
      actor: { ...repeat, purpose: "Whose key it is: an account, or a network address when nobody is signed in." },
      response: { ...repeat, purpose: "The answer that a repeat of the request gets." },
      requestHash: { ...repeat, purpose: "Tells a repeat from another request under the same key; keyed, and without passwords." },
    },
    notPersonal: ["key", "route", "status", "createdAt", "lockedUntil", "committedAt"],
  },
});
