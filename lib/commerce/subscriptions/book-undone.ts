import { accounts, postTransaction } from "@/lib/commerce/ledger";
import type { UndonePayment } from "@/lib/commerce/rails";
import type { Tx } from "@/lib/platform/db";

/** Books a payment that came and went back: what stays is the provider's fee, and it is ours to bear. Once. `causeId` is the checkout or order it was for. */
export async function bookUndone(tx: Tx, rail: string, causeId: string, { chargeId, refundId, amount, fee, currency, paidAt }: UndonePayment): Promise<void> {
  const made = await tx.undoneCharge.createMany({ data: [{ chargeId, checkoutId: causeId, refundId, amount, fee, currency, paidAt }], skipDuplicates: true });
  if (made.count === 0) return;
  await postTransaction(tx, {
    idempotencyKey: `undone:${chargeId}`,
    kind: "fee",
    causeId,
    description: "A second payment for the same thing, returned",
    currency,
    occurredAt: paidAt,
    lines: [
      { account: accounts.rail(rail), amount, line: "paid by the fan" },
      { account: accounts.rail(rail), amount: -amount, line: "returned to the fan" },
      { account: accounts.rail(rail), amount: -fee, line: "kept by the payment provider" },
      { account: accounts.providerFees, amount: fee, line: "card processing of a payment that was returned" },
    ],
  });
}
