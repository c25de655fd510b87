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

/** Putting something up for sale on a page: its owner, while they may publish and sell. */
export function canSellFrom(actor: Actor, creatorId: string): Decision {
  const decision = canEditCreator(actor, creatorId);
  if (decision !== allowed || actor.kind !== "user") return decision;
  return actor.capabilities.has("sell") ? allowed : denied(explainLack("sell"));
}

/** Taking something off sale again: its owner, whatever else they may do for now. */
export function canEndSale(actor: Actor, creatorId: string): Decision {
  return actor.kind === "system" || (actor.kind === "user" && actor.creatorId === creatorId) ? allowed : hidden;
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
