import { recordSale, type SaleKind } from "@/lib/commerce/purchases";
import { ordersRailNamed, type RailPayment } from "@/lib/commerce/rails";
import { audit } from "@/lib/platform/audit";
import { later, minutes } from "@/lib/platform/clock";
import type { Context, Tx } from "@/lib/platform/db";
import type { OrderModel } from "@/lib/platform/db/generated/models";
import type { OrderId } from "@/lib/platform/ids";
import { enqueue } from "@/lib/platform/jobs";
import { markPending } from "@/lib/platform/jobs/pending";
import { log } from "@/lib/platform/log";
import { lockOrders } from "./claim-order";
import { giveWhatWasBought } from "./give-posts";
import { undoOrderJob } from "./jobs";
import { readOrder } from "./queries";
import type { OrderView } from "./schema";

/** Makes our row say what the provider says of an order, and books its payment once: with what it opens, in one transaction. */
export async function syncOrder(ctx: Context, orderId: string): Promise<void> {
  const order = await ctx.db.order.findUnique({ where: { id: orderId } });
  if (!order?.providerId || order.state === "paid") return;
  const rail = ordersRailNamed(order.rail);
  const page = await rail.readOrderPage(order.providerId);
  if (page?.state === "expired") await ctx.db.order.updateMany({ where: { id: orderId, state: "open" }, data: { state: "expired" } });
  if (page?.state !== "paid" || !page.paymentIntentId) return;
  const payment = await rail.readOrderPayment(page.paymentIntentId);
  const { customerId, paymentIntentId } = page;
  await ctx.transaction((tx) => settle(tx, ctx, order, { payment, customerId, paymentIntentId }));
  markPending();
}

interface Paid {
  payment: RailPayment;
  customerId: string | undefined;
  paymentIntentId: string;
}

async function settle(tx: Tx, ctx: Context, order: OrderModel, { payment, customerId, paymentIntentId }: Paid): Promise<void> {
  const { id: orderId, rail, fanUserId, creatorId, tierId } = order;
  // Two payments for the same thing take turns: the second finds that there is nothing left to buy.
  await lockOrders(tx, fanUserId, creatorId);
  const changed = await tx.order.updateMany({ where: { id: orderId, state: { not: "paid" } }, data: { state: "paid", paidAt: payment.paidAt, ...whereOf(order, payment) } });
  if (changed.count === 0) return;
  if (customerId) await tx.railCustomer.createMany({ data: [{ rail, userId: fanUserId, providerId: customerId }], skipDuplicates: true });
  if (!(await giveWhatWasBought(tx, ctx, order, payment.paidAt))) {
    await tx.order.update({ where: { id: orderId }, data: { undoneAt: ctx.now } });
    await enqueue(tx, undoOrderJob, { orderId, paymentIntentId });
    audit(tx, ctx, "order.undone", { subject: orderId, amount: payment.gross });
    return;
  }
  await recordSale(tx, ctx, { rail, payment, kind: order.kind as SaleKind, orderId, fanUserId, creatorId, tierId, called: order.title ?? undefined });
}

/** Who said nothing of their country is taken to live where their card is from: a right to withdraw does not hang on a question left open. */
const whereOf = ({ kind, country }: OrderModel, { cardCountry }: RailPayment): { country?: string } => ((kind === "post" || kind === "bundle") && country === null && cardCountry !== undefined ? { country: cardCountry } : {});

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
