import type { Actor } from "@/lib/platform/db";
import { allowed, type Decision, denied, hidden } from "@/lib/platform/policy";

/** A dispute is there for the creator who was paid, and for administrators. */
export function canSeeDispute(actor: Actor, dispute: { creatorId: string } | null): Decision {
  if (actor.kind === "system" || actor.kind === "webhook") return dispute ? allowed : hidden;
  if (actor.kind !== "user" || !dispute) return hidden;
  return actor.creatorId === dispute.creatorId || actor.capabilities.has("administer") ? allowed : hidden;
}

/** Only the creator knows what happened between them and the fan. */
export function canAddEvidence(actor: Actor, dispute: { creatorId: string } | null): Decision {
  return actor.kind === "user" && dispute !== null && actor.creatorId === dispute.creatorId ? allowed : hidden;
}

/** Who decides whether a dispute is answered, sees what is said of a fan, and lifts blocks: administrators, but of a page of their own they decide nothing. `creatorId` names whose it is. */
export function canAnswerForDisputes(actor: Actor, creatorId?: string | null): Decision {
  if (actor.kind === "system") return allowed;
  if (actor.kind !== "user" || !actor.capabilities.has("administer")) return hidden;
  return creatorId && actor.creatorId === creatorId ? denied("This concerns your own page. Another administrator has to decide it.") : allowed;
}
