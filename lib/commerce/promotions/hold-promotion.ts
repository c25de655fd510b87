import type { Context, Tx } from "@/lib/platform/db";
import type { PromotionModel } from "@/lib/platform/db/generated/models";
import { type Chosen, whyNotWith } from "./count";
import { CodeRefused, CodeUsedUp, noSuchCode, usedBefore } from "./errors";
import { termsOf } from "./to-promotion";

interface Wish extends Chosen {
  creatorId: string;
  fanUserId: string;
  code: string;
}

/** Why nobody can redeem this code now; undefined: somebody could. */
export function whyClosed({ archivedAt, endsAt }: Pick<PromotionModel, "archivedAt" | "endsAt">, now: Date): string | undefined {
  if (archivedAt) return "This code is not given out any more. You can join without it.";
  if (endsAt && endsAt <= now) return "This code has run out. You can join without it.";
  return undefined;
}

/**
 * The code that a fan wants to pay with, if it may be redeemed once more: in the transaction that opens their payment page. The row stays locked
 * until then, so that of two who want the last one only one gets it. An open page holds a redemption, an expired one has given it back.
 * @throws CodeRefused, CodeUsedUp
 */
export async function holdPromotion(tx: Tx, ctx: Context, { creatorId, fanUserId, code, ...chosen }: Wish): Promise<PromotionModel> {
  await tx.$queryRaw`SELECT id FROM "Promotion" WHERE "creatorId" = ${creatorId} AND code = ${code} FOR UPDATE`;
  const promotion = await tx.promotion.findUnique({ where: { creatorId_code: { creatorId, code } } });
  if (!promotion) throw new CodeRefused(noSuchCode);
  const reason = whyClosed(promotion, ctx.now) ?? whyNotWith(termsOf(promotion), chosen);
  if (reason) throw new CodeRefused(reason);
  if (await redeemedBefore(tx, fanUserId, creatorId)) throw new CodeRefused(usedBefore);
  if (promotion.mostRedemptions !== null && (await takenBut(tx, promotion.id, fanUserId)) >= promotion.mostRedemptions) throw new CodeUsedUp(promotion.id);
  return promotion;
}

/** Once a fan and page, whichever code it was. */
async function redeemedBefore(db: Tx, fanUserId: string, creatorId: string): Promise<boolean> {
  return (await db.checkout.count({ where: { fanUserId, creatorId, promotionId: { not: null }, state: "completed" } })) > 0;
}

/** Redeemed, or held by others' open pages: one's own is taken over or closed. */
async function takenBut(tx: Tx, promotionId: string, fanUserId: string): Promise<number> {
  return tx.checkout.count({ where: { promotionId, OR: [{ state: "completed" }, { state: "open", fanUserId: { not: fanUserId } }] } });
}
