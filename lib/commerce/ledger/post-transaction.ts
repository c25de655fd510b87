import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { accountIds, type AccountName } from "./accounts";

/** What moves money. A statement groups by it; which kinds wait for the settlement delay is payouts' rule. */
export type PostingKind = "sale" | "refund" | "refund-failed" | "payout" | "payout-sent" | "payout-returned" | "hold" | "release" | "dispute" | "shield" | "shield-funding" | "reward" | "fee" | "adjustment";

export interface Line {
  account: AccountName;
  /** Minor units; positive is a debit, negative a credit. */
  amount: number;
  /** What this line is, as a statement names it. */
  line: string;
}

export interface Posting {
  /** Unique: posting it again changes nothing. */
  idempotencyKey: string;
  kind: PostingKind;
  /** The row that caused it. */
  causeId: string;
  description: string;
  currency: string;
  occurredAt: Date;
  lines: Line[];
}

/** @throws LedgerImbalance before anything is written; the database would refuse it too */
class LedgerImbalance extends Error {}

/**
 * Books one transaction: the only way money enters the books. Lines of nothing are left out.
 * Returns false when it had been booked before. Three statements where the accounts are known.
 */
export async function postTransaction(tx: Tx, posting: Posting): Promise<boolean> {
  const lines = posting.lines.filter((line) => line.amount !== 0);
  if (!lines.every((line) => Number.isSafeInteger(line.amount))) throw new LedgerImbalance(`${posting.idempotencyKey}: amounts are whole minor units`);
  if (lines.reduce((sum, line) => sum + line.amount, 0) !== 0) throw new LedgerImbalance(`${posting.idempotencyKey}: lines do not sum to zero`);
  if (lines.length < 2) throw new LedgerImbalance(`${posting.idempotencyKey}: a transaction has two lines or more`);
  const id = newId("ledgerTransaction");
  const { idempotencyKey, kind, causeId, description, occurredAt, currency } = posting;
  const made = await tx.ledgerTransaction.createMany({ data: [{ id, idempotencyKey, kind, causeId, description, occurredAt, createdAt: now() }], skipDuplicates: true });
  if (made.count === 0) return false;
  const ids = await accountIds(tx, lines.map((line) => line.account), currency);
  await tx.ledgerEntry.createMany({ data: lines.map(({ account, amount, line }) => ({ id: newId("ledgerEntry"), transactionId: id, accountId: ids.get(account.code) ?? "", amount: BigInt(amount), currency, line })) });
  return true;
}
