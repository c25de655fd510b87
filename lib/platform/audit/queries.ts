import type { Database } from "@/lib/platform/db";

export interface AuditRow {
  seq: number;
  at: Date;
  actorKind: string;
  actorId: string | null;
  action: string;
  subject: string;
  data: unknown;
  requestId: string;
}

interface Filter {
  subject?: string | undefined;
  actorId?: string | undefined;
  action?: string | undefined;
  /** Entries older than this sequence number. */
  before?: number | undefined;
  limit: number;
}

/** Newest first; each filter has its index (subject, actor or action, then seq). */
export async function listAudit(db: Database, { before, limit, ...filter }: Filter): Promise<AuditRow[]> {
  const rows = await db.auditEntry.findMany({
    where: { ...(filter.subject ? { subject: filter.subject } : {}), ...(filter.actorId ? { actorId: filter.actorId } : {}), ...(filter.action ? { action: filter.action } : {}), ...(before ? { seq: { lt: before } } : {}) },
    orderBy: { seq: "desc" },
    take: limit,
    select: { seq: true, at: true, actorKind: true, actorId: true, action: true, subject: true, data: true, requestId: true },
  });
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}
