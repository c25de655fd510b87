import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { emit } from "@/lib/platform/events";
import type { TierId } from "@/lib/platform/ids";
import { TooManyTiers } from "./errors";
import { findOwnTier } from "./find-own-tier";
import { lockTiers } from "./lock-tiers";
import { toTier } from "./queries";
import { mostTiers } from "./rules";
import type { Tier } from "./schema";

/** Closes a tier to new members, or opens it again. Members keep what they pay for. Repeating it changes nothing. @throws NotFound, Forbidden, TooManyTiers */
export async function archiveTier({ ctx, input }: Verb<{ tierId: TierId; archived: boolean }>): Promise<Tier> {
  return ctx.transaction(async (tx) => {
    const { creatorId } = await findOwnTier(tx, ctx, input.tierId);
    // Read again under the lock: whoever opens or adds tiers at once takes turns, so the count holds.
    const tiers = await lockTiers(tx, creatorId);
    const before = tiers.find((tier) => tier.id === input.tierId);
    if (!before) throw new NotFound("tier");
    if ((before.archivedAt !== null) === input.archived) return toTier(before);
    if (!input.archived && tiers.filter((tier) => tier.archivedAt === null).length >= mostTiers) throw new TooManyTiers(mostTiers);
    const tier = await tx.tier.update({ where: { id: input.tierId }, data: { archivedAt: input.archived ? ctx.now : null } });
    audit(tx, ctx, input.archived ? "tier.archived" : "tier.reopened", { subject: input.tierId });
    if (input.archived) emit(tx, "tier.terms-changed", { tierId: input.tierId });
    return toTier(tier);
  });
}
