import { ordersRailNamed } from "@/lib/commerce/rails";
import type { Context } from "@/lib/platform/db";
import type { OrderModel } from "@/lib/platform/db/generated/models";
import { syncOrder } from "./sync-order";

/** Closes an open order at the provider and here; if it turns out to have been paid, it is booked instead. */
export async function settleOpenOrder(ctx: Context, { id, rail, providerId }: Pick<OrderModel, "id" | "rail" | "providerId">): Promise<void> {
  const page = providerId ? await ordersRailNamed(rail).expireOrderPage(providerId) : undefined;
  if (page?.state === "paid") return syncOrder(ctx, id);
  await ctx.db.order.updateMany({ where: { id, state: "open", providerId }, data: { state: "expired" } });
}

/** A post that cannot be bought any more is paid for on no page that is still open. Through OrderPost(postId). */
export const closeOrdersOfPost = (ctx: Context, postId: string): Promise<void> => closeAll(ctx, { posts: { some: { postId } } });

/** Nor is somebody who may not sell. Through Order(creatorId, createdAt). */
export async function closeOrdersOfSeller(ctx: Context, userId: string): Promise<void> {
  const page = await ctx.db.creatorProfile.findUnique({ where: { userId }, select: { id: true } });
  if (page) await closeAll(ctx, { creatorId: page.id });
}

async function closeAll(ctx: Context, which: { creatorId: string } | { posts: { some: { postId: string } } }): Promise<void> {
  let after = "";
  for (;;) {
    const open = await ctx.db.order.findMany({ where: { ...which, state: "open", id: { gt: after } }, orderBy: { id: "asc" }, take: 50 });
    for (const order of open) await settleOpenOrder(ctx, order);
    const last = open.at(-1);
    if (open.length < 50 || !last) return;
    after = last.id;
  }
}
