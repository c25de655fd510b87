import { addMonths } from "@/lib/commerce/subscriptions";
import { writeGrant } from "@/lib/content/access";
import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { NotFound, Unauthenticated } from "@/lib/platform/errors";
import { emit } from "@/lib/platform/events";
import { asId } from "@/lib/platform/ids";
import { GiftGone } from "./errors";
import { lockGiftMoney } from "./settle-gift";

/** Makes the holder of a gift's link a member until its months are over. Repeating it changes nothing. @throws NotFound, GiftGone */
export async function redeemGift({ ctx, input }: Verb<{ code: string }>): Promise<{ handle: string; until: string }> {
  const { actor } = ctx;
  if (actor.kind !== "user") throw new Unauthenticated();
  return ctx.transaction(async (tx) => {
    const sale = await tx.sale.findFirst({ where: { order: { giftCode: input.code } }, select: { id: true } });
    if (!sale) throw new NotFound("gift");
    const { asked, disputed } = await lockGiftMoney(tx, sale.id);
    await tx.$queryRaw`SELECT id FROM "Order" WHERE "giftCode" = ${input.code} FOR UPDATE`;
    const order = await tx.order.findUnique({ where: { giftCode: input.code } });
    if (order?.state !== "paid" || !order.tierId || !order.months) throw new NotFound("gift");
    const page = await tx.creatorProfile.findUniqueOrThrow({ where: { id: order.creatorId }, select: { handle: true } });
    const at = order.redeemedAt ?? ctx.now;
    const until = addMonths(at, order.months);
    if (order.redeemedByUserId === actor.userId) return { handle: page.handle, until: until.toISOString() };
    if (order.redeemedAt) throw new GiftGone("Somebody else has taken this gift already. Ask whoever gave it to you.");
    if (disputed) throw new GiftGone("The bank of whoever gave this is disputing its payment, so it cannot be taken. Ask them.");
    if (asked > 0) throw new GiftGone("The payment of this gift was returned, so it cannot be taken any more.");
    if (actor.creatorId === order.creatorId) throw new GiftGone("This is a membership of your own page. Pass it on to somebody else.");
    await tx.order.update({ where: { id: order.id }, data: { redeemedByUserId: actor.userId, redeemedAt: at } });
    await writeGrant(tx, { source: "gift", sourceId: order.id, userId: actor.userId, creatorId: asId("creator", order.creatorId), tierId: asId("tier", order.tierId), startsAt: at, endsAt: until });
    audit(tx, ctx, "gift.redeemed", { subject: order.id });
    emit(tx, "gift.redeemed", { orderId: order.id });
    return { handle: page.handle, until: until.toISOString() };
  });
}
