import type { Context } from "@/lib/platform/db";
import { syncCheckout } from "./confirm-checkout";

/** Asks about pages that hold a redemption of this code past their time, the oldest first; says whether one has given it back. */
export async function giveBackOverdue(ctx: Context, promotionId: string): Promise<boolean> {
  const which = { promotionId, state: "open" as const, expiresAt: { lt: ctx.now } };
  await ctx.db.checkout.updateMany({ where: { ...which, providerId: null }, data: { state: "expired" } });
  const overdue = await ctx.db.checkout.findMany({ where: which, orderBy: { expiresAt: "asc" }, take: 5, select: { id: true } });
  for (const { id } of overdue) await syncCheckout(ctx, id);
  return (await ctx.db.checkout.count({ where: { promotionId, state: "expired", expiresAt: { lt: ctx.now } } })) > 0;
}
