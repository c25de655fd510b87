import { definePrivacy } from "@/lib/platform/privacy";

export const privacy = definePrivacy("commerce/fees", {
  FeeSchedule: { subject: "nobody", personal: {}, notPersonal: ["id", "effectiveFrom", "platformBps", "estimateProcessingBps", "estimateProcessingFixed", "note"] },
});
