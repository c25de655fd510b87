import { canEditCreator, pageOfActor } from "@/lib/content/creators";
import type { Actor } from "@/lib/platform/db";
import { Unauthenticated } from "@/lib/platform/errors";
import type { CreatorId, UserId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";

/** The page and account of someone at their own desk. @throws Unauthenticated, Forbidden */
export function canOpenStudio(actor: Actor): { creatorId: CreatorId; userId: UserId } {
  if (actor.kind !== "user") throw new Unauthenticated();
  const creatorId = pageOfActor(actor);
  authorize(canEditCreator(actor, creatorId));
  return { creatorId, userId: actor.userId };
}
