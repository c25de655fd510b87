import { mayPay } from "@/lib/commerce/buyers";
import { ordersRailNamed } from "@/lib/commerce/rails";
import { config } from "@/lib/platform/config";
import type { Context, UserActor } from "@/lib/platform/db";
import type { OrderModel } from "@/lib/platform/db/generated/models";
import { NotFound, Unauthenticated } from "@/lib/platform/errors";
import { asId } from "@/lib/platform/ids";
import { claim, type Wanted } from "./claim-order";
import { OtherWindow } from "./errors";
import { readOrder } from "./queries";
import type { OrderView } from "./schema";
import { settleOpenOrder } from "./settle-open-order";

/**
 * Opens the provider's page for something paid for once. The same wish again, by a second tap or window, gets the same page while it is open;
 * a page for the same posts on other terms is closed before.
 * @throws NotFound, Unauthenticated, Forbidden for one's own page, AlreadyYours, OtherWords, CannotCharge; OtherWindow, ProviderFailed (the call can be repeated)
 */
export async function openOrder(ctx: Context, wanted: Wanted): Promise<OrderView> {
  const { actor } = ctx;
  if (actor.kind !== "user") throw new Unauthenticated();
  const page = await ctx.db.creatorProfile.findUnique({ where: { id: wanted.creatorId }, select: { id: true, userId: true, name: true, handle: true, rating: true, openedAt: true } });
  if (!page?.openedAt) throw new NotFound("page");
  await mayPay(ctx, page);
  const order = await claimAlone(ctx, actor, wanted);
  if (!order.url) await openAtProvider(ctx, actor, order, wanted.title(page), page.handle);
  return readOrder(ctx, asId("order", order.id));
}

async function claimAlone(ctx: Context, actor: UserActor, wanted: Wanted): Promise<OrderModel> {
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const { mine, other } = await ctx.transaction((tx) => claim(tx, ctx, actor, wanted));
    if (mine) return mine;
    await settleOpenOrder(ctx, other);
  }
  throw new OtherWindow();
}

async function openAtProvider(ctx: Context, actor: UserActor, order: OrderModel, name: string, handle: string): Promise<void> {
  const [fan, customer] = await Promise.all([
    ctx.db.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { email: true } }),
    ctx.db.railCustomer.findUnique({ where: { rail_userId: { rail: order.rail, userId: actor.userId } }, select: { providerId: true } }),
  ]);
  const { APP_URL } = config();
  const rail = ordersRailNamed(order.rail);
  const made = await rail.createOrderPage({ orderId: order.id, customerId: customer?.providerId, email: fan.email, name, amount: order.amount, currency: order.currency, successUrl: `${APP_URL}/order/${order.id}`, cancelUrl: `${APP_URL}${backOf(order, handle)}?unpaid=1`, expiresAt: order.expiresAt });
  const kept = await ctx.db.order.updateMany({ where: { id: order.id, state: "open" }, data: { providerId: made.providerId, url: made.url ?? null } });
  if (kept.count > 0 || made.state !== "open") return;
  // Closed here before it had its page: nobody may pay on it.
  await rail.expireOrderPage(made.providerId);
  throw new OtherWindow();
}

/** Where somebody who turns back came from. */
function backOf({ kind, postId, bundleId }: OrderModel, handle: string): string {
  if (kind === "post") return `/p/${postId ?? ""}/unlock`;
  return kind === "bundle" ? `/c/${handle}/bundles/${bundleId ?? ""}` : `/c/${handle}/${kind}`;
}
