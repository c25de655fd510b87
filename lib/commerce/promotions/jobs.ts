import { railForSale } from "@/lib/commerce/rails";
import type { Context } from "@/lib/platform/db";
import type { PromotionModel } from "@/lib/platform/db/generated/models";
import { defineJob } from "@/lib/platform/jobs";
import { sayTerms } from "./count";
import { termsOf } from "./to-promotion";

/** Makes the provider know a code's terms, under our row's id; made twice, it is there once. How often and how long it may be redeemed is ours to say. */
export async function tellOfPromotion(promotion: PromotionModel): Promise<string> {
  const terms = termsOf(promotion);
  await railForSale().ensureDiscount({ discountId: promotion.id, name: `${promotion.code}: ${sayTerms(terms)}`.slice(0, 40), ...terms });
  return promotion.id;
}

async function make(ctx: Context, promotionId: string): Promise<void> {
  const promotion = await ctx.db.promotion.findUnique({ where: { id: promotionId } });
  if (promotion) await tellOfPromotion(promotion);
}

export const couponJob = defineJob<{ promotionId: string }>({ name: "make-coupon", lane: "default", run: ({ ctx, data }) => make(ctx, data.promotionId) });

export const jobs = [couponJob];
