import { accounts, type Line, postTransaction } from "@/lib/commerce/ledger";
import type { Tx } from "@/lib/platform/db";
import type { PayoutModel } from "@/lib/platform/db/generated/models";

/** The money has left our balance at the rail. Booked once. */
export async function bookSent(tx: Tx, payout: PayoutModel, at: Date): Promise<void> {
  await postTransaction(tx, {
    idempotencyKey: `payout-sent:${payout.id}`,
    kind: "payout-sent",
    causeId: payout.id,
    description: "A payout, sent to the creator's account at the payment provider",
    currency: payout.currency,
    occurredAt: at,
    lines: [
      { account: accounts.payout(payout.creatorId), amount: payout.amount, line: "sent" },
      { account: accounts.rail(payout.rail), amount: -payout.amount, line: "sent to a creator" },
    ],
  });
}

/** All of a payout back in the creator's balance: from the rail when it had been sent, else from what was set aside. Booked once. */
export async function bookReturned(tx: Tx, payout: PayoutModel, { sent, at }: { sent: boolean; at: Date }): Promise<void> {
  const from: Line = sent ? { account: accounts.rail(payout.rail), amount: payout.amount, line: "came back" } : { account: accounts.payout(payout.creatorId), amount: payout.amount, line: "not sent" };
  await postTransaction(tx, {
    idempotencyKey: `payout-returned:${payout.id}`,
    kind: "payout-returned",
    causeId: payout.id,
    description: "A payout that did not arrive, back in the balance",
    currency: payout.currency,
    occurredAt: at,
    lines: [
      from,
      { account: accounts.withheldTax, amount: payout.withheld, line: "backup withholding, undone" },
      { account: accounts.platformFees, amount: payout.fee, line: "instant payout, undone" },
      { account: accounts.creator(payout.creatorId), amount: -payout.gross, line: "payout that did not arrive" },
    ],
  });
}
