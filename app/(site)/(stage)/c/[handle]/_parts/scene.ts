import type { Relation } from "@/lib/community/follows";
import type { Creator } from "@/lib/content/creators";
import type { Tier } from "@/lib/content/tiers";

/** What every part of a creator's page is told. */
export interface Scene {
  creator: Creator;
  tiers: Tier[];
  relation: Relation;
  signedIn: boolean;
}
