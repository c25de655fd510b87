import { disputesRailNamed, type RailWarning } from "@/lib/commerce/rails";
import { requestRefundIn } from "@/lib/commerce/refunds";
import { settleRenewal } from "@/lib/commerce/subscriptions";
import { audit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import type { Context, Tx } from "@/lib/platform/db";
import type { SaleModel } from "@/lib/platform/db/generated/models";
import { AppError } from "@/lib/platform/errors";
import { asId, newId } from "@/lib/platform/ids";
import { markPending } from "@/lib/platform/jobs/pending";
import { log } from "@/lib/platform/log";
import { blockBuyerIn } from "../buyers/block-buyer";

/** Acts on a bank's word that a payment was likely fraud. One about a payment that is not ours is logged, and there is no row. */
export async function syncWarning(ctx: Context, rail: string, providerId: string): Promise<void> {
  const seen = await disputesRailNamed(rail).readWarning(providerId);
  if (seen) await applyWarning(ctx, rail, seen);
}

/** Returns the payment and blocks the buyer by rule, once: eight of ten such payments become disputes (docs.stripe.com/disputes/measuring), and each costs more than it brought. */
export async function applyWarning(ctx: Context, rail: string, seen: RailWarning): Promise<void> {
  const sale = await ctx.db.sale.findUnique({ where: { providerCharge: seen.chargeId } });
  if (!sale) { log().warn({ providerId: seen.providerId, chargeId: seen.chargeId }, "a fraud warning about a payment that is not ours, or not yet"); return; }
  await ctx.transaction(async (tx) => {
    const id = newId("fraudWarning");
    const made = await tx.fraudWarning.createMany({ data: [{ id, rail, providerId: seen.providerId, saleId: sale.id, fanUserId: sale.fanUserId, fraudType: seen.fraudType, actionable: seen.actionable, warnedAt: seen.warnedAt, outcome: "Nothing left to do: it was returned or disputed before.", syncedAt: now() }], skipDuplicates: true });
    if (made.count === 0) { await tx.fraudWarning.updateMany({ where: { providerId: seen.providerId }, data: { actionable: seen.actionable, syncedAt: now() } }); return; }
    audit(tx, ctx, "fraud.warned", { subject: id, saleId: sale.id, fraudType: seen.fraudType, actionable: seen.actionable });
    if (!seen.actionable) return;
    const { refundId, outcome } = await returnIt(tx, ctx, sale);
    await tx.fraudWarning.update({ where: { id }, data: { refundId: refundId ?? null, outcome } });
    const reason = "A bank told us that a payment from this account was not made by the card's owner, so it cannot pay here. Write to us if that is a mistake.";
    await blockBuyerIn(tx, ctx, { userId: sale.fanUserId, creatorId: null, rule: "early-fraud-warning", reason, causeId: id });
    await stopRenewals(tx, ctx, sale.fanUserId);
  });
  markPending();
}

/** Who may buy nowhere is charged for nothing again either. Through Subscription(fanUserId). */
async function stopRenewals(tx: Tx, ctx: Context, fanUserId: string): Promise<void> {
  const living = await tx.subscription.findMany({ where: { fanUserId, status: { not: "ended" } }, select: { id: true }, orderBy: { id: "asc" }, take: 100 });
  for (const { id } of living) await settleRenewal(tx, ctx, id);
}

async function returnIt(tx: Tx, ctx: Context, sale: SaleModel): Promise<{ refundId?: string; outcome: string }> {
  try {
    const refundId = await requestRefundIn(tx, ctx, { saleId: asId("sale", sale.id), reason: "Your bank told us that this payment was not yours, so it goes back.", initiator: "fraud", rule: "early-fraud-warning" });
    return { refundId, outcome: "Returned by rule, and the buyer blocked." };
  } catch (error) {
    // Returned already, or too old to return: foreseen, and the block still stands.
    if (error instanceof AppError) return { outcome: `The buyer was blocked. Not returned: ${error.message}` };
    throw error;
  }
}
