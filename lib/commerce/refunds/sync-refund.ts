import { type RailRefund, refundsRailNamed } from "@/lib/commerce/rails";
import type { Context, Tx } from "@/lib/platform/db";
import type { RefundModel } from "@/lib/platform/db/generated/models";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { bookRefund, unbookRefund } from "./book-refund";

/** Makes our rows say what the provider says of every refund of one charge; one that somebody asked for at the provider becomes ours. */
export async function syncRefundsOf(ctx: Context, rail: string, chargeId: string): Promise<void> {
  const sale = await ctx.db.sale.findUnique({ where: { providerCharge: chargeId }, select: { id: true } });
  if (!sale) { log().warn({ chargeId }, "a refund of a payment that is not ours, or not yet"); return; }
  const seen = await refundsRailNamed(rail).refundsOf(chargeId);
  // Oldest first: each is booked as what is left of the payment after those before it.
  for (const refund of seen.reverse()) await applyRefund(ctx, sale.id, refund);
}

export async function applyRefund(ctx: Context, saleId: string, seen: RailRefund): Promise<void> {
  await ctx.transaction(async (tx) => {
    const refund = await findOrAdopt(tx, ctx, saleId, seen);
    if (!refund) return;
    if (seen.state === "pending") { await tx.refund.updateMany({ where: { id: refund.id, providerId: null }, data: { providerId: seen.providerId } }); return; }
    if (seen.state === "succeeded") return bookRefund(tx, ctx, refund, { providerId: seen.providerId, at: seen.createdAt });
    // Done once and sent back by the bank, or never done: either way the fan has not got it.
    await unbookRefund(tx, ctx, refund, { reason: seen.failureReason ?? "the provider could not return it", at: ctx.now });
  });
}

async function findOrAdopt(tx: Tx, ctx: Context, saleId: string, seen: RailRefund): Promise<RefundModel | null> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`refund:${saleId}`}))::text`;
  const known = await tx.refund.findFirst({ where: { OR: [{ providerId: seen.providerId }, ...(seen.refundId ? [{ id: seen.refundId }] : [])] } });
  if (known || seen.state === "failed") return known;
  return tx.refund.create({ data: { id: newId("refund"), saleId, amount: seen.amount, currency: seen.currency, initiator: "provider", reason: "Returned at the payment provider", requestedAt: seen.createdAt < ctx.now ? seen.createdAt : ctx.now } });
}
