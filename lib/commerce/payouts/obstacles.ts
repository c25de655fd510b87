import { type Database, Prisma, type Tx } from "@/lib/platform/db";

/** What keeps a creator's money here, whoever asks: the daily run, the administrator who agrees, the job that sends. */
export interface Obstacle {
  reason: string;
  whatToDo: string;
  endsAt: Date | null;
}

export interface ObstacleRow {
  holdReason: string | null;
  holdWhatToDo: string | null;
  holdEndsAt: Date | null;
  barred: boolean;
}

/** The oldest hold in force at a moment and whether they may not sell, as columns of a query over CreatorProfile c: `obstacleColumns` with `obstacleJoin`. */
export const obstacleColumns = (from: Prisma.Sql, to: Prisma.Sql): Prisma.Sql => Prisma.sql`h.reason AS "holdReason", h."whatToDo" AS "holdWhatToDo", h."endsAt" AS "holdEndsAt",
  EXISTS (SELECT 1 FROM "Restriction" r WHERE r."userId" = c."userId" AND r.capability IN ('sell', 'sign_in') AND r."liftedAt" IS NULL AND r."startsAt" <= ${to} AND (r."endsAt" IS NULL OR r."endsAt" > ${from})) AS barred`;
export const obstacleJoin = (from: Prisma.Sql, to: Prisma.Sql): Prisma.Sql => Prisma.sql`LEFT JOIN LATERAL (SELECT * FROM "PayoutHold" x WHERE x."creatorId" = c.id AND x."liftedAt" IS NULL AND x."startsAt" <= ${to} AND (x."endsAt" IS NULL OR x."endsAt" > ${from}) ORDER BY x."startsAt" LIMIT 1) h ON true`;

const underReview = { reason: "Your account is under review, so payouts wait. The money stays yours and keeps being counted.", whatToDo: "Read why, and answer: Settings → Standing.", endsAt: null };
export const obstacleOf = (row: ObstacleRow): Obstacle | undefined => (row.holdReason !== null ? { reason: row.holdReason, whatToDo: row.holdWhatToDo ?? "", endsAt: row.holdEndsAt } : row.barred ? underReview : undefined);

/** What keeps the creator of a payout from being paid now. One statement, by keys. */
export async function obstacleForCreator(db: Database | Tx, creatorId: string, now: Date): Promise<Obstacle | undefined> {
  const at = Prisma.sql`${now}::timestamp`;
  const [row] = await db.$queryRaw<ObstacleRow[]>`SELECT ${obstacleColumns(at, at)} FROM "CreatorProfile" c ${obstacleJoin(at, at)} WHERE c.id = ${creatorId}`;
  return row && obstacleOf(row);
}
