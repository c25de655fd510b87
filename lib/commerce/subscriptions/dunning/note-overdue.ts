import type { RailOverdue } from "@/lib/commerce/rails";
import type { Tx } from "@/lib/platform/db";
import type { SubscriptionModel } from "@/lib/platform/db/generated/models";
import { newId } from "@/lib/platform/ids";
import { graceEnd } from "../lifecycle";

/** Keeps the row of a refused bill as the provider says it, and closes the rows of those that are settled. */
export async function noteOverdue(tx: Tx, subscription: SubscriptionModel, overdue: RailOverdue | undefined): Promise<void> {
  const late = subscription.status === "past_due" ? overdue : undefined;
  const others = late ? { providerInvoice: { not: late.invoiceId } } : {};
  await tx.overdue.updateMany({ where: { subscriptionId: subscription.id, closedAt: null, ...others }, data: { closedAt: subscription.syncedAt, outcome: subscription.status === "ended" ? "ended" : "paid" } });
  if (!late) return;
  const seen = { reason: late.reason ?? null, tries: late.tries, nextTryAt: late.nextTryAt ?? null };
  // Whoever cancelled or pauses has no grace: what is paid is over.
  const accessEndsAt = subscription.cancelRequestedAt ? subscription.currentPeriodEnd : graceEnd(subscription);
  await tx.overdue.upsert({
    where: { providerInvoice: late.invoiceId },
    create: { id: newId("overdue"), subscriptionId: subscription.id, providerInvoice: late.invoiceId, amount: late.amount, currency: late.currency, failedAt: late.failedAt, accessEndsAt, ...seen },
    update: { ...seen, closedAt: null, outcome: null },
  });
}
