import { type Database, Prisma, type Tx } from "@/lib/platform/db";
import { obstacleColumns, obstacleJoin, obstacleOf, type ObstacleRow } from "./obstacles";
import { delayDays, minimums } from "./rules";
import type { PayoutFacts, Schedule } from "./select-payout";

export interface Candidate {
  creatorId: string;
  accountId: string;
  rail: string;
  destination: string;
  bankFingerprint: string | null;
  bankLast4: string | null;
  instantAvailable: boolean;
  /** There is a payout of this day already. */
  paidToday: boolean;
  facts: PayoutFacts;
}

interface Row extends ObstacleRow {
  creatorId: string;
  accountId: string;
  balance: bigint;
  waiting: bigint | null;
  rail: string | null;
  providerId: string | null;
  transfersActive: boolean | null;
  payoutsEnabled: boolean | null;
  instantAvailable: boolean | null;
  requirements: unknown;
  bankFingerprint: string | null;
  bankLast4: string | null;
  schedule: string | null;
  scheduleDay: number | null;
  inFlight: boolean;
  paidToday: boolean;
}

/** Kinds that wait, as two parallel lists for a query: a kind booked on a day after `day - delay` is not ready yet. */
export const waits = { kinds: Object.keys(delayDays), days: Object.values(delayDays) };

/**
 * What is known of some creators, in their order. Their balances are locked until the transaction ends, so that nothing is booked
 * for them between the look and the payout. Two statements however many they are.
 */
export async function readCandidates(tx: Tx, { accountIds, currency, day, asked }: { accountIds: string[]; currency: string; day: Date; asked: boolean }): Promise<Candidate[]> {
  if (accountIds.length === 0) return [];
  await tx.$queryRaw`SELECT 1 FROM "LedgerBalance" WHERE "accountId" = ANY(${accountIds}) ORDER BY "accountId" FOR UPDATE`;
  const [from, to] = [Prisma.sql`${day}::timestamp`, Prisma.sql`${day}::timestamp + interval '1 day'`];
  const rows = await tx.$queryRaw<Row[]>`
    SELECT a."creatorId", a.id AS "accountId", -b.amount AS balance, waiting.amount AS waiting, p.rail, p."providerId", p."transfersActive", p."payoutsEnabled", p."instantAvailable", p.requirements, p."bankFingerprint", p."bankLast4",
      p.schedule, p."scheduleDay", ${obstacleColumns(from, to)},
      EXISTS (SELECT 1 FROM "Payout" o WHERE o."creatorId" = a."creatorId" AND o.currency = a.currency AND o.state IN ('awaiting_approval', 'pending', 'transferred', 'in_transit', 'failed')) AS "inFlight",
      EXISTS (SELECT 1 FROM "Payout" o WHERE o."creatorId" = a."creatorId" AND o.currency = a.currency AND o.day = ${day}::date) AS "paidToday"
    FROM "LedgerAccount" a JOIN "LedgerBalance" b ON b."accountId" = a.id JOIN "CreatorProfile" c ON c.id = a."creatorId"
    LEFT JOIN "PayoutAccount" p ON p."creatorId" = a."creatorId"
    ${obstacleJoin(from, to)}
    CROSS JOIN LATERAL (SELECT -sum(d.amount) AS amount FROM "LedgerDay" d JOIN unnest(${waits.kinds}::text[], ${waits.days}::int[]) AS w(kind, delay) ON w.kind = d.kind
      WHERE d."accountId" = a.id AND d.day > ${day}::date - ${Math.max(...waits.days)}::int AND d.day > ${day}::date - w.delay) waiting
    WHERE a.id = ANY(${accountIds}) AND a.currency = ${currency} ORDER BY a."creatorId"`;
  return rows.map((row) => toCandidate(row, { currency, day, asked }));
}

function toCandidate(row: Row, { currency, day, asked }: { currency: string; day: Date; asked: boolean }): Candidate {
  const balance = Number(row.balance);
  const account = row.providerId === null ? undefined : { transfersActive: row.transfersActive ?? false, payoutsEnabled: row.payoutsEnabled ?? false, hasBank: row.bankFingerprint !== null, needs: Array.isArray(row.requirements) ? row.requirements.length : 0 };
  return {
    creatorId: row.creatorId,
    accountId: row.accountId,
    rail: row.rail ?? "",
    destination: row.providerId ?? "",
    bankFingerprint: row.bankFingerprint,
    bankLast4: row.bankLast4,
    instantAvailable: row.instantAvailable ?? false,
    paidToday: row.paidToday,
    facts: { day, currency, balance, ready: balance - Number(row.waiting ?? 0), minimum: minimums[currency] ?? 0, schedule: scheduleOf(row.schedule, row.scheduleDay), asked, account, hold: obstacleOf(row), inFlight: row.inFlight },
  };
}

export function scheduleOf(kind: string | null, day: number | null): Schedule {
  if (kind === "daily" || kind === "manual") return { kind };
  return kind === "monthly" ? { kind, day: day ?? 1 } : { kind: "weekly", day: day ?? 5 };
}

/** The next creators, after one, who have a balance in this currency: one page through LedgerAccount(creatorId, code, currency). */
export async function nextAccounts(db: Database | Tx, currency: string, after: string, limit: number): Promise<{ accountId: string; creatorId: string }[]> {
  return db.$queryRaw<{ accountId: string; creatorId: string }[]>`
    SELECT a.id AS "accountId", a."creatorId" FROM "LedgerAccount" a JOIN "LedgerBalance" b ON b."accountId" = a.id
    WHERE a."creatorId" > ${after} AND a.code = 'creator:' || a."creatorId" AND a.currency = ${currency} AND b.amount <> 0 ORDER BY a."creatorId" LIMIT ${limit}`;
}

/** The lines a payout of this day settles: whatever has waited long enough, and the payout's own. For a WHERE on UnsettledEntry u. */
export function isReady(day: Date): Prisma.Sql {
  const delays = Object.entries(delayDays).map(([kind, wait]) => Prisma.sql`WHEN ${kind} THEN ${wait}::int`);
  return Prisma.sql`(CASE u.kind ${Prisma.join(delays, " ")} END IS NULL OR u."occurredAt"::date <= ${day}::date - CASE u.kind ${Prisma.join(delays, " ")} END)`;
}
