import { definePrivacy } from "@/lib/platform/privacy";

const work = { basis: "contract", retention: "Until its author removes it.", exported: "as is", erasure: "delete" } as const;

export const privacy = definePrivacy("content/posts", {
  Post: {
    subject: "the creator (creator.userId)",
    personal: {
      creatorId: { ...work, purpose: "Whose post it is." },
      title: { ...work, purpose: "Shown to readers." },
      body: { ...work, purpose: "Shown to those it is for." },
      searchText: { ...work, purpose: "Title and public words again, folded for search.", exported: { leftOut: "It repeats other columns." } },
      createdAt: { ...work, purpose: "When it was written." },
    },
    notPersonal: ["id", "kind", "audience", "tierId", "price", "currency", "pinnedAt", "updatedAt", "keptAt", "deletedAt"],
  },
  PostMedia: { subject: "the creator (post.creator.userId)", personal: { postId: { ...work, purpose: "Which post shows the file." }, mediaId: { ...work, purpose: "Which file it shows." } }, notPersonal: ["position"] },
  Publication: {
    subject: "the creator (post.creator.userId)",
    personal: {
      postId: { ...work, purpose: "Which post was published." },
      creatorId: { ...work, purpose: "On whose page." },
      dueAt: { ...work, purpose: "When it is shown." },
      byUserId: { ...work, purpose: "Who published it." },
    },
    notPersonal: ["clearedAt", "clearedBy", "shownAt"],
  },
});
