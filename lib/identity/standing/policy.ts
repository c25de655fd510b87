import type { Actor } from "@/lib/platform/db";
import { allowed, type Decision, hidden } from "@/lib/platform/policy";

export function canChangeStanding(actor: Actor): Decision {
  if (actor.kind === "system") return allowed;
  return actor.kind === "user" && actor.capabilities.has("administer") ? allowed : hidden;
}

/** Roles come from outside the app: an administrator who is broken into makes no others. */
export function canAppoint(actor: Actor): Decision {
  return actor.kind === "system" ? allowed : hidden;
}
