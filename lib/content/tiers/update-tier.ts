import { audit } from "@/lib/platform/audit";
import type { Tx, Verb } from "@/lib/platform/db";
import type { TierModel } from "@/lib/platform/db/generated/models";
import { emit } from "@/lib/platform/events";
import type { TierId } from "@/lib/platform/ids";
import { PricePassesNeighbour } from "./errors";
import { findOwnTier } from "./find-own-tier";
import { lockTiers } from "./lock-tiers";
import { toTier } from "./queries";
import { passedBy } from "./rank-by-price";
import type { Tier, TierChange } from "./schema";

/**
 * Changes what is given. A new minimum holds for those who join from now on; members keep what they pay.
 * It stays between the tiers below and above. @throws NotFound, Forbidden, PricePassesNeighbour
 */
export async function updateTier({ ctx, input }: Verb<TierChange & { tierId: TierId }>): Promise<Tier> {
  const { tierId, name, description, minAmount, benefits } = input;
  return ctx.transaction(async (tx) => {
    const before = await findOwnTier(tx, ctx, tierId);
    if (minAmount !== undefined && minAmount !== before.minAmount) await checkPrice(tx, before, minAmount);
    const tier = await tx.tier.update({
      where: { id: tierId },
      data: { ...(name === undefined ? {} : { name }), ...(description === undefined ? {} : { description }), ...(minAmount === undefined ? {} : { minAmount }), ...(benefits === undefined ? {} : { benefits }) },
    });
    audit(tx, ctx, "tier.changed", { subject: tierId, minAmount: tier.minAmount });
    if (tier.minAmount > before.minAmount) emit(tx, "tier.terms-changed", { tierId });
    return toTier(tier);
  });
}

async function checkPrice(tx: Tx, tier: TierModel, minAmount: number): Promise<void> {
  const passed = passedBy(await lockTiers(tx, tier.creatorId), tier.id, minAmount);
  if (passed) throw new PricePassesNeighbour(tier, passed);
}
