import { canEditCreator } from "@/lib/content/creators";
import { audit } from "@/lib/platform/audit";
import type { Context, Tx, Verb } from "@/lib/platform/db";
import { InvalidInput } from "@/lib/platform/errors";
import type { CreatorId, TierId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { MembersWouldLose, OrderAgainstPrices } from "./errors";
import { lockTiers } from "./lock-tiers";
import { listTiers } from "./queries";
import { outOfOrder, type Ranked, sinking } from "./rank-by-price";
import type { Tier } from "./schema";

/**
 * Puts tiers that cost the same in another order, lowest first. It says who sees what, so all of them must be named,
 * prices must not fall, and no tier with members may sink. @throws NotFound, Forbidden, InvalidInput, OrderAgainstPrices, MembersWouldLose
 */
export async function orderTiers({ ctx, input }: Verb<{ creatorId: CreatorId; tierIds: TierId[] }>): Promise<Tier[]> {
  authorize(canEditCreator(ctx.actor, input.creatorId));
  await ctx.transaction(async (tx) => {
    const before = await lockTiers(tx, input.creatorId);
    const known = new Map(before.map((tier) => [tier.id, tier]));
    const after = input.tierIds.flatMap((tierId) => {
      const tier = known.get(tierId);
      known.delete(tierId);
      return tier ? [tier] : [];
    });
    if (after.length !== before.length || input.tierIds.length !== before.length) throw new InvalidInput("body.tierIds", "Name every one of your tiers once.");
    const wrong = outOfOrder(after);
    if (wrong) throw new OrderAgainstPrices(wrong);
    await keepReach(tx, ctx, before, after);
    await tx.$executeRaw`UPDATE "Tier" t SET rank = o.rank FROM unnest(${input.tierIds}::text[]) WITH ORDINALITY AS o(id, rank) WHERE t.id = o.id`;
    audit(tx, ctx, "tier.reordered", { subject: input.creatorId, tierIds: input.tierIds });
  });
  return listTiers(ctx.db, input.creatorId, { archived: true });
}

/** Whoever holds a tier keeps all they could see: it does not sink below another. @throws MembersWouldLose */
async function keepReach(tx: Tx, ctx: Context, before: Ranked[], after: Ranked[]): Promise<void> {
  const sunk = sinking(before, after);
  if (sunk.length === 0) return;
  const held = await tx.grant.findFirst({ where: { tierId: { in: sunk.map(({ tier }) => tier.id) }, OR: [{ endsAt: null }, { endsAt: { gt: ctx.now } }] }, select: { tierId: true } });
  const lost = sunk.find(({ tier }) => tier.id === held?.tierId);
  if (lost) throw new MembersWouldLose(lost);
}
