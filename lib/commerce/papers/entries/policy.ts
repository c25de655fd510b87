import type { Actor } from "@/lib/platform/db";
import { allowed, type Decision, hidden } from "@/lib/platform/policy";

/** Whoever has a line in a booking may ask where it came from, and administrators; to others it is not there. */
export function canExplainEntry(actor: Actor, owners: (string | null)[]): Decision {
  if (actor.kind !== "user") return hidden;
  if (actor.capabilities.has("administer")) return allowed;
  return actor.creatorId && owners.includes(actor.creatorId) ? allowed : hidden;
}
