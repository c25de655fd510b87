import { type WithholdingReason, withholdingFor, withholdingState } from "@/lib/commerce/tax";
import type { Context } from "@/lib/platform/db";
import type { CreatorId } from "@/lib/platform/ids";

/** What waits for a creator's hand. */
export interface Waiting {
  /** Disputes that they can still add to. */
  disputes: number;
  /** Shares that others offer them: how many, and the newest. */
  offers: number;
  offer: { name: string; shareBps: number; /** A day to come, before which nothing is shared however soon they accept. */ startsOn: string | null } | null;
  /** Where their payouts go: the provider may need something more of them. */
  account: "none" | "incomplete" | "complete";
  /** Why tax is withheld from their payouts, and at which rate. */
  tax: { reason: WithholdingReason; rateBps: number } | null;
  /** Somebody has paid their page this year, or one that shares with them. */
  sold: boolean;
}

interface Row {
  disputes: number;
  offers: number;
  offer: Waiting["offer"];
  complete: boolean | null;
  sold: boolean;
}
/** Of the shares of other pages' sales the newest booked are asked for their day: of all, those of years might be looked through for one of this year. */
const newestShares = 20;

/** All of it, for their first page. Two statements, at once. */
export async function readWaiting({ db, now }: Pick<Context, "db" | "now">, creatorId: CreatorId): Promise<Waiting> {
  const year = new Date(Date.UTC(now.getUTCFullYear(), 0, 1));
  const [[row], state] = await Promise.all([
    db.$queryRaw<Row[]>`
      SELECT (SELECT count(*)::int FROM "Dispute" d WHERE d."creatorId" = ${creatorId} AND d.stage IN ('warned', 'open') AND d.decision IS NULL AND d."answerBy" > ${now}) AS disputes,
        (SELECT count(*)::int FROM "RevenueSplit" s WHERE s."collaboratorId" = ${creatorId} AND s."acceptedAt" IS NULL AND s."endedAt" IS NULL) AS offers,
        (SELECT json_build_object('name', c.name, 'shareBps', s."shareBps", 'startsOn', CASE WHEN s."startsAt" > ${now} THEN to_char(s."startsAt", 'YYYY-MM-DD') END) FROM "RevenueSplit" s JOIN "CreatorProfile" c ON c.id = s."creatorId" WHERE s."collaboratorId" = ${creatorId} AND s."acceptedAt" IS NULL AND s."endedAt" IS NULL ORDER BY s."proposedAt" DESC, s.id DESC LIMIT 1) AS offer,
        (SELECT a."transfersActive" AND a."payoutsEnabled" AND a."bankFingerprint" IS NOT NULL FROM "PayoutAccount" a WHERE a."creatorId" = ${creatorId}) AS complete,
        (coalesce((SELECT b."occurredAt" FROM "Sale" b WHERE b."creatorId" = ${creatorId} ORDER BY b."occurredAt" DESC LIMIT 1) >= ${year}, false)
          OR EXISTS (SELECT 1 FROM (SELECT h."saleId" FROM "SaleShare" h WHERE h."creatorId" = ${creatorId} ORDER BY h."saleId" DESC LIMIT ${newestShares}) h JOIN "Sale" b ON b.id = h."saleId" WHERE b."occurredAt" >= ${year})) AS sold`,
    withholdingState(db, creatorId, now),
  ]);
  if (!row) throw new Error("a row of counts, and there is none");
  const { complete, ...counts } = row;
  // Of a payout of a dollar: whether, and how much of each.
  const { reason, rateBps } = withholdingFor(state, 100, now);
  return { ...counts, account: complete === null ? "none" : complete ? "complete" : "incomplete", tax: reason && { reason, rateBps } };
}
