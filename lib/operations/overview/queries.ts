import type { Context, Database } from "@/lib/platform/db";
import { house, lastCronRuns } from "@/lib/platform/jobs";

/** Above this the desk says "more than": counting stays short however much there is. */
const countUpTo = 100_000;

export interface HouseCounts {
  people: number;
  pages: number;
  posts: number;
  memberships: number;
  /** A count that reached it is "this many or more". */
  countedUpTo: number;
}

/** How much there is: people, open pages, published posts, living memberships. One statement, each part bounded. */
export async function houseCounts(db: Database): Promise<HouseCounts> {
  const [row] = await db.$queryRaw<Record<"people" | "pages" | "posts" | "memberships", bigint>[]>`
    SELECT (SELECT count(*) FROM (SELECT 1 FROM "User" LIMIT ${countUpTo}) AS u) AS people,
      (SELECT count(*) FROM (SELECT 1 FROM "CreatorProfile" WHERE "openedAt" IS NOT NULL LIMIT ${countUpTo}) AS c) AS pages,
      (SELECT count(*) FROM (SELECT 1 FROM "Publication" WHERE "clearedAt" IS NOT NULL AND "dueAt" <= (now() AT TIME ZONE 'UTC') LIMIT ${countUpTo}) AS p) AS posts,
      (SELECT count(*) FROM (SELECT 1 FROM "Subscription" WHERE status <> 'ended' LIMIT ${countUpTo}) AS s) AS memberships`;
  return { people: Number(row?.people ?? 0), pages: Number(row?.pages ?? 0), posts: Number(row?.posts ?? 0), memberships: Number(row?.memberships ?? 0), countedUpTo: countUpTo };
}

export interface MonthOfSales {
  sales: number;
  gross: number;
  platformFees: number;
  /** Sales of each of the last thirty days, today last, UTC. */
  days: number[];
}

/** What this month (UTC) and the last thirty days brought, in dollars. Walks the sales of that time: for the admin's page only. */
export async function monthOfSales({ db, now }: Pick<Context, "db" | "now">): Promise<MonthOfSales> {
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
  const since = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - 29));
  const from = month < since ? month : since;
  const rows = await db.$queryRaw<{ day: Date; sales: bigint; gross: bigint; fees: bigint }[]>`
    SELECT date_trunc('day', "occurredAt") AS day, count(*) AS sales, sum(gross) AS gross, sum("platformFee") AS fees FROM "Sale" WHERE "occurredAt" >= ${from} AND currency = 'usd' GROUP BY 1`;
  const byDay = new Map(rows.map((row) => [row.day.toISOString().slice(0, 10), Number(row.sales)]));
  const ofMonth = rows.filter((row) => row.day >= month);
  const total = (pick: (row: (typeof rows)[number]) => bigint): number => ofMonth.reduce((sum, row) => sum + Number(pick(row)), 0);
  const days = Array.from({ length: 30 }, (_, i) => byDay.get(new Date(since.getTime() + i * 86_400_000).toISOString().slice(0, 10)) ?? 0);
  return { sales: total((row) => row.sales), gross: total((row) => row.gross), platformFees: total((row) => row.fees), days };
}

export interface CronState {
  job: string;
  schedule: string;
  what: string;
  startedAt: Date | undefined;
  finishedAt: Date | undefined;
  error: string | undefined;
}

/** Every scheduled job with its last run, those that never ran too. */
export async function cronsWithLastRun(db: Database): Promise<CronState[]> {
  const crons = [...house().crons.values()];
  const runs = new Map((await lastCronRuns(db, crons.map(({ name }) => name))).map((run) => [run.job, run]));
  return crons.map(({ name, schedule, what }) => {
    const run = runs.get(name);
    return { job: name, schedule, what, startedAt: run?.startedAt, finishedAt: run?.finishedAt ?? undefined, error: run?.error ?? undefined };
  });
}

/** The kinds of entries in the audit trail, for its filter: hops along the index (action, seq), one step a kind. At most 200. */
export async function auditActions(db: Database): Promise<string[]> {
  const rows = await db.$queryRaw<{ action: string }[]>`
    WITH RECURSIVE kinds AS (
      (SELECT action FROM "AuditEntry" ORDER BY action LIMIT 1)
      UNION ALL
      SELECT (SELECT a.action FROM "AuditEntry" a WHERE a.action > k.action ORDER BY a.action LIMIT 1) FROM kinds k WHERE k.action IS NOT NULL
    ) SELECT action FROM kinds WHERE action IS NOT NULL LIMIT 200`;
  return rows.map((row) => row.action);
}
