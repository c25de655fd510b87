import type { Database } from "@/lib/platform/db";
import { deadLetters } from "./lanes";

/** The last run of each of these scheduled jobs: one row a job, through the index (job, startedAt). */
export async function lastCronRuns(db: Database, jobs: string[]): Promise<{ job: string; startedAt: Date; finishedAt: Date | null; error: string | null }[]> {
  return db.$queryRaw`
    SELECT last.* FROM unnest(${jobs}::text[]) AS asked(job)
    CROSS JOIN LATERAL (SELECT r.job, r."startedAt", r."finishedAt", r.error FROM "CronRun" r WHERE r.job = asked.job ORDER BY r."startedAt" DESC LIMIT 1) AS last`;
}

/** Jobs waiting or being worked, by lane. */
export async function queueDepths(db: Database): Promise<{ lane: string; waiting: number; active: number }[]> {
  const rows = await db.$queryRaw<{ lane: string; waiting: bigint; active: bigint }[]>`
    SELECT name AS lane, count(*) FILTER (WHERE state IN ('created', 'retry')) AS waiting, count(*) FILTER (WHERE state = 'active') AS active
    FROM pgboss.job WHERE state IN ('created', 'retry', 'active') AND name <> ${deadLetters} GROUP BY name`;
  return rows.map((row) => ({ lane: row.lane, waiting: Number(row.waiting), active: Number(row.active) }));
}

/** Jobs that failed for good and wait for a person. */
export async function deadLetterCount(db: Database): Promise<number> {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`SELECT count(*) AS count FROM pgboss.job WHERE name = ${deadLetters} AND state = 'created'`;
  return Number(row?.count ?? 0);
}
