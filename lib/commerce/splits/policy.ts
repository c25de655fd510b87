import { explainLack } from "@/lib/identity/standing";
import type { Actor } from "@/lib/platform/db";
import { allowed, type Decision, denied, hidden } from "@/lib/platform/policy";

interface Parties {
  creatorId: string;
  collaboratorId: string;
}

/** Sharing what one's page earns: its owner, while they may sell. */
export function canPropose(actor: Actor): Decision {
  if (actor.kind !== "user") return hidden;
  if (!actor.creatorId) return denied("Open your page first.");
  return actor.capabilities.has("sell") ? allowed : denied(explainLack("sell"));
}

/** Taking a share: whom it was offered to, while they may sell. To others it is not there; its owner has nothing to accept. */
export function canAccept(actor: Actor, split: Parties): Decision {
  if (actor.kind !== "user" || !actor.creatorId) return hidden;
  if (actor.creatorId === split.creatorId) return denied("They have to accept it, not you.");
  if (actor.creatorId !== split.collaboratorId) return hidden;
  return actor.capabilities.has("sell") ? allowed : denied(explainLack("sell"));
}

/** Ending: either of the two, whatever else they may do. */
export function canEnd(actor: Actor, split: Parties): Decision {
  return actor.kind === "user" && actor.creatorId !== undefined && [split.creatorId, split.collaboratorId].includes(actor.creatorId) ? allowed : hidden;
}
