import { canEditCreator } from "@/lib/content/creators";
import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { type CreatorId, newId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { TooManyTiers } from "./errors";
import { toTier } from "./queries";
import { mostTiers } from "./rules";
import type { Tier, TierInput } from "./schema";

/** Adds a tier above those there are. @throws NotFound, Forbidden, TooManyTiers */
export async function createTier({ ctx, input }: Verb<TierInput & { creatorId: CreatorId }>): Promise<Tier> {
  authorize(canEditCreator(ctx.actor, input.creatorId));
  return ctx.transaction(async (tx) => {
    // The profile's row stands for the set of its tiers: two at once take turns.
    await tx.$queryRaw`SELECT id FROM "CreatorProfile" WHERE id = ${input.creatorId} FOR UPDATE`;
    const [there] = await tx.$queryRaw<{ open: number; highest: number }[]>`
      SELECT count(*) FILTER (WHERE "archivedAt" IS NULL)::int AS open, coalesce(max(rank), 0)::int AS highest FROM "Tier" WHERE "creatorId" = ${input.creatorId}`;
    if (there && there.open >= mostTiers) throw new TooManyTiers(mostTiers);
    const tier = await tx.tier.create({ data: { id: newId("tier"), ...input, rank: (there?.highest ?? 0) + 1 } });
    audit(tx, ctx, "tier.created", { subject: tier.id, creatorId: input.creatorId, minAmount: tier.minAmount });
    return toTier(tier);
  });
}
