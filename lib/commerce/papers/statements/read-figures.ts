import { accounts } from "@/lib/commerce/ledger";
import type { Database } from "@/lib/platform/db";
import { type Figures, figuresOf, type Group } from "./figures";
import { linesOf } from "./lines";
import { type Section, spanOf } from "./schema";

type Row = Omit<Group, "amount"> & { section: Section; opening: boolean; amount: bigint };

/** A creator's month out of the books: what was there, each kind of movement, what is there. One statement, so of one moment. */
export async function readFigures(db: Database, creatorId: string, month: string, currency: string): Promise<Figures> {
  const { from, to } = spanOf(month);
  const rows = await db.$queryRaw<Row[]>`
    WITH lines AS NOT MATERIALIZED (${linesOf(creatorId, currency)})
    SELECT 'balance' AS section, true AS opening, '' AS kind, '' AS line, 0 AS entries, coalesce(-sum(d.amount), 0)::bigint AS amount FROM "LedgerDay" d JOIN "LedgerAccount" a ON a.id = d."accountId" WHERE a.code = ${accounts.creator(creatorId).code} AND a.currency = ${currency} AND d.day < ${from}::date
    UNION ALL SELECT section, true, '', '', 0, sum(amount)::bigint FROM lines WHERE section <> 'balance' AND "occurredAt" < ${from} GROUP BY section
    UNION ALL SELECT section, false, kind, line, count(*)::int, sum(amount)::bigint FROM lines WHERE "occurredAt" >= ${from} AND "occurredAt" < ${to} GROUP BY section, kind, line`;
  const opening = new Map(rows.filter((row) => row.opening).map((row) => [row.section, Number(row.amount)]));
  return figuresOf({ creatorId, month, currency }, opening, rows.filter((row) => !row.opening).map((row) => ({ ...row, amount: Number(row.amount) })));
}
