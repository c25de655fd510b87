import type { Database } from "@/lib/platform/db";

const id = (prefix: string, n: string): string => `'${prefix}_' || lpad((${n})::text, 26, '0')`;
const end = "timestamp '2026-06-01'";
const owner = (n: string): string => `CASE WHEN ${n} % 2 = 0 THEN 1 ELSE 2 + ${n} % 1000 END`;
const many = "generate_series(1, 100000) n";

/** What the finance desk lists, beside what `fill` has made. Without triggers and foreign keys, as there. */
export async function fillDesk(db: Database): Promise<void> {
  await db.$transaction(
    async (tx) => {
      const run = (sql: string): Promise<number> => tx.$executeRawUnsafe(sql);
      await run("SET LOCAL session_replication_role = replica");
      await run("SET LOCAL statement_timeout = '120s'");
      // Bookings of many times; a few accounts that are ours.
      await run(`UPDATE "LedgerTransaction" SET "occurredAt" = ${end} - right(id, 10)::int * interval '5 minutes'`);
      await run(`INSERT INTO "LedgerAccount" (id, code, currency, kind) SELECT 'lac_ours' || n, (ARRAY['rail:stripe', 'platform:fees', 'platform:suspense'])[n], 'usd', 'asset' FROM generate_series(1, 3) n ON CONFLICT DO NOTHING`);
      await run(`INSERT INTO "LedgerDay" ("accountId", day, kind, currency, amount, entries) SELECT ${id("lac", "n")}, (${end} - d * interval '1 day')::date, 'sale', 'usd', -405, 1 FROM generate_series(1, 1001) n, generate_series(1, 100) d`);
      await run(`INSERT INTO "Payout" (id, "creatorId", currency, gross, amount, withheld, day, state, rail, destination, "createdAt")
        SELECT ${id("pyt", "n")}, ${id("crt", `CASE WHEN n % 1000 = 0 THEN n ELSE ${owner("n")} END`)}, 'usd', 1000, CASE WHEN n % 500 = 0 THEN 760 ELSE 1000 END, CASE WHEN n % 500 = 0 THEN 240 ELSE 0 END, date '2000-01-01' + n, CASE WHEN n % 1000 = 0 THEN 'awaiting_approval' ELSE 'paid' END::"PayoutState", 'stripe', 'acct_' || n, ${end} - n * interval '5 minutes' FROM ${many}`);
      await run(`INSERT INTO "PayoutApproval" SELECT ${id("pyt", "n * 1000")}, ${id("usr", "2")}, 'Why', ${end} FROM generate_series(1, 90) n UNION ALL SELECT ${id("pyt", "n")}, ${id("usr", "3")}, 'Why', ${end} FROM generate_series(1, 20000) n`);
      await run(`INSERT INTO "Refund" (id, "saleId", amount, currency, state, initiator, reason, "providerId", "requestedAt") SELECT ${id("rfn", "n")}, ${id("sal", "n")}, 1, 'usd', 'succeeded', 'admin', 'Why', 're_' || n, ${end} FROM generate_series(1, 20000) n`);
      await run(`INSERT INTO "RailMovement" (rail, "providerId", type, amount, fee, net, currency, source, "occurredAt", "causeId") SELECT 'stripe', 'txn_' || n, 'charge', 500, 45, 455, 'usd', 'ch_' || n, ${end}, ${id("sal", "n")} FROM ${many}`);
      await run(`INSERT INTO "DisputeShare" ("disputeId", "creatorId", net, held, currency) SELECT ${id("dsp", "n")}, ${id("crt", owner("n"))}, 405, 405, 'usd' FROM ${many}`);
      await run(`INSERT INTO "PayoutHold" (id, "creatorId", rule, reason, "whatToDo", "startsAt", "liftedAt") SELECT ${id("phd", "n")}, ${id("crt", owner("n"))}, 'admin' || n, 'Why', 'What', ${end} - n * interval '5 minutes', CASE WHEN n % 5000 <> 0 THEN ${end} END FROM ${many}`);
      await run(`INSERT INTO "PayoutNote" ("creatorId", day, code, text, amount, currency, "createdAt") SELECT ${id("crt", "1 + n / 100")}, timestamp '2026-05-01' - (n % 100) * interval '1 day', CASE WHEN n % 10000 = 0 THEN 'held' ELSE 'not_today' END, 'Words', 1, 'usd', ${end} FROM ${many}`);
      await run(`INSERT INTO "Dispute" (id, "saleId", "creatorId", "fanUserId", rail, "providerId", reason, amount, currency, stage, inquiry, "openedAt", "answerBy", "decision", "syncedAt")
        SELECT ${id("dsp", "n")}, ${id("sal", "n")}, ${id("crt", owner("n"))}, ${id("usr", "1 + n % 20000")}, 'stripe', 'dp_' || n, 'fraudulent', 500, 'usd', CASE WHEN n % 500 = 0 THEN 'open' ELSE 'lost' END, false, ${end} - n * interval '5 minutes', ${end} + n * interval '1 minute', CASE WHEN n % 1000 = 0 THEN NULL ELSE 'accept' END, ${end} FROM ${many}`);
      await run(`INSERT INTO "BuyerBlock" (id, "userId", rule, reason, "startsAt") SELECT ${id("blk", "n")}, ${id("usr", "n")}, 'score', 'Why', ${end} - n * interval '5 minutes' FROM generate_series(1, 20000) n`);
      await run(`INSERT INTO "TaxDocument" (id, year, "creatorId", "userId", form, state, "issuedAt", "deliveredAt", delivery, currency, gross, "withheldAmount", payments, federal, "missingTin", "payloadSealed") SELECT ${id("tdc", "n")}, 2006 + n % 20, ${id("crt", "n")}, ${id("usr", "n")}, '1099-K', CASE WHEN n % 100 = 19 THEN 'issued' ELSE 'delivered' END::"TaxDocumentState", ${end}, CASE WHEN n % 100 <> 19 THEN ${end} END, CASE WHEN n % 100 <> 19 THEN 'mail' END, 'usd', 1, 0, 1, true, false, 'v1.' FROM ${many}`);
      await run(`INSERT INTO "TaxReview" (id, year, "creatorId", reason, "foundAt", "settledAt") SELECT ${id("trv", "n")}, 2006 + n % 20, ${id("crt", "n")}, 'missing_tin', ${end}, CASE WHEN n % 100 <> 19 THEN ${end} END FROM ${many}`);
    },
    { timeout: 120_000 },
  );
  await db.$executeRawUnsafe("ANALYZE");
}
