import { refusalForBuyer } from "@/lib/commerce/disputes";
import { canSubscribe } from "@/lib/commerce/checkout";
import { ordersRailNamed, railForSale } from "@/lib/commerce/rails";
import { audit } from "@/lib/platform/audit";
import { later } from "@/lib/platform/clock";
import { config } from "@/lib/platform/config";
import type { Context, Tx, UserActor } from "@/lib/platform/db";
import type { OrderModel } from "@/lib/platform/db/generated/models";
import { NotFound, Unauthenticated } from "@/lib/platform/errors";
import { asId, newId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { CannotCharge } from "./errors";
import { readOrder } from "./queries";
import { handedOutMs, lastsMs } from "./rules";
import type { OrderView } from "./schema";

/** What is to be paid for. */
export interface Wanted {
  kind: "tip" | "gift";
  creatorId: string;
  tierId?: string;
  months?: number;
  amount: number;
  currency: string;
  message: string;
  /** What the payment page calls it. */
  title: (page: { name: string }) => string;
  giftCode?: string;
}

/**
 * Opens the provider's page for something paid for once. The same wish again, by a second tap or window, gets the same page while it is open.
 * @throws NotFound, Unauthenticated, Forbidden for one's own page, CannotCharge, ProviderFailed (the call can be repeated)
 */
export async function openOrder(ctx: Context, wanted: Wanted): Promise<OrderView> {
  const { actor } = ctx;
  if (actor.kind !== "user") throw new Unauthenticated();
  const page = await ctx.db.creatorProfile.findUnique({ where: { id: wanted.creatorId }, select: { id: true, userId: true, name: true, handle: true, rating: true, openedAt: true } });
  if (!page?.openedAt) throw new NotFound("page");
  authorize(canSubscribe(actor, page.id));
  const refusal = railForSale().refusal(page.rating) ?? (await sellerRefusal(ctx, page.userId)) ?? (await refusalForBuyer(ctx.db, actor.userId, page.id));
  if (refusal) throw new CannotCharge(refusal);
  const order = await ctx.transaction((tx) => claim(tx, ctx, actor, wanted));
  if (!order.url) await openAtProvider(ctx, actor, order, wanted.title(page), page.handle);
  return readOrder(ctx, asId("order", order.id));
}

async function sellerRefusal(ctx: Context, userId: string): Promise<string | undefined> {
  const barred = await ctx.db.restriction.count({ where: { userId, capability: "sell", liftedAt: null, startsAt: { lte: ctx.now }, OR: [{ endsAt: null }, { endsAt: { gt: ctx.now } }] } });
  return barred > 0 ? "This page cannot be paid at the moment." : undefined;
}

/** Our row for this wish: the open one, or a new one. Two taps take turns on the fan and page. */
async function claim(tx: Tx, ctx: Context, actor: UserActor, { title: _, giftCode, ...wanted }: Wanted): Promise<OrderModel> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`order:${actor.userId}:${wanted.creatorId}`}))::text`;
  const same = { ...wanted, tierId: wanted.tierId ?? null, months: wanted.months ?? null };
  const open = await tx.order.findFirst({ where: { ...same, fanUserId: actor.userId, state: "open", expiresAt: { gt: later(ctx.now, handedOutMs) } }, orderBy: { createdAt: "desc" } });
  if (open) return open;
  const id = newId("order");
  audit(tx, ctx, "order.opened", { subject: id, kind: wanted.kind, amount: wanted.amount });
  return tx.order.create({ data: { id, ...same, giftCode: giftCode ?? null, fanUserId: actor.userId, rail: railForSale().name, createdAt: ctx.now, expiresAt: later(ctx.now, lastsMs) } });
}

async function openAtProvider(ctx: Context, actor: UserActor, order: OrderModel, name: string, handle: string): Promise<void> {
  const [fan, customer] = await Promise.all([
    ctx.db.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { email: true } }),
    ctx.db.railCustomer.findUnique({ where: { rail_userId: { rail: order.rail, userId: actor.userId } }, select: { providerId: true } }),
  ]);
  const { APP_URL } = config();
  const back = order.kind === "tip" ? `${APP_URL}/c/${handle}/tip?unpaid=1` : `${APP_URL}/c/${handle}/gift?unpaid=1`;
  const made = await ordersRailNamed(order.rail).createOrderPage({ orderId: order.id, customerId: customer?.providerId, email: fan.email, name, amount: order.amount, currency: order.currency, successUrl: `${APP_URL}/order/${order.id}`, cancelUrl: back, expiresAt: order.expiresAt });
  await ctx.db.order.updateMany({ where: { id: order.id, state: "open" }, data: { providerId: made.providerId, url: made.url ?? null } });
}
