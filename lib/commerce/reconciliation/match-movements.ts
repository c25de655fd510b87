import { accounts } from "@/lib/commerce/ledger";
import type { Database } from "@/lib/platform/db";

/** A cause whose two sides do not agree, or a movement that has no cause of ours. */
export interface Disagreement {
  causeId: string | null;
  movementId: string | null;
  type: string;
  provider: number;
  ledger: number;
  /** When the newer of the two sides happened. */
  latest: Date;
}

/** Finds the row of ours behind each movement that has none yet: one statement, through the providers' ids that our rows carry. */
export async function findCauses(db: Database, rail: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "RailMovement" m SET "causeId" = c.id FROM (
      SELECT m."providerId", coalesce(s.id, r.id, p.id, q.id, u."checkoutId", d.id) AS id FROM "RailMovement" m
      LEFT JOIN "Sale" s ON s."providerCharge" = m.source LEFT JOIN "Refund" r ON r."providerId" = m.source
      LEFT JOIN "Payout" p ON p."transferId" = m.source LEFT JOIN "Payout" q ON q."reversalId" = m.source
      LEFT JOIN "UndoneCharge" u ON m.source IN (u."chargeId", u."refundId") LEFT JOIN "Dispute" d ON d."providerId" = m.source
      WHERE m.rail = ${rail} AND m."matchedAt" IS NULL AND m."causeId" IS NULL) c
    WHERE m.rail = ${rail} AND m."providerId" = c."providerId" AND c.id IS NOT NULL`;
}

/**
 * Compares both sides of every cause that is not settled yet or was booked since `since`: what the provider moved for it, and the lines of
 * our account of the provider. Marks those that agree; returns the others, oldest first, at most 1,000.
 */
export async function compareCauses(db: Database, { rail, currency, since, now }: { rail: string; currency: string; since: Date; now: Date }): Promise<Disagreement[]> {
  const code = accounts.rail(rail).code;
  await db.$executeRaw`
    WITH open AS (SELECT DISTINCT "causeId" FROM "RailMovement" WHERE rail = ${rail} AND "matchedAt" IS NULL AND "causeId" IS NOT NULL),
      theirs AS (SELECT m."causeId", sum(m.net) AS net FROM "RailMovement" m JOIN open o USING ("causeId") WHERE m.rail = ${rail} GROUP BY 1),
      ours AS (SELECT t."causeId", sum(e.amount) AS net FROM "LedgerTransaction" t JOIN open o USING ("causeId") JOIN "LedgerEntry" e ON e."transactionId" = t.id JOIN "LedgerAccount" a ON a.id = e."accountId" AND a.code = ${code} GROUP BY 1)
    UPDATE "RailMovement" m SET "matchedAt" = ${now} FROM theirs JOIN ours USING ("causeId") WHERE m.rail = ${rail} AND m."causeId" = theirs."causeId" AND theirs.net = ours.net AND m."matchedAt" IS NULL`;
  const rows = await db.$queryRaw<{ causeId: string | null; movementId: string | null; type: string; provider: bigint; ledger: bigint; latest: Date }[]>`
    WITH causes AS (
        SELECT "causeId" FROM "RailMovement" WHERE rail = ${rail} AND "matchedAt" IS NULL AND "causeId" IS NOT NULL
        UNION SELECT t."causeId" FROM "LedgerTransaction" t WHERE t."createdAt" >= ${since} AND EXISTS (SELECT 1 FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" WHERE e."transactionId" = t.id AND a.code = ${code} AND a.currency = ${currency})),
      theirs AS (SELECT m."causeId", sum(m.net) AS net, max(m."occurredAt") AS latest, min(m.type) AS type FROM "RailMovement" m JOIN causes c USING ("causeId") WHERE m.rail = ${rail} AND m.currency = ${currency} GROUP BY 1),
      ours AS (SELECT t."causeId", sum(e.amount) AS net, max(t."createdAt") AS latest, min(t.kind) AS kind FROM "LedgerTransaction" t JOIN causes c USING ("causeId") JOIN "LedgerEntry" e ON e."transactionId" = t.id JOIN "LedgerAccount" a ON a.id = e."accountId" AND a.code = ${code} AND a.currency = ${currency} GROUP BY 1)
    SELECT c."causeId", NULL AS "movementId", coalesce(theirs.type, ours.kind) AS type, coalesce(theirs.net, 0)::bigint AS provider, coalesce(ours.net, 0)::bigint AS ledger, greatest(theirs.latest, ours.latest) AS latest
      FROM causes c LEFT JOIN theirs USING ("causeId") LEFT JOIN ours USING ("causeId") WHERE coalesce(theirs.net, 0) <> coalesce(ours.net, 0)
    UNION ALL
    SELECT NULL, m."providerId", m.type, m.net::bigint, 0::bigint, m."occurredAt" FROM "RailMovement" m WHERE m.rail = ${rail} AND m.currency = ${currency} AND m."matchedAt" IS NULL AND m."causeId" IS NULL AND m.net <> 0
    ORDER BY latest LIMIT 1000`;
  return rows.map(({ provider, ledger, ...row }) => ({ ...row, provider: Number(provider), ledger: Number(ledger) }));
}
