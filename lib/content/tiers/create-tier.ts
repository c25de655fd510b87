import { canEditCreator } from "@/lib/content/creators";
import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { type CreatorId, newId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { checkYear } from "./check-year";
import { TooManyKept, TooManyTiers } from "./errors";
import { lockTiers } from "./lock-tiers";
import { toTier } from "./queries";
import { rankFor } from "./rank-by-price";
import { mostTiers, mostTiersEver } from "./rules";
import type { Tier, TierInput } from "./schema";

/** Adds a tier at the place its price gives it: above all that cost as much or less. @throws NotFound, Forbidden, TooManyTiers, TooManyKept, YearSavesNothing */
export async function createTier({ ctx, input }: Verb<TierInput & { creatorId: CreatorId }>): Promise<Tier> {
  authorize(canEditCreator(ctx.actor, input.creatorId));
  checkYear(input);
  return ctx.transaction(async (tx) => {
    const tiers = await lockTiers(tx, input.creatorId);
    if (tiers.filter((tier) => tier.archivedAt === null).length >= mostTiers) throw new TooManyTiers(mostTiers);
    if (tiers.length >= mostTiersEver) throw new TooManyKept(mostTiersEver);
    const rank = rankFor(tiers, input.minAmount);
    await tx.tier.updateMany({ where: { creatorId: input.creatorId, rank: { gte: rank } }, data: { rank: { increment: 1 } } });
    const tier = await tx.tier.create({ data: { id: newId("tier"), ...input, rank } });
    audit(tx, ctx, "tier.created", { subject: tier.id, creatorId: input.creatorId, minAmount: tier.minAmount });
    return toTier(tier);
  });
}
