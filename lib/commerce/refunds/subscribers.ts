import { endUnpaid } from "@/lib/commerce/subscriptions";
import { config } from "@/lib/platform/config";
import type { Context } from "@/lib/platform/db";
import { on } from "@/lib/platform/events";
import { sendMail } from "@/lib/platform/mail";
import { asId } from "@/lib/platform/ids";
import { reportError } from "@/lib/platform/sentry";
import { formatMoney } from "@/lib/platform/money";
import { requestRefundOnce } from "./request-refund";

/** A membership whose running period was paid with what was returned in full has nothing left to run on: it ends at the provider, and the sync ends its access. */
async function endWhatWasReturned(ctx: Context, refundId: string): Promise<void> {
  const refund = await ctx.db.refund.findUnique({ where: { id: refundId }, include: { sale: { include: { refunds: { where: { state: "succeeded" } } } } } });
  if (!refund || refund.sale.refunds.reduce((sum, one) => sum + one.amount, 0) < refund.sale.gross) return;
  await endUnpaid(ctx, refund.saleId);
}

async function tellTheFan(ctx: Context, refundId: string, reference: string): Promise<void> {
  const refund = await ctx.db.refund.findUnique({ where: { id: refundId }, include: { sale: true } });
  if (!refund) return;
  const [fan, creator] = await Promise.all([
    ctx.db.user.findUnique({ where: { id: refund.sale.fanUserId }, select: { email: true } }),
    ctx.db.creatorProfile.findUnique({ where: { id: refund.sale.creatorId }, select: { name: true } }),
  ]);
  if (!fan) return;
  const money = formatMoney({ amount: refund.amount, currency: refund.currency });
  const from = creator?.name ?? "a creator";
  await sendMail(ctx.db, { to: fan.email, category: "refund", reference }, () => ({
    subject: `${money} is on its way back to you`,
    paragraphs: [`Of what you paid ${from}, ${money} goes back to the card you paid with. Banks usually show it within ten days.`, `The reason given: ${refund.reason}`],
    action: { label: "See your payments", url: `${config().APP_URL}/library` },
    reason: `You get this because you paid on DirectFanz. Refund ${refund.id} of receipt ${refund.saleId}.`,
  }));
}

async function tellOfFailure(ctx: Context, refundId: string, reference: string): Promise<void> {
  const refund = await ctx.db.refund.findUnique({ where: { id: refundId }, include: { sale: true } });
  const page = refund && (await ctx.db.creatorProfile.findUnique({ where: { id: refund.sale.creatorId }, select: { userId: true } }));
  const creator = page && (await ctx.db.user.findUnique({ where: { id: page.userId }, select: { email: true } }));
  if (!refund || !creator) return;
  const money = formatMoney({ amount: refund.amount, currency: refund.currency });
  await sendMail(ctx.db, { to: creator.email, category: "refund-failed", reference }, () => ({
    subject: `A refund of ${money} did not go through`,
    paragraphs: [`The payment provider could not return ${money}: ${refund.failureReason ?? "no reason was given"}.`, "Nothing was taken from your balance for it, or it was put back. You can try again from the sale, or settle it with the fan another way."],
    action: { label: "Open the sale", url: `${config().APP_URL}/studio/money/${refund.saleId}` },
    reason: `You get this because the payment was made to your page. Refund ${refund.id}.`,
  }));
}

/** What a withdrawn contract was paid for goes back in full, once for each payment. */
const returnWithdrawn = (ctx: Context, { withdrawalId, saleId }: { withdrawalId: string; saleId: string }): Promise<void> =>
  requestRefundOnce({ ctx, input: { saleId: asId("sale", saleId), reason: "You withdrew from the contract", initiator: "withdrawal", rule: `withdrawal:${withdrawalId}` } });

/**
 * Of a contract that was withdrawn from, all goes back: what was on its way for another reason, and did not arrive, is asked for again. What
 * a withdrawal itself could not return goes back another way, which somebody has to find.
 */
async function returnWhatFailed(ctx: Context, refundId: string): Promise<void> {
  const refund = await ctx.db.refund.findUnique({ where: { id: refundId }, include: { sale: { include: { order: { select: { withdrawnAt: true } } } } } });
  if (!refund) return;
  const { sale } = refund;
  const withdrawn = sale.order?.withdrawnAt ?? (sale.subscriptionId && (await ctx.db.withdrawal.findUnique({ where: { subscriptionId: sale.subscriptionId }, select: { askedAt: true } })));
  if (!withdrawn) return;
  if (refund.initiator === "withdrawal") {
    reportError(new Error("a withdrawn payment could not be returned: docs/runbooks/refund-did-not-arrive.md"), { route: "refund.failed", method: "EVENT", requestId: refundId });
    return;
  }
  await requestRefundOnce({ ctx, input: { saleId: asId("sale", sale.id), reason: "You withdrew from the contract", initiator: "withdrawal", rule: `withdrawal-after:${refundId}` } });
}

export const subscribers = [
  on("refund.failed", "return-what-failed", ({ ctx, payload }) => returnWhatFailed(ctx, payload.refundId)),
  on("withdrawal.accepted", "return-withdrawn", ({ ctx, payload }) => returnWithdrawn(ctx, payload)),
  on("refund.succeeded", "end-what-was-returned", ({ ctx, payload }) => endWhatWasReturned(ctx, payload.refundId)),
  on("refund.succeeded", "tell-the-fan", ({ ctx, payload, eventId }) => tellTheFan(ctx, payload.refundId, eventId)),
  on("refund.failed", "tell-of-failure", ({ ctx, payload, eventId }) => tellOfFailure(ctx, payload.refundId, eventId)),
];
