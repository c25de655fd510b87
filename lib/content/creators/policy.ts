import { explainLack } from "@/lib/identity/standing";
import type { Actor } from "@/lib/platform/db";
import { Unauthenticated } from "@/lib/platform/errors";
import type { CreatorId } from "@/lib/platform/ids";
import { allowed, authorize, type Decision, denied, hidden } from "@/lib/platform/policy";

/** Opening one's own page: members only (staff accounts do not sell), and only once confirmed. */
export function canOpenPage(actor: Actor): Decision {
  if (actor.kind !== "user") return hidden;
  return actor.capabilities.has("publish") ? allowed : denied(explainLack("publish"));
}

/** Changing a creator's page, tiers or posts: its owner. */
export function canEditCreator(actor: Actor, creatorId: string): Decision {
  if (actor.kind === "system") return allowed;
  if (actor.kind !== "user" || actor.creatorId !== creatorId) return hidden;
  return actor.capabilities.has("publish") ? allowed : denied(explainLack("publish"));
}

/**
 * The caller's own page, to read what is theirs: whoever may not publish for now still sees what they earned.
 * @throws Unauthenticated, Forbidden for who has no page
 */
export function pageOfActor(actor: Actor): CreatorId {
  if (actor.kind === "user" && actor.creatorId) return actor.creatorId;
  if (actor.kind === "user") authorize(denied("Open your page first."));
  throw new Unauthenticated();
}
