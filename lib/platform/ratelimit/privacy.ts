import { definePrivacy } from "@/lib/platform/privacy";

export const privacy = definePrivacy(
  "platform/ratelimit",
  {
    RateLimitSetting: {
      subject: "the administrator who set it (byUserId)",
      personal: { byUserId: { purpose: "Who answers for the setting.", basis: "legitimate interest", retention: "Until the next change.", exported: "as is", erasure: "anonymise" } },
      notPersonal: ["limitClass", "perActor", "perAddress", "windowSeconds", "updatedAt"],
    },
  },
  {
    "Redis keys rl:* and rx:*": { purpose: "Counting requests of an account (hashed) or a network address, and guesses at one password (hashed).", basis: "legitimate interest", retention: "Two windows of the limit: two hours at most, unless an administrator sets a longer one.", exported: { leftOut: "Gone before an export could be read." }, erasure: "delete" },
  },
);
