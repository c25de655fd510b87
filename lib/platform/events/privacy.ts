import { definePrivacy } from "@/lib/platform/privacy";

export const privacy = definePrivacy("platform/events", {
  OutboxEvent: {
    subject: "whoever the ids in the payload belong to",
    personal: {
      payload: { purpose: "What listeners need to find the rows: ids, never names or addresses; of a sign-up, the page of ours they were going to.", basis: "contract", retention: "30 days after delivery, then removed by the tidy cron.", exported: { leftOut: "It repeats ids that the export has where they belong." }, erasure: "delete" },
    },
    notPersonal: ["id", "type", "createdAt", "deliveredAt"],
  },
});
