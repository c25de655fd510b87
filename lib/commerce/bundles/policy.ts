import { canEditCreator } from "@/lib/content/creators";
import type { Actor } from "@/lib/platform/db";
import type { Decision } from "@/lib/platform/policy";

/** Its own creator, while they may publish. */
export function canEditBundle(actor: Actor, bundle: { creatorId: string }): Decision {
  return canEditCreator(actor, bundle.creatorId);
}
