import { canEndSale, canSellFrom } from "@/lib/content/creators";
import type { Actor } from "@/lib/platform/db";
import type { Decision } from "@/lib/platform/policy";

/** Its own creator, while they may publish and sell. */
export function canEditBundle(actor: Actor, bundle: { creatorId: string }): Decision {
  return canSellFrom(actor, bundle.creatorId);
}

/** Its own creator, also while they may not sell: nobody is kept selling. */
export function canArchiveBundle(actor: Actor, bundle: { creatorId: string }): Decision {
  return canEndSale(actor, bundle.creatorId);
}
