import type { Database } from "@/lib/platform/db";

export interface ChainHealth {
  /** How many entries were looked at. */
  entries: number;
  /** The first that was changed, or that does not follow from the one before it. */
  brokenAt: string | undefined;
  /** The hash of the newest: kept elsewhere, it tells later that the end was not cut off. */
  head: string;
  /** Whether the head of an earlier walk is still there; true when none is given. */
  holdsEarlier: boolean;
}

/** Walks the whole chain in the database. `earlierHead`: what an earlier walk gave, as a chain alone does not know its end. */
export async function verifyAuditChain(db: Database, earlierHead = ""): Promise<ChainHealth> {
  const [row] = await db.$queryRaw<{ entries: bigint; broken: string | null; head: string | null; holds: boolean | null }[]>`
    SELECT count(*) AS entries, (array_agg(id ORDER BY seq) FILTER (WHERE NOT sound))[1] AS broken,
      (array_agg(hash ORDER BY seq DESC))[1] AS head, bool_or(hash = ${earlierHead}) AS holds
    FROM (SELECT e.id, e.seq, e.hash, e.hash = audit_hash(e.*) AND e."prevHash" = coalesce(lag(e.hash) OVER (ORDER BY e.seq), '') AS sound FROM "AuditEntry" e) AS walked`;
  return { entries: Number(row?.entries ?? 0), brokenAt: row?.broken ?? undefined, head: row?.head ?? "", holdsEarlier: earlierHead === "" || row?.holds === true };
}
