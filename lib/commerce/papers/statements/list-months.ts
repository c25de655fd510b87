import { accounts } from "@/lib/commerce/ledger";
import type { Context } from "@/lib/platform/db";
import { linesOf } from "./lines";
import type { StatementMonth } from "./schema";
import { ownBooks } from "./whose";

type Row = { month: string; in: bigint; out: bigint; net: bigint; before: bigint; lines: bigint };

/** The months of one's books in which anything moved, newest first, ten years at most, with what was yours and free. One statement. */
export async function listStatements(ctx: Context, currency = "usd"): Promise<StatementMonth[]> {
  const creatorId = ownBooks(ctx);
  const rows = await ctx.db.$queryRaw<Row[]>`
    WITH moved AS (
      SELECT to_char(d.day, 'YYYY-MM') AS month, d.kind, -sum(d.amount) AS amount, sum(d.entries) AS lines FROM "LedgerDay" d JOIN "LedgerAccount" a ON a.id = d."accountId" WHERE a.code = ${accounts.creator(creatorId).code} AND a.currency = ${currency} GROUP BY 1, 2
      UNION ALL SELECT to_char(l."occurredAt", 'YYYY-MM'), l.kind, 0, count(*) FROM (${linesOf(creatorId, currency)}) AS l WHERE l.section <> 'balance' GROUP BY 1, 2),
    months AS (SELECT month, sum(greatest(amount, 0)) AS "in", sum(least(amount, 0)) AS out, sum(amount) AS net, sum(lines) AS lines FROM moved GROUP BY month)
    SELECT month, "in"::bigint, out::bigint, net::bigint, lines::bigint, (sum(net) OVER (ORDER BY month) - net)::bigint AS before FROM months ORDER BY month DESC LIMIT 120`;
  // A provider's clock may run ahead of ours: a month that has not begun has no statement.
  const thisMonth = ctx.now.toISOString().slice(0, 7);
  return rows.filter(({ month }) => month <= thisMonth).map((row) => ({ month: row.month, currency, opening: Number(row.before), in: Number(row.in), out: Number(row.out), closing: Number(row.before + row.net), lines: Number(row.lines) }));
}
