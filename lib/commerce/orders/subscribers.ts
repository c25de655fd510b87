import { leftOfSales, toWhom } from "@/lib/commerce/purchases";
import { requestRefundOnce } from "@/lib/commerce/refunds";
import { config } from "@/lib/platform/config";
import type { Context } from "@/lib/platform/db";
import type { OrderModel } from "@/lib/platform/db/generated/models";
import { on } from "@/lib/platform/events";
import { asId } from "@/lib/platform/ids";
import { sendMail } from "@/lib/platform/mail";
import { formatMoney } from "@/lib/platform/money";
import { settleAccess } from "./give-posts";
import { purchaseTexts } from "./rules";
import { settleGift } from "./settle-gift";
import { closeOrdersOfHeld, closeOrdersOfPost, closeOrdersOfSeller } from "./settle-open-order";

const emailOf = async (ctx: Context, userId: string): Promise<string | undefined> => (await ctx.db.user.findUnique({ where: { id: userId }, select: { email: true } }))?.email;

type Order = Pick<OrderModel, "kind" | "message" | "giftCode" | "title" | "postId"> & { consent: { textVersion: string } | null };

/** What the mail says of what was paid for, and where it leads. */
function wordsOf(order: Order, { name, handle }: { name: string; handle: string }): { what: string; paragraphs: string[]; action: { label: string; path: string } } {
  const toPage = { label: `Go to ${name}`, path: `/c/${handle}` };
  if (order.kind === "gift" && order.giftCode !== null) return { what: "A membership as a gift", paragraphs: [`Thank you. Pass this link on: whoever opens it first and signs in is a member of ${name} from then on.`, `${config().APP_URL}/gift/${order.giftCode}`], action: toPage };
  if (order.kind === "tip") return { what: "A tip", paragraphs: [`Thank you. ${name} has your tip${order.message ? " and your words" : ""}.`], action: toPage };
  const agreed = order.consent ? [`You agreed before you paid: ${purchaseTexts[order.consent.textVersion] ?? ""}`] : [];
  const title = `“${order.title ?? ""}”`;
  if (order.kind === "bundle") return { what: `Bundle: ${order.title ?? ""}`, paragraphs: [`Thank you. Everything in ${title} is yours.`, ...agreed], action: { label: "Open your library", path: "/library/purchases" } };
  return { what: `Post: ${order.title ?? ""}`, paragraphs: [`Thank you. ${title} is yours: open it whenever you like.`, ...agreed], action: { label: "Open it", path: `/p/${order.postId ?? ""}` } };
}

/** The receipt of what was paid once, and for a gift its link. */
async function sendReceipt(ctx: Context, saleId: string, reference: string): Promise<void> {
  const sale = await ctx.db.sale.findUnique({ where: { id: saleId }, include: { order: { include: { consent: true } } } });
  if (!sale?.order) return;
  const [email, creator] = [await emailOf(ctx, sale.fanUserId), await ctx.db.creatorProfile.findUnique({ where: { id: sale.creatorId }, select: { name: true, handle: true } })];
  if (!email || !creator) return;
  const shared = await ctx.db.saleShare.count({ where: { saleId, creatorId: { not: sale.creatorId } } });
  const money = (amount: number): string => formatMoney({ amount, currency: sale.currency });
  const { what, paragraphs, action } = wordsOf(sale.order, creator);
  await sendMail(ctx.db, { to: email, category: "receipt", reference }, () => ({
    subject: `Your receipt: ${money(sale.gross)} to ${creator.name}`,
    paragraphs,
    rows: [
      { label: what, value: money(sale.gross), strong: true },
      { label: `Of this, to ${toWhom(creator.name, shared > 0)}`, value: money(sale.net) },
      { label: "DirectFanz", value: money(sale.platformFee) },
      { label: "Card processing, at cost", value: money(sale.processingFee) },
    ],
    action: { label: action.label, url: `${config().APP_URL}${action.path}` },
    reason: `You get this because you paid on DirectFanz. Receipt ${sale.id}.`,
  }));
}

/** A payment for what was theirs already, or is gone, is on its way back. */
async function tellOfReturn(ctx: Context, orderId: string): Promise<void> {
  const order = await ctx.db.order.findUnique({ where: { id: orderId } });
  const email = order && (await emailOf(ctx, order.fanUserId));
  if (!order || !email) return;
  const money = formatMoney({ amount: order.amount, currency: order.currency });
  await sendMail(ctx.db, { to: email, category: "order-returned", reference: orderId }, () => ({
    subject: `${money} is on its way back to you`,
    paragraphs: [`You paid ${money} for “${order.title ?? "a post"}”, but it was yours already, or it was taken back while you were paying. All of it goes back to your card; banks usually show it within ten days.`],
    action: { label: "Open your library", url: `${config().APP_URL}/library` },
    reason: `You get this because you paid on DirectFanz. Order ${order.id}.`,
  }));
}

/** What a withdrawn purchase was paid goes back in full, once. */
async function returnWithdrawn(ctx: Context, orderId: string): Promise<void> {
  const sale = await ctx.db.sale.findUnique({ where: { orderId }, select: { id: true } });
  if (sale) await requestRefundOnce({ ctx, input: { saleId: asId("sale", sale.id), reason: "You withdrew from the contract", initiator: "withdrawal", rule: `withdrawal:${orderId}` } });
}

/** Directive (EU) 2023/2673: what was declared, and the date and time it came. */
async function acknowledge(ctx: Context, orderId: string): Promise<void> {
  const order = await ctx.db.order.findUnique({ where: { id: orderId } });
  const email = order && (await emailOf(ctx, order.fanUserId));
  if (!order?.withdrawnAt || !email) return;
  const stamp = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeStyle: "long", timeZone: "UTC" }).format(order.withdrawnAt);
  const amount = await leftOfSales(ctx.db, { orderId });
  const [what, back] = [`“${order.title ?? ""}”`, formatMoney({ amount, currency: order.currency })];
  await sendMail(ctx.db, { to: email, category: "withdrawal", reference: orderId }, () => ({
    subject: `We have your withdrawal: ${order.title ?? ""}`,
    paragraphs: [`You withdrew from your contract about ${what}. It came in on ${stamp}. Keep this mail: it is your proof.`, amount > 0 ? `${back} goes back to the card you paid with, at the latest fourteen days from that day.` : "All of it is back with you, or on its way."],
    rows: [{ label: "Contract", value: order.id }, { label: "Withdrawn", value: stamp }, { label: "Goes back", value: back, strong: true }],
    action: { label: "See your payments", url: `${config().APP_URL}/library/payments` },
    reason: "You get this because you paid on DirectFanz.",
  }));
}

/** Makes what was bought or given say what has become of its payment. */
async function settle(ctx: Context, saleId: string | undefined): Promise<void> {
  if (saleId === undefined) return;
  await settleAccess(ctx, saleId);
  await settleGift(ctx, saleId);
}
const settleOfRefund = async (ctx: Context, id: string): Promise<void> => settle(ctx, (await ctx.db.refund.findUnique({ where: { id }, select: { saleId: true } }))?.saleId);
const settleOfDispute = async (ctx: Context, id: string): Promise<void> => settle(ctx, (await ctx.db.dispute.findUnique({ where: { id }, select: { saleId: true } }))?.saleId);

/** Whoever has bought something is asked to pay for it on no other page. */
async function closeOthers(ctx: Context, saleId: string): Promise<void> {
  const sale = await ctx.db.sale.findUnique({ where: { id: saleId }, select: { kind: true, fanUserId: true, creatorId: true } });
  if (sale?.kind === "post" || sale?.kind === "bundle") await closeOrdersOfHeld(ctx, sale);
}

export const subscribers = [
  on("sale.recorded", "close-orders-of-held", ({ ctx, payload }) => closeOthers(ctx, payload.saleId)),
  on("sale.recorded", "send-order-receipt", ({ ctx, payload, eventId }) => sendReceipt(ctx, payload.saleId, eventId)),
  on("order.withdrawn", "return-withdrawn-order", ({ ctx, payload }) => returnWithdrawn(ctx, payload.orderId)),
  on("order.withdrawn", "acknowledge-order", ({ ctx, payload }) => acknowledge(ctx, payload.orderId)),
  on("order.undone", "tell-of-order-return", ({ ctx, payload }) => tellOfReturn(ctx, payload.orderId)),
  on("post.off-sale", "close-orders", ({ ctx, payload }) => closeOrdersOfPost(ctx, payload.postId)),
  on("user.restricted", "close-orders", ({ ctx, payload }) => (payload.capability === "sell" ? closeOrdersOfSeller(ctx, payload.userId) : Promise.resolve())),
  on("refund.succeeded", "settle-access", ({ ctx, payload }) => settleOfRefund(ctx, payload.refundId)),
  on("refund.failed", "settle-access", ({ ctx, payload }) => settleOfRefund(ctx, payload.refundId)),
  on("dispute.opened", "settle-access", ({ ctx, payload }) => settleOfDispute(ctx, payload.disputeId)),
  on("dispute.ended", "settle-access", ({ ctx, payload }) => settleOfDispute(ctx, payload.disputeId)),
];
