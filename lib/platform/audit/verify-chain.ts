import type { Database } from "@/lib/platform/db";

/**
 * Walks the whole chain in the database. Returns how many entries were looked at and the first that does not
 * follow from the one before it, if any.
 */
export async function verifyAuditChain(db: Database): Promise<{ entries: number; brokenAt: string | undefined }> {
  const [row] = await db.$queryRaw<{ entries: bigint; broken: string | null }[]>`
    SELECT count(*) AS entries, (array_agg(id ORDER BY seq) FILTER (WHERE NOT sound))[1] AS broken
    FROM (SELECT e.id, e.seq, e.hash = audit_hash(e.*) AND e."prevHash" = coalesce(lag(e.hash) OVER (ORDER BY e.seq), '') AS sound FROM "AuditEntry" e) AS walked`;
  return { entries: Number(row?.entries ?? 0), brokenAt: row?.broken ?? undefined };
}
