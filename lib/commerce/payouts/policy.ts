import type { Actor } from "@/lib/platform/db";
import { allowed, type Decision, denied, hidden } from "@/lib/platform/policy";

/** Administrators see and answer for payouts, but never act on those of a page of their own: `creatorId` names whose it is. */
export function canAnswerForPayouts(actor: Actor, creatorId?: string): Decision {
  if (actor.kind !== "user" || !actor.capabilities.has("administer")) return hidden;
  return creatorId !== undefined && actor.creatorId === creatorId ? denied("This is your own page. Another administrator has to answer for its payouts.") : allowed;
}
