import { endGrant } from "@/lib/content/access";
import { config } from "@/lib/platform/config";
import type { Context } from "@/lib/platform/db";
import { on } from "@/lib/platform/events";
import { sendMail } from "@/lib/platform/mail";
import { formatMoney } from "@/lib/platform/money";

const emailOf = async (ctx: Context, userId: string): Promise<string | undefined> => (await ctx.db.user.findUnique({ where: { id: userId }, select: { email: true } }))?.email;

/** The receipt of what was paid once, and for a gift its link. */
async function sendReceipt(ctx: Context, saleId: string, reference: string): Promise<void> {
  const sale = await ctx.db.sale.findUnique({ where: { id: saleId }, include: { order: true } });
  if (!sale?.order) return;
  const { order } = sale;
  const [email, creator] = [await emailOf(ctx, sale.fanUserId), await ctx.db.creatorProfile.findUnique({ where: { id: sale.creatorId }, select: { name: true, handle: true } })];
  if (!email || !creator) return;
  const money = (amount: number): string => formatMoney({ amount, currency: sale.currency });
  const gift = order.kind === "gift" && order.giftCode !== null;
  const what = gift ? "A membership as a gift" : "A tip";
  await sendMail(ctx.db, { to: email, category: "receipt", reference }, () => ({
    subject: `Your receipt: ${money(sale.gross)} to ${creator.name}`,
    paragraphs: gift ? [`Thank you. Pass this link on: whoever opens it first and signs in is a member of ${creator.name} from then on.`, `${config().APP_URL}/gift/${order.giftCode ?? ""}`] : [`Thank you. ${creator.name} has your tip${order.message ? " and your words" : ""}.`],
    rows: [
      { label: what, value: money(sale.gross), strong: true },
      { label: `Of this, to ${creator.name}`, value: money(sale.net) },
      { label: "DirectFanz", value: money(sale.platformFee) },
      { label: "Card processing, at cost", value: money(sale.processingFee) },
    ],
    action: { label: `Go to ${creator.name}`, url: `${config().APP_URL}/c/${creator.handle}` },
    reason: `You get this because you paid on DirectFanz. Receipt ${sale.id}.`,
  }));
}

/** A gift whose payment was returned in full opens nothing any more. */
async function endReturnedGift(ctx: Context, refundId: string): Promise<void> {
  const refund = await ctx.db.refund.findUnique({ where: { id: refundId }, include: { sale: { include: { refunds: { where: { state: "succeeded" } } } } } });
  const orderId = refund?.sale.orderId;
  if (!refund || !orderId || refund.sale.refunds.reduce((sum, one) => sum + one.amount, 0) < refund.sale.gross) return;
  await ctx.transaction((tx) => endGrant(tx, { source: "gift", sourceId: orderId, at: ctx.now }));
}

export const subscribers = [
  on("sale.recorded", "send-order-receipt", ({ ctx, payload, eventId }) => sendReceipt(ctx, payload.saleId, eventId)),
  on("refund.succeeded", "end-returned-gift", ({ ctx, payload }) => endReturnedGift(ctx, payload.refundId)),
];
