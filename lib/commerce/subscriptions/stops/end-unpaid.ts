import { railNamed } from "@/lib/commerce/rails";
import type { Context } from "@/lib/platform/db";
import { syncSubscription } from "../sync-subscription";
import { paidForRunning } from "./running-period";

/** Ends the membership that a payment was for at once, if it paid for the period that runs: it has gone back, and there is nothing left to run on. */
export async function endUnpaid(ctx: Context, saleId: string): Promise<void> {
  const of = await ctx.db.sale.findUnique({ where: { id: saleId }, select: { subscription: { select: { rail: true, providerId: true, status: true } } } });
  if (!of?.subscription || of.subscription.status === "ended") return;
  const { rail, providerId } = of.subscription;
  // A renewal may have been paid that we have not heard of.
  await syncSubscription({ ctx, input: { rail, providerId } });
  const sale = await ctx.db.sale.findUniqueOrThrow({ where: { id: saleId }, include: { subscription: true } });
  if (!sale.subscription || sale.subscription.status === "ended" || !paidForRunning(sale, sale.subscription)) return;
  await railNamed(rail).endSubscription(providerId);
  await syncSubscription({ ctx, input: { rail, providerId } });
}
