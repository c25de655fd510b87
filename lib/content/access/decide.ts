export type Audience = "public" | "followers" | "tier";

/** What a viewer is to a creator. */
export type ViewerStanding =
  | { kind: "owner" }
  /** `rank` 0: follower; 1 and up: the highest tier they hold. */
  | { kind: "granted"; rank: number }
  | { kind: "stranger" };

export interface Restricted {
  audience: Audience;
  /** The rank of the tier it is for; null unless the audience is "tier". */
  tierRank: number | null;
}

/** The one rule of who sees what: pages, API and media all ask here. */
export function maySee(subject: Restricted, viewer: ViewerStanding): boolean {
  if (viewer.kind === "owner" || subject.audience === "public") return true;
  if (viewer.kind === "stranger") return false;
  if (subject.audience === "followers") return true;
  // A tier post without its tier's rank is broken data: it stays shut.
  return subject.tierRank !== null && viewer.rank >= subject.tierRank;
}
