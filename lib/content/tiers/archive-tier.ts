import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { emit } from "@/lib/platform/events";
import type { TierId } from "@/lib/platform/ids";
import { findOwnTier } from "./find-own-tier";
import { toTier } from "./queries";
import type { Tier } from "./schema";

/** Closes a tier to new members, or opens it again. Members keep what they pay for. Repeating it changes nothing. @throws NotFound, Forbidden */
export async function archiveTier({ ctx, input }: Verb<{ tierId: TierId; archived: boolean }>): Promise<Tier> {
  return ctx.transaction(async (tx) => {
    const before = await findOwnTier(tx, ctx, input.tierId);
    if ((before.archivedAt !== null) === input.archived) return toTier(before);
    const tier = await tx.tier.update({ where: { id: input.tierId }, data: { archivedAt: input.archived ? ctx.now : null } });
    audit(tx, ctx, input.archived ? "tier.archived" : "tier.reopened", { subject: input.tierId });
    if (input.archived) emit(tx, "tier.terms-changed", { tierId: input.tierId });
    return toTier(tier);
  });
}
