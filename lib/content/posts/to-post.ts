import { maySee, type ViewerStanding } from "@/lib/content/access";
import { asId } from "@/lib/platform/ids";
import type { Currency } from "@/lib/platform/money";
import type { PostRow } from "./post-rows";
import type { Post } from "./schema";
import { teaserOf } from "./teaser";

/** A row as this viewer may see it: locked posts keep their words, peaks and descriptions to themselves. */
export function toPost(row: PostRow, viewer: ViewerStanding, now: Date): Post {
  const open = maySee(row, viewer);
  return {
    id: asId("post", row.id),
    creator: { id: asId("creator", row.creatorId), handle: row.handle, name: row.creatorName, artMediaId: row.artMediaId === null ? null : asId("media", row.artMediaId), accent: row.accent },
    kind: row.kind,
    title: row.title,
    body: open ? row.body : null,
    teaser: teaserOf(row.body),
    audience: row.audience,
    price: priceOf(row),
    bought: row.granted,
    locked: open ? null : lockOf(row, viewer),
    publishedAt: row.dueAt?.toISOString() ?? null,
    status: statusOf(row, now),
    pinned: row.pinnedAt !== null,
    media: (row.media ?? []).map((one) => ({ ...one, id: asId("media", one.id), ...(open ? {} : { peaks: [], altText: "" }) })),
  };
}

const priceOf = ({ price, currency }: PostRow): Post["price"] => (price === null ? null : { amount: price, currency: (currency ?? "usd") as Currency });

function lockOf(row: PostRow, viewer: ViewerStanding): NonNullable<Post["locked"]> {
  const member = viewer.kind === "granted" && viewer.rank > 0;
  const tier = row.tierId === null ? null : { id: asId("tier", row.tierId), name: row.tierName ?? "", minAmount: row.tierMinAmount ?? 0, currency: (row.tierCurrency ?? "usd") as Currency };
  if (row.audience === "paid") return { reason: "paid", tier, member };
  return row.audience !== "tier" || tier === null ? { reason: "followers", tier: null, member } : { reason: "tier", tier, member };
}

function statusOf(row: PostRow, now: Date): Post["status"] {
  if (!row.dueAt) return "draft";
  if (row.dueAt > now) return "scheduled";
  return row.clearedAt ? "published" : "in_review";
}
