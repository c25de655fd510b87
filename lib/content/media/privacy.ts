import { definePrivacy } from "@/lib/platform/privacy";

const file = { basis: "contract", retention: "While a post or the page shows it; two days when nothing does, then removed by the tidy cron.", exported: "as is", erasure: "delete" } as const;
const delivery = { basis: "legitimate interest", retention: "180 days, within which a payment can be disputed; removed by the tidy cron.", exported: "as is", erasure: "delete" } as const;
const derived = { ...file, exported: { leftOut: "Made from the file, which is in the export." } } as const;

export const privacy = definePrivacy(
  "content/media",
  {
    Media: {
      subject: "who uploaded it (ownerUserId)",
      personal: {
        ownerUserId: { ...file, purpose: "Whose file it is." },
        fileName: { ...file, purpose: "The name they know it by; shown to them only." },
        altText: { ...file, purpose: "What the picture shows, for those who cannot see it." },
        incomingKey: { ...derived, purpose: "Where the raw upload lies; it holds the owner's id." },
        renditions: { ...derived, purpose: "Where the re-encoded files lie." },
        peaks: { ...derived, purpose: "The drawing of a sound." },
        refusedReason: { ...file, purpose: "Why we did not take the file." },
        createdAt: { ...file, purpose: "When it was announced." },
      },
      notPersonal: ["id", "kind", "state", "declaredType", "declaredBytes", "width", "height", "durationMs", "dominantColour", "processedAt"],
    },
    ContentDelivery: {
      subject: "the member who saw or heard it (userId)",
      personal: {
        userId: { ...delivery, purpose: "Who was given it." },
        postId: { ...delivery, purpose: "What." },
        creatorId: { ...delivery, purpose: "Whose work." },
        mediaId: { ...delivery, purpose: "Which file." },
        kind: { ...delivery, purpose: "Seen or played." },
        hour: { ...delivery, purpose: "In which hour, so that it is noted once." },
        at: { ...delivery, purpose: "When." },
        address: { ...delivery, purpose: "From which network address: banks compare it with that of the sign-in." },
      },
      notPersonal: [],
    },
  },
  {
    "storage: media/<mediaId>/": { ...file, purpose: "The files themselves, re-encoded, without location or camera." },
    "storage: incoming/<userId>/<mediaId>": { ...file, purpose: "The raw upload until it has been checked.", retention: "Minutes; two days when it is never finished.", exported: { leftOut: "Replaced by its re-encoded form." } },
  },
);
