import type { Database } from "@/lib/platform/db";

export interface LedgerHealth {
  transactions: number;
  entries: number;
  /** Transactions whose lines do not sum to zero; none, or the books are wrong. */
  unbalanced: number;
  /** Sales without a booking, or booked otherwise than they say. */
  salesAstray: number;
  /** Accounts whose kept balance is not the sum of their lines. */
  balancesAstray: number;
  /** Creators' days whose kept sums are not those of their lines. */
  daysAstray: number;
  /** Lines of creators that are neither settled by a payout nor waiting for one, or both. */
  entriesAstray: number;
  /** Payouts whose settled lines, with their own, do not sum to zero. */
  payoutsAstray: number;
}

/** Which of the sums disagree, in words for a log or a terminal; empty when the books are whole. */
export function faultsOf(health: LedgerHealth): string[] {
  const { transactions: _, entries: __, ...counts } = health;
  return Object.entries(counts).filter(([, count]) => count > 0).map(([name, count]) => `${name}: ${count}`);
}

/** Walks all books. For the nightly check, `npm run ledger:verify` and the admin's button, not for a request of a fan. */
export async function checkLedger(db: Database): Promise<LedgerHealth> {
  // The books grow; the walk may take as long as the cron that calls it.
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL statement_timeout = '280s'`;
    const [row] = await tx.$queryRaw<Record<keyof LedgerHealth, bigint>[]>`
      SELECT (SELECT count(*) FROM "LedgerTransaction") AS transactions, (SELECT count(*) FROM "LedgerEntry") AS entries,
        (SELECT count(*) FROM (SELECT 1 FROM "LedgerEntry" GROUP BY "transactionId", currency HAVING sum(amount) <> 0) AS wrong) AS unbalanced,
        (SELECT count(*) FROM "Sale" s WHERE s.net <> coalesce((SELECT -sum(e.amount) FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id JOIN "LedgerAccount" a ON a.id = e."accountId"
          WHERE t."causeId" = s.id AND t.kind = 'sale' AND is_own_account(a.code, a."creatorId")), 0)) AS "salesAstray",
        (SELECT count(*) FROM (SELECT "accountId", sum(amount) AS amount FROM "LedgerBalance" GROUP BY 1) b FULL JOIN (SELECT "accountId", sum(amount) AS amount FROM "LedgerEntry" GROUP BY 1) e USING ("accountId")
          WHERE coalesce(b.amount, 0) <> coalesce(e.amount, 0)) AS "balancesAstray",
        (SELECT count(*) FROM "LedgerDay" d FULL JOIN (SELECT e."accountId", t."occurredAt"::date AS day, t.kind, sum(e.amount) AS amount, count(*) AS entries FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t.id = e."transactionId"
          JOIN "LedgerAccount" a ON a.id = e."accountId" WHERE is_own_account(a.code, a."creatorId") GROUP BY 1, 2, 3) e USING ("accountId", day, kind) WHERE d.amount IS DISTINCT FROM e.amount OR d.entries IS DISTINCT FROM e.entries) AS "daysAstray",
        (SELECT count(*) FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" LEFT JOIN "UnsettledEntry" u ON u."entryId" = e.id LEFT JOIN "PayoutEntry" p ON p."entryId" = e.id
          WHERE is_own_account(a.code, a."creatorId") AND ((u."entryId" IS NULL) = (p."entryId" IS NULL) OR u.amount <> e.amount)) AS "entriesAstray",
        (SELECT count(*) FROM (SELECT 1 FROM "Payout" o LEFT JOIN "PayoutEntry" p ON p."payoutId" = o.id LEFT JOIN "LedgerEntry" e ON e.id = p."entryId" GROUP BY o.id HAVING coalesce(sum(e.amount), -1) <> 0) AS wrong) AS "payoutsAstray"`;
    if (!row) throw new Error("the books gave no answer");
    return Object.fromEntries(Object.entries(row).map(([name, count]) => [name, Number(count)])) as unknown as LedgerHealth;
  }, { timeout: 290_000 });
}
