import { audit } from "@/lib/platform/audit";
import { Prisma, type Verb } from "@/lib/platform/db";
import type { TierId } from "@/lib/platform/ids";
import { TierInUse } from "./errors";
import { findOwnTier } from "./find-own-tier";

/** Removes a tier that nobody ever joined or began to pay for and no post is for. @throws NotFound, Forbidden, TierInUse */
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
    // Payment pages are not ours to look through, and someone may join or post in between: the database refuses (P2003, foreign key).
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2003") throw new TierInUse(whatHolds(error));
    throw error;
  }
}

/** The foreign key that refused, as the driver names it; what is none of content's own is money. */
function whatHolds(error: Prisma.PrismaClientKnownRequestError): "subscribers" | "posts" | "payments" {
  const said = JSON.stringify(error.meta ?? {});
  if (said.includes("Grant_tierId_fkey")) return "subscribers";
  return said.includes("Post_tierId_fkey") ? "posts" : "payments";
}
