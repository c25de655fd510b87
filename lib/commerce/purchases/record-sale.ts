import { feeScheduleAt, splitPayment } from "@/lib/commerce/fees";
import { accounts, postTransaction } from "@/lib/commerce/ledger";
import type { RailPayment } from "@/lib/commerce/rails";
import { audit } from "@/lib/platform/audit";
import type { Context, Tx } from "@/lib/platform/db";
import { emit } from "@/lib/platform/events";
import { newId } from "@/lib/platform/ids";

export interface SaleInput {
  rail: string;
  payment: RailPayment;
  subscription: { id: string; creatorId: string; fanUserId: string; tierId: string };
}

/**
 * Books one payment that has moved, in the caller's transaction: the sale with each of its parts, and its ledger lines.
 * A charge is booked once, however often it is reported; returns whether this was the time.
 */
export async function recordSale(tx: Tx, ctx: Context, { rail, payment, subscription }: SaleInput): Promise<boolean> {
  const schedule = await feeScheduleAt(tx, payment.paidAt);
  const split = splitPayment(payment.gross, payment.fee, schedule);
  const id = newId("sale");
  const { creatorId, fanUserId, tierId } = subscription;
  const made = await tx.sale.createMany({
    data: [{ id, kind: "subscription", subscriptionId: subscription.id, creatorId, fanUserId, tierId, ...split, currency: payment.currency, feeScheduleId: schedule.id, rail, providerCharge: payment.chargeId, providerInvoice: payment.invoiceId, providerBalance: payment.balanceTransactionId, occurredAt: payment.paidAt }],
    skipDuplicates: true,
  });
  if (made.count === 0) return false;
  await postTransaction(tx, {
    idempotencyKey: `sale:${payment.chargeId}`,
    kind: "sale",
    causeId: id,
    description: "A membership, paid for a month",
    currency: payment.currency,
    occurredAt: payment.paidAt,
    lines: [
      { account: accounts.rail(rail), amount: split.gross, line: "paid by the fan" },
      { account: accounts.rail(rail), amount: -split.processingFee, line: "kept by the payment provider" },
      { account: accounts.creator(creatorId), amount: -split.gross, line: "sale" },
      { account: accounts.creator(creatorId), amount: split.platformFee, line: "platform fee" },
      { account: accounts.creator(creatorId), amount: split.processingFee, line: "card processing, at cost" },
      { account: accounts.platformFees, amount: -split.platformFee, line: "platform fee" },
    ],
  });
  audit(tx, ctx, "sale.recorded", { subject: id, subscriptionId: subscription.id, gross: split.gross, currency: payment.currency });
  emit(tx, "sale.recorded", { saleId: id });
  return true;
}
