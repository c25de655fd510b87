import { ordersRailNamed } from "@/lib/commerce/rails";
import { heldPosts } from "@/lib/content/access";
import type { Context } from "@/lib/platform/db";
import type { OrderModel } from "@/lib/platform/db/generated/models";
import { syncOrder } from "./sync-order";

/** Closes an open order at the provider and here; if it turns out to have been paid, it is booked instead. */
export async function settleOpenOrder(ctx: Context, { id, rail, providerId }: Pick<OrderModel, "id" | "rail" | "providerId">): Promise<void> {
  const page = providerId ? await ordersRailNamed(rail).expireOrderPage(providerId) : undefined;
  if (page?.state === "paid") return syncOrder(ctx, id);
  await ctx.db.order.updateMany({ where: { id, state: "open", providerId }, data: { state: "expired" } });
}

/**
 * What is theirs by now is paid for on no page of theirs that is still open: that payment would go back, and its fee be nobody's but ours.
 * Their open orders with one page are few; through Order(fanUserId, createdAt).
 */
export async function closeOrdersOfHeld(ctx: Context, { fanUserId, creatorId }: { fanUserId: string; creatorId: string }): Promise<void> {
  const open = await ctx.db.order.findMany({ where: { fanUserId, creatorId, state: "open", kind: { in: ["post", "bundle"] } }, include: { posts: { select: { postId: true }, take: 50 } }, orderBy: { createdAt: "desc" }, take: 50 });
  if (open.length === 0) return;
  const held = await heldPosts(ctx.db, fanUserId, open.flatMap(({ posts }) => posts.map(({ postId }) => postId)), ctx.now);
  for (const order of open) if (order.posts.every(({ postId }) => held.has(postId))) await settleOpenOrder(ctx, order);
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
