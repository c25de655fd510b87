import type { Track } from "../audio/track";
import type { MoneyValue } from "@/lib/platform/money/format";
import type { ArtSource } from "../surfaces/art";

/** A post as a card needs it: already decided who may see what. A locked one carries no more than its preview. */
export type PostView = {
  id: string;
  href: string;
  title?: string | null;
  /** The whole text, or the first lines when it is locked. */
  body?: string | null;
  publishedAt: Date | string;
  pinned?: boolean;
  /** "Backstage", "Followers"; absent when it is for everyone. */
  audience?: string | null;
  picture?: (ArtSource & { alt?: string | null }) | null;
  /** How many pictures there are in all. */
  pictures?: number;
  track?: Track | null;
  /** Of a song: a small square picture. */
  sleeve?: string | null;
  /** In a feed: whose it is. */
  author?: { name: string; href: string; avatar?: string | null } | null;
  /** Dominant colour of the author's art, for cards that stand away from their page. */
  accent?: string | null;
  lock?: PostLock | null;
  comments?: number;
  reactions?: number;
};

/** Never a dead end: what it takes, what is within, and where to get it. */
export type PostLock = { within?: string | null; href: string } & (
  /** Bought once. */
  | { kind: "paid"; price: MoneyValue }
  /** `member`: in a lower tier, from which one cannot move yet. */
  | { kind: "tier"; tier: string; price: MoneyValue; member?: boolean }
  /** Somebody signed in follows on the spot. */
  | { kind: "follow"; name: string; creatorId?: string; signedIn?: boolean }
);
