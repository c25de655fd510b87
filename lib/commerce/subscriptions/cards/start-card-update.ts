import { railNamed } from "@/lib/commerce/rails";
import { audit } from "@/lib/platform/audit";
import { hours, later, minutes } from "@/lib/platform/clock";
import { config } from "@/lib/platform/config";
import type { Context, Tx, Verb } from "@/lib/platform/db";
import type { CardUpdateModel, SubscriptionModel } from "@/lib/platform/db/generated/models";
import { asId, newId, type SubscriptionId } from "@/lib/platform/ids";
import { findOwn } from "../find-own";
import type { CardUpdateView } from "../schema";
import { readCardUpdate } from "./read-card-update";

const lastsMs = hours(2);

/**
 * Opens the provider's page for another card, for one's own living membership. While one is open, the same page is given again.
 * @throws NotFound, SubscriptionEnded, ProviderFailed (the call can be repeated)
 */
export async function startCardUpdate({ ctx, input }: Verb<{ subscriptionId: SubscriptionId }>): Promise<CardUpdateView> {
  const { subscription, update } = await ctx.transaction((tx) => claim(tx, ctx, input.subscriptionId));
  if (!update.url) {
    const back = `${config().APP_URL}/library/memberships/${subscription.id}/card`;
    const page = await railNamed(subscription.rail).createCardPage({ cardUpdateId: update.id, subscriptionId: subscription.providerId, successUrl: `${back}?update=${update.id}`, cancelUrl: back, expiresAt: update.expiresAt });
    await ctx.db.cardUpdate.updateMany({ where: { id: update.id, state: "open" }, data: { providerId: page.providerId, url: page.url ?? null } });
  }
  return readCardUpdate(ctx, asId("cardUpdate", update.id));
}

/** The open visit that lasts long enough, or a new one. */
async function claim(tx: Tx, ctx: Context, subscriptionId: SubscriptionId): Promise<{ subscription: SubscriptionModel; update: CardUpdateModel }> {
  const subscription = await findOwn(tx, ctx, subscriptionId);
  const open = await tx.cardUpdate.findFirst({ where: { subscriptionId, state: "open" }, orderBy: { createdAt: "desc" } });
  if (open && open.expiresAt > later(ctx.now, minutes(open.url ? 10 : 35))) return { subscription, update: open };
  const id = newId("cardUpdate");
  audit(tx, ctx, "card-update.started", { subject: id, subscriptionId });
  return { subscription, update: await tx.cardUpdate.create({ data: { id, subscriptionId, fanUserId: subscription.fanUserId, createdAt: ctx.now, expiresAt: later(ctx.now, lastsMs) } }) };
}
