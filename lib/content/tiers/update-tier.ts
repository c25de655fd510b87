import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import type { TierId } from "@/lib/platform/ids";
import { findOwnTier } from "./find-own-tier";
import { toTier } from "./queries";
import type { Tier, TierChange } from "./schema";

/** Changes what is given. A new minimum holds for those who join from now on; members keep what they pay. @throws NotFound, Forbidden */
export async function updateTier({ ctx, input }: Verb<TierChange & { tierId: TierId }>): Promise<Tier> {
  const { tierId, name, description, minAmount, benefits } = input;
  return ctx.transaction(async (tx) => {
    await findOwnTier(tx, ctx, tierId);
    const tier = await tx.tier.update({
      where: { id: tierId },
      data: { ...(name === undefined ? {} : { name }), ...(description === undefined ? {} : { description }), ...(minAmount === undefined ? {} : { minAmount }), ...(benefits === undefined ? {} : { benefits }) },
    });
    audit(tx, ctx, "tier.changed", { subject: tierId, minAmount: tier.minAmount });
    return toTier(tier);
  });
}
