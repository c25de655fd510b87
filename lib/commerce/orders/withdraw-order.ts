import { leftOfSales } from "@/lib/commerce/purchases";
import { rightToWithdraw, type WithdrawalRight } from "@/lib/commerce/subscriptions";
import { endPostGrants } from "@/lib/content/access";
import { audit } from "@/lib/platform/audit";
import type { Context, Tx, Verb } from "@/lib/platform/db";
import type { OrderModel } from "@/lib/platform/db/generated/models";
import { NotFound, Unauthenticated } from "@/lib/platform/errors";
import { emit } from "@/lib/platform/events";
import type { OrderId } from "@/lib/platform/ids";
import { markPending } from "@/lib/platform/jobs/pending";
import { CannotWithdraw } from "./errors";
import type { OrderWithdrawal } from "./schema";

/**
 * Withdraws from the purchase of posts within its first fourteen days: they are shut now, and a refund is asked for by whoever hears of it.
 * Repeating it changes nothing. @throws NotFound, CannotWithdraw with the reason
 */
export async function withdrawOrder({ ctx, input }: Verb<{ orderId: OrderId }>): Promise<OrderWithdrawal> {
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  await ctx.transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Order" WHERE id = ${input.orderId} FOR UPDATE`;
    const order = await findOwn(tx, ctx, input.orderId);
    const right = await rightOf(tx, order, ctx.now);
    if (right.kind === "none" && right.why === "withdrawn") return;
    if (right.kind !== "open") throw new CannotWithdraw(right);
    await tx.order.update({ where: { id: order.id }, data: { withdrawnAt: ctx.now } });
    await endPostGrants(tx, { source: "purchase", sourceId: order.id, at: ctx.now });
    audit(tx, ctx, "order.withdrawn", { subject: order.id });
    emit(tx, "order.withdrawn", { orderId: order.id });
  });
  markPending();
  return readOrderWithdrawal(ctx, input.orderId);
}

/** Whether one's own purchase may be withdrawn from, and what has become of it. @throws NotFound */
export async function readOrderWithdrawal(ctx: Context, orderId: OrderId): Promise<OrderWithdrawal> {
  const order = await findOwn(ctx.db, ctx, orderId);
  const right = await rightOf(ctx.db, order, ctx.now);
  return {
    right: right.kind === "none" ? (right.why === "withdrawn" ? "withdrawn" : "none") : right.kind,
    until: right.kind === "none" ? null : right.until.toISOString(),
    withdrawnAt: order.withdrawnAt?.toISOString() ?? null,
    goesBack: await leftOfSales(ctx.db, { orderId }),
    currency: order.currency,
  };
}

type Reader = Pick<Tx, "order" | "orderConsent" | "postGrant">;

async function findOwn(db: Reader, ctx: Context, orderId: OrderId): Promise<OrderModel> {
  const fanUserId = ctx.actor.kind === "user" ? ctx.actor.userId : "";
  const order = await db.order.findUnique({ where: { id: orderId, fanUserId } });
  if (!order) throw new NotFound("payment");
  return order;
}

/** The right as it stands. Tips are given and gifts are passed on: only what was bought for oneself is withdrawn from. Three statements by keys at most. */
async function rightOf(db: Reader, { id, kind, state, country, paidAt, undoneAt, withdrawnAt }: OrderModel, now: Date): Promise<WithdrawalRight> {
  if ((kind !== "post" && kind !== "bundle") || state !== "paid" || paidAt === null || undoneAt !== null) return { kind: "none", why: "ended" };
  const consent = await db.orderConsent.findUnique({ where: { orderId: id }, select: { consentedAt: true } });
  const used = await db.postGrant.findFirst({ where: { source: "purchase", sourceId: id, firstUsedAt: { not: null } }, select: { firstUsedAt: true } });
  const held = await db.postGrant.count({ where: { source: "purchase", sourceId: id, endsAt: null } });
  return rightToWithdraw({ country, startedAt: paidAt, status: held > 0 ? "active" : "ended", withdrawn: withdrawnAt !== null, consented: consent !== null, usedAt: used?.firstUsedAt ?? null }, now);
}
