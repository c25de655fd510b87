/**
 * Where a dispute stands. It goes from left to right and never back:
 *
 *   warned → warned_answered → closed           a question of the bank; no money has left
 *        ↘ open → submitted → won | withdrawn | lost
 *
 * A lost one can still be won, by an appeal at the bank.
 */
export const stages = ["warned", "warned_answered", "closed", "open", "submitted", "won", "withdrawn", "lost"] as const;
export type Stage = (typeof stages)[number];

/** How far along a stage is; what is seen later never leads to a lower one. A closed question can still become a dispute. */
const depth: Record<Stage, number> = { warned: 0, warned_answered: 1, closed: 2, open: 3, submitted: 4, lost: 5, won: 6, withdrawn: 6 };

/** What the provider says of a dispute, now or a while ago. */
export interface Seen {
  status: "question" | "question_answered" | "question_closed" | "needs_response" | "under_review" | "won" | "lost";
  /** Evidence was sent for it. */
  answered: boolean;
}

/** What has to be done on the way into a stage, each once in the life of a dispute. */
export type Effect = "tell-opened" | "hold" | "release" | "lose" | "regain" | "tell-ended";

const isEnded = (stage: Stage): boolean => depth[stage] >= depth.lost || stage === "closed";
export const hasEnded = isEnded;
/** The bank has the money, and has not decided. */
export const isHeld = (stage: Stage): boolean => stage === "open" || stage === "submitted";
/** Evidence can still be sent, or the loss accepted. */
export const awaitsAnswer = (stage: Stage): boolean => stage === "warned" || stage === "open";

export function stageOf({ status, answered }: Seen): Stage {
  switch (status) {
    case "question": return "warned";
    case "question_answered": return "warned_answered";
    case "question_closed": return "closed";
    case "needs_response": return "open";
    case "under_review": return "submitted";
    // Nobody answered, and yet it is ours again: the fan took it back.
    case "won": return answered ? "won" : "withdrawn";
    case "lost": return "lost";
  }
}

/**
 * One look at the provider: where the dispute stands after it and what that asks for. Looks may come late, twice or out of order, and
 * steps between them may never have been seen; each effect still comes once.
 */
export function step(from: Stage | undefined, seen: Seen): { to: Stage; effects: Effect[] } {
  const next = stageOf(seen);
  if (from !== undefined && depth[next] <= depth[from]) return { to: from, effects: [] };
  const wasHeld = from !== undefined && depth[from] >= depth.open;
  const takesMoney = depth[next] >= depth.open;
  const effects: Effect[] = [];
  if (from === undefined || (takesMoney && !wasHeld)) effects.push("tell-opened");
  if (takesMoney && !wasHeld) effects.push("hold");
  if (next === "won" || next === "withdrawn") effects.push(from === "lost" ? "regain" : "release");
  if (next === "lost") effects.push("lose");
  if (isEnded(next)) effects.push("tell-ended");
  return { to: next, effects };
}
