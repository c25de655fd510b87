import type { Database } from "@/lib/platform/db";
import { accounts } from "./accounts";

/** What we owe a creator, in minor units by currency: the sum of their account, with its sign turned. */
export async function creatorBalance(db: Database, creatorId: string, currency: string): Promise<number> {
  const [row] = await db.$queryRaw<{ balance: bigint | null }[]>`
    SELECT -sum(e.amount) AS balance FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" WHERE a.code = ${accounts.creator(creatorId).code} AND a.currency = ${currency}`;
  return Number(row?.balance ?? 0);
}

export interface LedgerLine {
  account: string;
  amount: number;
  line: string;
}

/** The booked lines of one cause, as they stand in the books. */
export async function linesOfCause(db: Database, causeId: string): Promise<LedgerLine[]> {
  const rows = await db.ledgerEntry.findMany({ where: { transaction: { causeId } }, orderBy: { id: "asc" }, take: 100, select: { amount: true, line: true, account: { select: { code: true } } } });
  return rows.map((row) => ({ account: row.account.code, amount: Number(row.amount), line: row.line }));
}

export interface LedgerHealth {
  transactions: number;
  entries: number;
  /** Transactions whose lines do not sum to zero; none, or the books are wrong. */
  unbalanced: number;
  /** Sales without a booking, or booked otherwise than they say. */
  salesAstray: number;
}

/** Walks all books. For the daily check and the admin's page, not for a request of a fan. */
export async function checkLedger(db: Database): Promise<LedgerHealth> {
  const [row] = await db.$queryRaw<{ transactions: bigint; entries: bigint; unbalanced: bigint; astray: bigint }[]>`
    SELECT (SELECT count(*) FROM "LedgerTransaction") AS transactions, (SELECT count(*) FROM "LedgerEntry") AS entries,
      (SELECT count(*) FROM (SELECT 1 FROM "LedgerEntry" GROUP BY "transactionId", currency HAVING sum(amount) <> 0) AS wrong) AS unbalanced,
      (SELECT count(*) FROM "Sale" s WHERE s.net <> coalesce((SELECT -sum(e.amount) FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id JOIN "LedgerAccount" a ON a.id = e."accountId"
        WHERE t."causeId" = s.id AND a.code = 'creator:' || s."creatorId"), 0)) AS astray`;
  return { transactions: Number(row?.transactions ?? 0), entries: Number(row?.entries ?? 0), unbalanced: Number(row?.unbalanced ?? 0), salesAstray: Number(row?.astray ?? 0) };
}
