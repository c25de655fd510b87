import type { FeeSchedule } from "@/lib/commerce/fees";
import { type Database, Prisma, type Tx } from "@/lib/platform/db";
import type { Sharer } from "./share-out";

interface Terms {
  schedule: FeeSchedule;
  splits: Sharer[];
}

/** The splits of a page that are in force at a moment, as a condition on "RevenueSplit" s. */
export const splitInForce = (creatorId: string, at: Date): Prisma.Sql => Prisma.sql`s."creatorId" = ${creatorId} AND s."acceptedAt" <= ${at} AND (s."startsAt" IS NULL OR s."startsAt" <= ${at}) AND (s."endedAt" IS NULL OR s."endedAt" > ${at})`;

/** What a page's sale is divided by at a moment: the fee schedule and the splits in force. For what is booked and for what is shown before. One statement. */
export async function termsOfSale(db: Database | Tx, creatorId: string, at: Date): Promise<Terms> {
  const [row] = await db.$queryRaw<(FeeSchedule & { splits: Sharer[] | null })[]>`
    SELECT f.*, (SELECT json_agg(json_build_object('collaboratorId', s."collaboratorId", 'shareBps', s."shareBps", 'name', (SELECT c.name FROM "CreatorProfile" c WHERE c.id = s."collaboratorId")) ORDER BY s.id) FROM "RevenueSplit" s
      WHERE ${splitInForce(creatorId, at)}) AS splits
    FROM "FeeSchedule" f WHERE f."effectiveFrom" <= ${at} ORDER BY f."effectiveFrom" DESC LIMIT 1`;
  if (!row) throw new Error("no fee schedule was in force at that time; add a row to FeeSchedule");
  const { splits, ...schedule } = row;
  return { schedule, splits: splits ?? [] };
}
