import { canEditCreator } from "@/lib/content/creators";
import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { InvalidInput } from "@/lib/platform/errors";
import type { CreatorId, TierId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { listTiers } from "./queries";
import type { Tier } from "./schema";

/** Puts the tiers in a new order, lowest first. It says who sees what, so all of them must be named. @throws NotFound, Forbidden, InvalidInput */
export async function orderTiers({ ctx, input }: Verb<{ creatorId: CreatorId; tierIds: TierId[] }>): Promise<Tier[]> {
  authorize(canEditCreator(ctx.actor, input.creatorId));
  await ctx.transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "Tier" WHERE "creatorId" = ${input.creatorId} FOR UPDATE`;
    const known = new Set(rows.map((row) => row.id));
    if (known.size !== input.tierIds.length || !input.tierIds.every((tierId) => known.delete(tierId))) throw new InvalidInput("body.tierIds", "Name every one of your tiers once.");
    await tx.$executeRaw`UPDATE "Tier" t SET rank = o.rank FROM unnest(${input.tierIds}::text[]) WITH ORDINALITY AS o(id, rank) WHERE t.id = o.id`;
    audit(tx, ctx, "tier.reordered", { subject: input.creatorId, tierIds: input.tierIds });
  });
  return listTiers(ctx.db, input.creatorId, { archived: true });
}
