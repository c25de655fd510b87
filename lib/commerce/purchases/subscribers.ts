import { holdsAt, leftOf, termsOf } from "@/lib/commerce/promotions";
import { config } from "@/lib/platform/config";
import type { Context } from "@/lib/platform/db";
import { on } from "@/lib/platform/events";
import { longDate, sendMail } from "@/lib/platform/mail";
import { formatMoney } from "@/lib/platform/money";
import { toWhom } from "./share-out";

async function sendReceipt(ctx: Context, saleId: string, reference: string): Promise<void> {
  const sale = await ctx.db.sale.findUnique({ where: { id: saleId }, include: { subscription: { include: { checkout: { include: { promotion: true } } } } } });
  if (!sale?.subscription) return;
  const [fan, creator, tier] = await Promise.all([
    ctx.db.user.findUnique({ where: { id: sale.fanUserId }, select: { email: true } }),
    ctx.db.creatorProfile.findUnique({ where: { id: sale.creatorId }, select: { name: true, handle: true } }),
    ctx.db.tier.findUnique({ where: { id: sale.subscription.tierId }, select: { name: true } }),
  ]);
  if (!fan || !creator) return;
  const { currentPeriodEnd, startedAt, amount, checkout } = sale.subscription;
  const renews = sale.subscription.status !== "ended" && sale.subscription.cancelRequestedAt === null;
  const promotion = checkout?.promotion;
  const next = promotion && holdsAt(termsOf(promotion), startedAt, currentPeriodEnd) ? leftOf(promotion, amount) : amount;
  const shared = await ctx.db.saleShare.count({ where: { saleId, creatorId: { not: sale.creatorId } } });
  const money = (amount: number): string => formatMoney({ amount, currency: sale.currency });
  await sendMail(ctx.db, { to: fan.email, category: "receipt", reference }, () => ({
    subject: `Your receipt: ${money(sale.gross)} to ${creator.name}`,
    paragraphs: [`Thank you. You paid ${creator.name} for ${tier?.name ?? "a membership"}.`, ...(renews ? [`The next payment, ${money(next)}, is on ${longDate(currentPeriodEnd)}, unless you cancel before.`] : [])],
    rows: [
      ...(promotion && sale.discount > 0 ? [{ label: "Price", value: money(sale.gross + sale.discount) }, { label: `With the code ${promotion.code}`, value: money(-sale.discount) }] : []),
      { label: `${tier?.name ?? "Membership"}, paid on ${longDate(sale.occurredAt)}, until ${longDate(currentPeriodEnd)}`, value: money(sale.gross), strong: true },
      { label: `Of this, to ${toWhom(creator.name, shared > 0)}`, value: money(sale.net) },
      { label: "DirectFanz", value: money(sale.platformFee) },
      { label: "Card processing, at cost", value: money(sale.processingFee) },
    ],
    action: { label: `Go to ${creator.name}`, url: `${config().APP_URL}/c/${creator.handle}` },
    otherwise: { label: "See or cancel your memberships", url: `${config().APP_URL}/library` },
    reason: `You get this because you paid on DirectFanz. Receipt ${sale.id}.`,
  }));
}

export const subscribers = [on("sale.recorded", "send-receipt", ({ ctx, payload, eventId }) => sendReceipt(ctx, payload.saleId, eventId))];
