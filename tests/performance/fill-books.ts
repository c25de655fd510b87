import type { Database } from "@/lib/platform/db";

/**
 * Fills the books in a few statements: creators with complete payout accounts, each with `salesEach` sales of six lines, old enough to be
 * paid out. The triggers are off meanwhile and what they keep is built at the end, as the migration does.
 */
export async function fillBooks(db: Database, { creators, salesEach, from = 0 }: { creators: number; salesEach: number; from?: number }): Promise<void> {
  const pad = (prefix: string, n: string): string => `'${prefix}_' || lpad((${n})::text, 26, '0')`;
  const run = (sql: string): Promise<number> => db.$executeRawUnsafe(sql);
  const who = `generate_series(${from + 1}, ${from + creators}) AS c`;
  const each = `${who}, generate_series(1, ${salesEach}) AS s`;
  const sale = `c * 1000 + s`;
  await run(`INSERT INTO "User" (id, email, "displayName", "emailVerifiedAt", "updatedAt") SELECT ${pad("usr", "c")}, 'filled' || c || '@directfanz.test', 'Filled ' || c, now(), now() FROM ${who}`);
  await run(`INSERT INTO "CreatorProfile" (id, "userId", handle, name, "openedAt", "updatedAt") SELECT ${pad("crt", "c")}, ${pad("usr", "c")}, 'filled' || c, 'Filled ' || c, now(), now() FROM ${who}`);
  await run(`INSERT INTO "PayoutAccount" ("creatorId", rail, "providerId", "transfersActive", "payoutsEnabled", "bankLast4", "bankFingerprint", schedule, "syncedAt") SELECT ${pad("crt", "c")}, 'stripe', 'acct_' || c, true, true, '6789', 'fp' || c, 'daily', now() FROM ${who}`);
  await run(`INSERT INTO "LedgerAccount" (id, code, currency, kind) VALUES ('lac_rail', 'rail:stripe', 'usd', 'asset'), ('lac_fees', 'platform:fees', 'usd', 'revenue') ON CONFLICT DO NOTHING`);
  await run(`INSERT INTO "LedgerAccount" (id, code, currency, kind, "creatorId") SELECT ${pad("lac", "c")}, 'creator:' || ${pad("crt", "c")}, 'usd', 'liability', ${pad("crt", "c")} FROM ${who}`);
  await db.$transaction(async (tx) => {
    const quick = (sql: string): Promise<number> => tx.$executeRawUnsafe(sql);
    await quick("SET LOCAL session_replication_role = replica");
    await quick("SET LOCAL statement_timeout = '300s'");
    await quick(`INSERT INTO "LedgerTransaction" (id, "idempotencyKey", kind, "causeId", description, "occurredAt") SELECT ${pad("ltx", sale)}, 'sale:ch_' || ${sale}, 'sale', ${pad("sal", sale)}, 'A membership, paid for a month', now() - interval '10 days' - (s || ' hours')::interval FROM ${each}`);
    const lines = [["rail", 1000, "paid by the fan"], ["rail", -59, "kept by the payment provider"], ["creator", -1000, "sale"], ["creator", 100, "platform fee"], ["creator", 59, "card processing, at cost"], ["fees", -100, "platform fee"]] as const;
    for (const [index, [account, amount, line]] of lines.entries()) {
      const accountId = account === "creator" ? pad("lac", "c") : account === "rail" ? "'lac_rail'" : "'lac_fees'";
      await quick(`INSERT INTO "LedgerEntry" (id, "transactionId", "accountId", amount, currency, line) SELECT ${pad("len", `(${sale}) * 10 + ${index}`)}, ${pad("ltx", sale)}, ${accountId}, ${amount}, 'usd', '${line}' FROM ${each}`);
    }
    const own = `FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" JOIN "LedgerTransaction" t ON t.id = e."transactionId" WHERE is_own_account(a.code, a."creatorId")`;
    await quick(`TRUNCATE "LedgerBalance", "LedgerDay", "UnsettledEntry"`);
    await quick(`INSERT INTO "LedgerBalance" SELECT "accountId", 0, currency, sum(amount) FROM "LedgerEntry" GROUP BY "accountId", currency`);
    await quick(`INSERT INTO "LedgerDay" SELECT e."accountId", t."occurredAt"::date, t.kind, a.currency, sum(e.amount), count(*) ${own} GROUP BY 1, 2, 3, 4`);
    await quick(`INSERT INTO "UnsettledEntry" SELECT e.id, e."accountId", t.kind, t."occurredAt", a.currency, e.amount ${own} AND NOT EXISTS (SELECT 1 FROM "PayoutEntry" p WHERE p."entryId" = e.id)`);
  }, { timeout: 600_000 });
  await run("ANALYZE");
}
