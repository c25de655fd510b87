import { recordSale } from "@/lib/commerce/purchases";
import { ordersRailNamed } from "@/lib/commerce/rails";
import type { Context } from "@/lib/platform/db";
import type { OrderId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { later, minutes } from "@/lib/platform/clock";
import { readOrder } from "./queries";
import type { OrderView } from "./schema";

/** Makes our row say what the provider says of an order, and books its payment once. */
export async function syncOrder(ctx: Context, orderId: string): Promise<void> {
  const order = await ctx.db.order.findUnique({ where: { id: orderId } });
  if (!order?.providerId || order.state === "paid") return;
  const rail = ordersRailNamed(order.rail);
  const page = await rail.readOrderPage(order.providerId);
  if (page?.state === "expired") await ctx.db.order.updateMany({ where: { id: orderId, state: "open" }, data: { state: "expired" } });
  if (page?.state !== "paid" || !page.paymentIntentId) return;
  const payment = await rail.readOrderPayment(page.paymentIntentId);
  await ctx.transaction(async (tx) => {
    const { fanUserId, creatorId, tierId, kind } = order;
    await tx.order.updateMany({ where: { id: orderId, state: { not: "paid" } }, data: { state: "paid", paidAt: payment.paidAt } });
    if (page.customerId) await tx.railCustomer.createMany({ data: [{ rail: order.rail, userId: fanUserId, providerId: page.customerId }], skipDuplicates: true });
    await recordSale(tx, ctx, { rail: order.rail, payment, kind: kind === "gift" ? "gift" : "tip", orderId, fanUserId, creatorId, tierId });
  });
}

/** Asks the provider what became of one's own order, for a fan who has come back from paying. Repeating it changes nothing. @throws NotFound, ProviderFailed */
export async function confirmOrder({ ctx, input }: { ctx: Context; input: { orderId: OrderId } }): Promise<OrderView> {
  const before = await readOrder(ctx, input.orderId);
  if (before.state === "open") await syncOrder(ctx, input.orderId);
  return readOrder(ctx, input.orderId);
}

/** Asks about orders of which nothing was heard, oldest first: what a lost webhook would have told. */
export async function catchUpOrders(ctx: Context, { limit = 100, until }: { limit?: number; until: Date }): Promise<{ looked: number; failed: number }> {
  await ctx.db.order.updateMany({ where: { state: "open", providerId: null, expiresAt: { lt: ctx.now } }, data: { state: "expired" } });
  const quiet = await ctx.db.order.findMany({ where: { state: "open", providerId: { not: null }, createdAt: { lt: later(ctx.now, -minutes(10)) } }, orderBy: { createdAt: "asc" }, take: limit, select: { id: true } });
  let [looked, failed] = [0, 0];
  for (const { id } of quiet) {
    if (new Date() > until) break;
    looked += 1;
    try {
      await syncOrder(ctx, id);
    } catch (error) {
      failed += 1;
      log().warn({ orderId: id, error: error instanceof Error ? error.message : "?" }, "could not catch up");
    }
  }
  return { looked, failed };
}
