import { canEditCreator } from "@/lib/content/creators";
import type { Actor } from "@/lib/platform/db";
import { allowed, type Decision, hidden } from "@/lib/platform/policy";

export function canEditPost(actor: Actor, post: { creatorId: string }): Decision {
  return canEditCreator(actor, post.creatorId);
}

/** Clearing is trust's business: no person's, not even the creator's. */
export function canClearPost(actor: Actor): Decision {
  return actor.kind === "system" ? allowed : hidden;
}
