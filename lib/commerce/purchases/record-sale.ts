import { splitPayment } from "@/lib/commerce/fees";
import { accounts, postTransaction } from "@/lib/commerce/ledger";
import type { RailPayment } from "@/lib/commerce/rails";
import { audit } from "@/lib/platform/audit";
import type { Context, Tx } from "@/lib/platform/db";
import { emit } from "@/lib/platform/events";
import { newId } from "@/lib/platform/ids";
import { type Part, shareOut } from "./share-out";
import { termsOfSale } from "./terms";

export interface SaleInput {
  rail: string;
  payment: RailPayment;
  kind: SaleKind;
  /** What was paid for: one of the two. */
  subscriptionId?: string;
  orderId?: string;
  creatorId: string;
  fanUserId: string;
  tierId: string | null;
  /** What a post or bundle was called; statements name it. */
  called?: string | undefined;
  /** Of a membership: how long the period is that it pays for. */
  interval?: string;
  /** The code behind it, and what that took off. */
  promotionId?: string | null;
  discount?: number;
}
export type SaleKind = "subscription" | "tip" | "gift" | "post" | "bundle";

const descriptions: Record<SaleKind, string> = { subscription: "A membership, paid for a period", tip: "A tip", gift: "A membership, given to somebody", post: "Post", bundle: "Bundle" };
const describe = (kind: SaleKind, called: string | undefined): string => (called ? `${descriptions[kind]}: ${called}` : descriptions[kind]);

/**
 * Books one payment that has moved, in the caller's transaction: the sale with each of its parts, what each collaborator has of it, and
 * its ledger lines. A charge is booked once, however often it is reported; returns whether this was the time. Eight statements at most
 * without collaborators, the two that the transaction writes at its end among them.
 */
export async function recordSale(tx: Tx, ctx: Context, { rail, payment, kind, subscriptionId, orderId, creatorId, fanUserId, tierId, called, interval, promotionId, discount }: SaleInput): Promise<boolean> {
  const { schedule, splits } = await termsOfSale(tx, creatorId, payment.paidAt);
  const split = splitPayment(payment.gross, payment.fee, schedule);
  const id = newId("sale");
  const { currency, paidAt: occurredAt } = payment;
  const made = await tx.sale.createMany({
    data: [{ id, kind, subscriptionId: subscriptionId ?? null, orderId: orderId ?? null, creatorId, fanUserId, tierId, ...split, currency, feeScheduleId: schedule.id, interval: interval ?? null, promotionId: promotionId ?? null, discount: discount ?? 0, rail, providerCharge: payment.chargeId, providerInvoice: payment.invoiceId ?? null, providerBalance: payment.balanceTransactionId, occurredAt }],
    skipDuplicates: true,
  });
  if (made.count === 0) return false;
  const parts = shareOut(split, creatorId, splits);
  if (parts.length > 1) await tx.saleShare.createMany({ data: parts.map((part) => ({ saleId: id, currency, ...part })) });
  await postTransaction(tx, {
    idempotencyKey: `sale:${payment.chargeId}`,
    kind: "sale",
    causeId: id,
    description: describe(kind, called),
    currency,
    occurredAt,
    lines: [
      { account: accounts.rail(rail), amount: split.gross, line: "paid by the fan" },
      { account: accounts.rail(rail), amount: -split.processingFee, line: "kept by the payment provider" },
      ...parts.flatMap(linesOfPart),
      { account: accounts.platformFees, amount: -split.platformFee, line: "platform fee" },
    ],
  });
  audit(tx, ctx, "sale.recorded", { subject: id, subscriptionId, orderId, gross: split.gross, currency });
  emit(tx, "sale.recorded", { saleId: id });
  return true;
}

const linesOfPart = ({ creatorId, gross, platformFee, processingFee }: Part) => [
  { account: accounts.creator(creatorId), amount: -gross, line: "sale" },
  { account: accounts.creator(creatorId), amount: platformFee, line: "platform fee" },
  { account: accounts.creator(creatorId), amount: processingFee, line: "card processing, at cost" },
];
