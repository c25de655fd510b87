import { definePrivacy } from "@/lib/platform/privacy";

export const privacy = definePrivacy("platform/mail", { SentMail: { subject: "nobody", personal: {}, notPersonal: ["reference", "category", "sentAt"] } });
