import { canEndSale } from "@/lib/content/creators";
import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import type { PromotionId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";

/** Nobody new can redeem it; those who did keep what they have, and a payment page that is open may still be paid on. Repeating it changes nothing. @throws NotFound, Forbidden */
export async function archivePromotion({ ctx, input }: Verb<{ promotionId: PromotionId }>): Promise<void> {
  await ctx.transaction(async (tx) => {
    const promotion = await tx.promotion.findUnique({ where: { id: input.promotionId } });
    if (!promotion) throw new NotFound("code");
    authorize(canEndSale(ctx.actor, promotion.creatorId), "code");
    const changed = await tx.promotion.updateMany({ where: { id: promotion.id, archivedAt: null }, data: { archivedAt: ctx.now } });
    if (changed.count > 0) audit(tx, ctx, "promotion.archived", { subject: promotion.id, creatorId: promotion.creatorId });
  });
}
