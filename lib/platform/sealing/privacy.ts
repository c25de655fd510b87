import { definePrivacy } from "@/lib/platform/privacy";

export const privacy = definePrivacy("platform/sealing", {
  DataKey: { subject: "nobody", personal: {}, notPersonal: ["id", "kekId", "wrapped", "createdAt", "retiredAt", "destroyedAt"] },
  ResealProgress: { subject: "nobody", personal: {}, notPersonal: ["column", "keyId", "cursor", "resealed", "startedAt", "doneAt"] },
});
