import { audit } from "@/lib/platform/audit";
import { Prisma, type Verb } from "@/lib/platform/db";
import type { TierId } from "@/lib/platform/ids";
import { TierInUse } from "./errors";
import { findOwnTier } from "./find-own-tier";

/** Removes a tier that nobody ever joined and no post is for. @throws NotFound, Forbidden, TierInUse */
export async function deleteTier({ ctx, input }: Verb<{ tierId: TierId }>): Promise<void> {
  try {
    await ctx.transaction(async (tx) => {
      const tier = await findOwnTier(tx, ctx, input.tierId);
      if (await tx.grant.count({ where: { creatorId: tier.creatorId, tierId: tier.id } })) throw new TierInUse("subscribers");
      if (await tx.post.count({ where: { tierId: tier.id } })) throw new TierInUse("posts");
      await tx.tier.delete({ where: { id: tier.id } });
      audit(tx, ctx, "tier.deleted", { subject: tier.id });
    });
  } catch (error) {
    // Someone joined in between, or money was paid for it once: the database refuses (P2003, foreign key).
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2003") throw new TierInUse("subscribers");
    throw error;
  }
}
