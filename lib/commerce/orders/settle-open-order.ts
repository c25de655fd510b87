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
export async function closeOrdersOf(ctx: Context, postId: string): Promise<void> {
  let after = "";
  for (;;) {
    const open = await ctx.db.order.findMany({ where: { state: "open", posts: { some: { postId } }, id: { gt: after } }, orderBy: { id: "asc" }, take: 50 });
    for (const order of open) await settleOpenOrder(ctx, order);
    const last = open.at(-1);
    if (open.length < 50 || !last) return;
    after = last.id;
  }
}
