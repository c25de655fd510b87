import { definePrivacy } from "@/lib/platform/privacy";

// The body of an event is not kept: only that it came.
export const privacy = definePrivacy("commerce/webhooks", {
  WebhookEvent: { subject: "nobody", personal: {}, notPersonal: ["provider", "eventId", "type", "receivedAt", "handledAt"] },
});
