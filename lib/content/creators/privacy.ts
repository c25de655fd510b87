import { definePrivacy } from "@/lib/platform/privacy";

const page = { basis: "contract", retention: "While the page exists.", exported: "as is", erasure: "delete" } as const;

export const privacy = definePrivacy("content/creators", {
  CreatorProfile: {
    subject: "the creator (userId)",
    personal: {
      id: { ...page, purpose: "Names the page in every other row.", erasure: "anonymise" },
      userId: { ...page, purpose: "Whose page it is." },
      handle: { ...page, purpose: "The page's public address." },
      name: { ...page, purpose: "Shown on the page." },
      tagline: { ...page, purpose: "Shown on the page." },
      bio: { ...page, purpose: "Shown on the page." },
      city: { ...page, purpose: "Shown on the page, when they fill it in." },
      genres: { ...page, purpose: "Finding the page." },
      tags: { ...page, purpose: "Finding the page." },
      links: { ...page, purpose: "Their other places, shown on the page." },
      rating: { ...page, purpose: "Whether what they make is for adults." },
      artMediaId: { ...page, purpose: "Their picture." },
      searchText: { ...page, purpose: "Name, words and tags again, folded for search.", exported: { leftOut: "It repeats other columns." } },
      openedAt: { ...page, purpose: "Since when the page is public." },
      createdAt: { ...page, purpose: "Since when the page exists." },
    },
    notPersonal: ["accent", "memberCount", "postCount", "updatedAt"],
  },
});
