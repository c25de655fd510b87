import { canEditCreator } from "@/lib/content/creators";
import type { Context, Tx } from "@/lib/platform/db";
import type { TierModel } from "@/lib/platform/db/generated/models";
import { NotFound } from "@/lib/platform/errors";
import { authorize } from "@/lib/platform/policy";

/** A tier that the actor may change. @throws NotFound, Forbidden */
export async function findOwnTier(tx: Tx, ctx: Context, tierId: string): Promise<TierModel> {
  const tier = await tx.tier.findUnique({ where: { id: tierId } });
  if (!tier) throw new NotFound("tier");
  authorize(canEditCreator(ctx.actor, tier.creatorId), "tier");
  return tier;
}
