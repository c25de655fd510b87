import { audit } from "@/lib/platform/audit";
import type { Tx, Verb } from "@/lib/platform/db";
import type { TierModel } from "@/lib/platform/db/generated/models";
import { emit } from "@/lib/platform/events";
import type { TierId } from "@/lib/platform/ids";
import { checkYear } from "./check-year";
import { PricePassesNeighbour } from "./errors";
import { findOwnTier } from "./find-own-tier";
import { lockTiers } from "./lock-tiers";
import { toTier } from "./queries";
import { passedBy } from "./rank-by-price";
import type { Tier, TierChange } from "./schema";

/**
 * Changes what is given. A new minimum holds for those who join from now on; members keep what they pay.
 * It stays between the tiers below and above. @throws NotFound, Forbidden, PricePassesNeighbour, YearSavesNothing
 */
export async function updateTier({ ctx, input }: Verb<TierChange & { tierId: TierId }>): Promise<Tier> {
  const { tierId, name, description, minAmount, benefits, annualAmount, trialDays } = input;
  return ctx.transaction(async (tx) => {
    const before = await findOwnTier(tx, ctx, tierId);
    if (minAmount !== undefined && minAmount !== before.minAmount) await checkPrice(tx, before, minAmount);
    // What is not said stays as it is.
    const said = { name, description, minAmount, benefits, annualAmount, trialDays };
    const data = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
    checkYear({ ...before, ...data });
    const tier = await tx.tier.update({ where: { id: tierId }, data });
    audit(tx, ctx, "tier.changed", { subject: tierId, minAmount: tier.minAmount });
    if (termsRose(before, tier)) emit(tx, "tier.terms-changed", { tierId });
    return toTier(tier);
  });
}

/** Whether a payment page that is open may be on terms that hold no more. */
function termsRose(before: TierModel, after: TierModel): boolean {
  const dearerYear = before.annualAmount !== null && (after.annualAmount === null || after.annualAmount > before.annualAmount);
  return after.minAmount > before.minAmount || dearerYear || after.trialDays !== before.trialDays;
}

async function checkPrice(tx: Tx, tier: TierModel, minAmount: number): Promise<void> {
  const passed = passedBy(await lockTiers(tx, tier.creatorId), tier.id, minAmount);
  if (passed) throw new PricePassesNeighbour(tier, passed);
}
