import { definePrivacy } from "@/lib/platform/privacy";

const work = { basis: "contract", retention: "While the page is there: who bought it may ask what it was.", exported: "as is", erasure: "delete" } as const;

export const privacy = definePrivacy("commerce/bundles", {
  Bundle: {
    subject: "the creator (creator.userId)",
    personal: { creatorId: { ...work, purpose: "Whose bundle it is." }, title: { ...work, purpose: "Shown to readers." }, words: { ...work, purpose: "Shown to readers." }, createdAt: { ...work, purpose: "When it was made." } },
    notPersonal: ["id", "price", "currency", "archivedAt"],
  },
  BundlePost: { subject: "the creator (bundle.creator.userId)", personal: { postId: { ...work, purpose: "What is in it." } }, notPersonal: ["bundleId", "position"] },
});
