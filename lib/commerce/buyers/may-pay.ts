import { railForSale } from "@/lib/commerce/rails";
import type { Context } from "@/lib/platform/db";
import { authorize } from "@/lib/platform/policy";
import { CannotCharge } from "./errors";
import { canSubscribe } from "./policy";
import { refusalForBuyer } from "./refusal";

interface Page {
  id: string;
  userId: string;
  rating: "general" | "adult";
}

/**
 * Asked before anybody pays a page, and pays it more: whether they may pay, whether the page may sell, and whether it sells to them.
 * Three statements at most. @throws Forbidden for one's own page or without the right to subscribe, CannotCharge with the reason
 */
export async function mayPay(ctx: Context, page: Page): Promise<void> {
  authorize(canSubscribe(ctx.actor, page.id));
  const refusal = railForSale().refusal(page.rating) ?? (await sellerRefusal(ctx, page.userId)) ?? (ctx.actor.kind === "user" ? await refusalForBuyer(ctx.db, ctx.actor.userId, page.id) : undefined);
  if (refusal) throw new CannotCharge(refusal);
}

async function sellerRefusal(ctx: Context, userId: string): Promise<string | undefined> {
  const barred = await ctx.db.restriction.count({ where: { userId, capability: "sell", liftedAt: null, startsAt: { lte: ctx.now }, OR: [{ endsAt: null }, { endsAt: { gt: ctx.now } }] } });
  return barred > 0 ? "This page cannot be paid at the moment." : undefined;
}
