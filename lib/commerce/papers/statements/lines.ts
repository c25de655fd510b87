import { accounts } from "@/lib/commerce/ledger";
import { type Database, Prisma } from "@/lib/platform/db";
import type { Position } from "@/lib/platform/lists";
import type { Section, Span } from "./schema";

export interface Line {
  id: string;
  section: Section;
  occurredAt: Date;
  /** As the creator sees it: above zero, they have more. */
  amount: number;
  currency: string;
  kind: string;
  line: string;
  description: string;
  causeId: string;
  transactionId: string;
}

/** Each line of a creator's accounts, and what was kept out of their payouts. */
export function linesOf(creatorId: string, currency: string): Prisma.Sql {
  const [own, held, payout] = [accounts.creator(creatorId).code, accounts.held(creatorId).code, accounts.payout(creatorId).code];
  return Prisma.sql`
    SELECT e.id, CASE a.code WHEN ${own} THEN 'balance' WHEN ${held} THEN 'held' ELSE 'payout' END AS section, t."occurredAt", -e.amount AS amount, e.currency, t.kind, e.line, t.description, t."causeId", t.id AS "transactionId"
    FROM "LedgerAccount" a JOIN "LedgerEntry" e ON e."accountId" = a.id JOIN "LedgerTransaction" t ON t.id = e."transactionId" WHERE a.code IN (${own}, ${held}, ${payout}) AND a.currency = ${currency}
    UNION ALL
    SELECT e.id, 'kept', t."occurredAt", -e.amount, e.currency, t.kind, e.line, t.description, t."causeId", t.id
    FROM "Payout" p JOIN "LedgerTransaction" t ON t."causeId" = p.id JOIN "LedgerEntry" e ON e."transactionId" = t.id JOIN "LedgerAccount" a ON a.id = e."accountId"
    WHERE p."creatorId" = ${creatorId} AND a.currency = ${currency} AND a.code IN (${accounts.withheldTax.code}, ${accounts.platformFees.code})`;
}

interface Wanted {
  creatorId: string;
  currency: string;
  span: Span;
  limit: number;
  after?: Position | undefined;
  order: "oldest first" | "newest first";
}

/** The lines of a month, a page of them. */
export async function linesOfMonth(db: Database, { creatorId, currency, span, limit, after, order }: Wanted): Promise<Line[]> {
  const forwards = order === "oldest first";
  const beyond = after ? (forwards ? Prisma.sql`AND (l."occurredAt", l.id) > (${after.at}, ${after.id})` : Prisma.sql`AND (l."occurredAt", l.id) < (${after.at}, ${after.id})`) : Prisma.empty;
  const sorted = forwards ? Prisma.sql`l."occurredAt", l.id` : Prisma.sql`l."occurredAt" DESC, l.id DESC`;
  const rows = await db.$queryRaw<(Omit<Line, "amount"> & { amount: bigint })[]>`
    SELECT * FROM (${linesOf(creatorId, currency)}) AS l WHERE l."occurredAt" >= ${span.from} AND l."occurredAt" < ${span.to} ${beyond} ORDER BY ${sorted} LIMIT ${limit}`;
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}
