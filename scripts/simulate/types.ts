import type { Account } from "./api";
import type { Random } from "./random";

/** What a page sells beside its tiers. */
export interface Shelf {
  posts: { id: string; price: number }[];
  bundles: { id: string; price: number }[];
  codes: string[];
  /** Shares of what the page earns that others have, until one of the two ends them. */
  splits: string[];
}

export interface Offer {
  id: string;
  minAmount: number;
  annualAmount: number | null;
  trialDays: number;
}
export interface Maker extends Account {
  creatorId: string;
  tiers: Offer[];
  handle: string;
  random: Random;
  visits: number;
  shelf: Shelf;
}
