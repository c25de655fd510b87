import { takenByTheBank } from "@/lib/commerce/subscriptions";
import { endPostGrants, grantPosts, heldPosts } from "@/lib/content/access";
import type { Context, Tx } from "@/lib/platform/db";
import type { OrderModel } from "@/lib/platform/db/generated/models";
import { asId } from "@/lib/platform/ids";

/**
 * Opens to the buyer what an order is for, in the transaction that books its sale. False: there is nothing to give, as all of it is theirs
 * already or some of it is gone; then the payment goes back. Tips and gifts open nothing here.
 */
export async function giveWhatWasBought(tx: Tx, ctx: Context, { id, kind, fanUserId, creatorId }: OrderModel, paidAt: Date): Promise<boolean> {
  if (kind !== "post" && kind !== "bundle") return true;
  const rows = await tx.orderPost.findMany({ where: { orderId: id }, select: { postId: true }, take: 50 });
  const postIds = rows.map(({ postId }) => asId("post", postId));
  // Held before we look: whoever takes a post back meanwhile waits, and finds that somebody has bought it.
  await tx.$queryRaw`SELECT id FROM "Post" WHERE id = ANY(${postIds}) ORDER BY id FOR SHARE`;
  const there = await tx.post.count({ where: { id: { in: postIds }, OR: [{ keptAt: { not: null } }, { publication: { isNot: null } }] } });
  const held = await heldPosts(tx, fanUserId, postIds, ctx.now);
  if (there < postIds.length || held.size === postIds.length) return false;
  await grantPosts(tx, { userId: asId("user", fanUserId), creatorId: asId("creator", creatorId), postIds, source: "purchase", sourceId: id, startsAt: paidAt < ctx.now ? paidAt : ctx.now });
  return true;
}

/**
 * Makes access say what has become of the payment: what was returned in full or taken back by a bank opens nothing; what came back to us
 * opens again. Reads what is, so that it may be called late, twice or out of order.
 */
export async function settleAccess(ctx: Context, saleId: string): Promise<void> {
  const sale = await ctx.db.sale.findUnique({ where: { id: saleId }, select: { orderId: true, fanUserId: true, creatorId: true, gross: true, kind: true } });
  if (!sale?.orderId || (sale.kind !== "post" && sale.kind !== "bundle")) return;
  const { orderId, fanUserId, creatorId, gross } = sale;
  await ctx.transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`refund:${saleId}`}))::text`;
    // Whoever withdraws holds the order: what they have decided is seen here, or they come after us.
    const [order] = await tx.$queryRaw<{ withdrawnAt: Date | null }[]>`SELECT "withdrawnAt" FROM "Order" WHERE id = ${orderId} FOR UPDATE`;
    const returned = await tx.refund.aggregate({ where: { saleId, state: "succeeded" }, _sum: { amount: true } });
    const disputed = await tx.dispute.count({ where: { saleId, stage: { in: takenByTheBank } } });
    if ((returned._sum.amount ?? 0) >= gross || disputed > 0 || order?.withdrawnAt) return endPostGrants(tx, { source: "purchase", sourceId: orderId, at: ctx.now });
    const postIds = (await tx.postGrant.findMany({ where: { source: "purchase", sourceId: orderId }, select: { postId: true }, take: 50 })).map(({ postId }) => asId("post", postId));
    await grantPosts(tx, { userId: asId("user", fanUserId), creatorId: asId("creator", creatorId), postIds, source: "purchase", sourceId: orderId, startsAt: ctx.now });
  });
}
