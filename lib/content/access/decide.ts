export type Audience = "public" | "followers" | "tier" | "paid";

/** What a viewer is to a creator. */
export type ViewerStanding =
  | { kind: "owner" }
  /** `rank` 0: follower; 1 and up: the highest tier they hold. */
  | { kind: "granted"; rank: number }
  | { kind: "stranger" };

export interface Restricted {
  audience: Audience;
  /** The rank of the tier it is for, or of the tier from which up a post with a price is included; null where there is none. */
  tierRank: number | null;
  /** The viewer holds a grant on this very thing. */
  granted: boolean;
}

/** The one rule of who sees what: pages, API and media all ask here. */
export function maySee(subject: Restricted, viewer: ViewerStanding): boolean {
  if (viewer.kind === "owner" || subject.audience === "public") return true;
  // What somebody was given is theirs, whomever it is for by now.
  if (subject.granted) return true;
  if (viewer.kind === "stranger") return false;
  if (subject.audience === "followers") return true;
  // A tier post without its tier's rank is broken data: it stays shut. So does one with a price that no tier includes.
  return subject.tierRank !== null && viewer.rank >= subject.tierRank;
}
