import type { HandName } from "../art/cover";
import type { PaletteName } from "../art/palettes";
import type { Key, Mood } from "../songs/theory";

export type WorldTier = { name: string; priceMinor: number; /** For a whole year, where one is offered. */ yearMinor?: number; benefits: string[] };
export type WorldSong = { tempo: number; key: Key; mood: Mood; seconds: number };
/** Everyone, those who follow, the members of a tier (and of dearer ones), or whoever buys it. */
export type WorldAudience = "public" | "followers" | { tier: string } | { priceMinor: number; includedFrom?: string };
export type WorldPost = {
  kind: "text" | "picture" | "audio";
  title: string | null;
  body: string;
  audience: WorldAudience;
  daysAgo: number;
  pinned: boolean;
  /** For an audio post: what to synthesise. The seed is made of handle and title. */
  song: WorldSong | null;
};
export type WorldCreator = {
  handle: string;
  name: string;
  /** Under the name, on the art. */
  line: string;
  bio: string;
  city: string;
  genres: string[];
  tags: string[];
  palette: PaletteName;
  hand: HandName;
  tiers: WorldTier[];
  posts: WorldPost[];
  bundles?: WorldBundle[];
  codes?: WorldCode[];
  /** Whom they share with: a part in hundredths of a per cent. */
  splits?: { with: string; shareBps: number; sinceDaysAgo: number }[];
};
/** Something off for those who join with it. */
export type WorldCode = { code: string; percentOff: number; months: number; sinceDaysAgo: number };
/** Posts that are sold together, by their titles. */
export type WorldBundle = { title: string; words: string; priceMinor: number; posts: string[] };
/** A post or a bundle, by its title. */
export type WorldPurchase = { creator: string; title: string; daysAgo: number };
export type WorldMembership = { creator: string; tier: string; amountMinor: number; sinceDaysAgo: number; code?: string };
export type WorldFan = { handle: string; name: string; email: string; follows: string[]; pays: WorldMembership[]; buys?: WorldPurchase[] };
export type WorldAdmin = { handle: string; name: string; email: string };
