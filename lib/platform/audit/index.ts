import type { Context, Tx } from "@/lib/platform/db";
import { notesOf, type PendingAudit } from "@/lib/platform/db/transaction";

/** Notes who did what to which row; written with the change or not at all. Ids and facts, no names. */
export function audit(tx: Tx, ctx: Context, action: string, { subject, ...data }: { subject: string } & PendingAudit["data"]): void {
  notesOf(tx).audits.push({ at: ctx.now, actor: ctx.actor, action, subject, data, requestId: ctx.requestId });
}

export { verifyAuditChain } from "./verify-chain";
export { listAudit } from "./queries";
