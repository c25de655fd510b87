import { listAudit } from "@/lib/platform/audit";
import type { Actor, Context } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { asId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { causeOf } from "./cause-of";
import { canExplainEntry } from "./policy";
import type { EntryExplanation } from "./schema";

/** Where a line of the books came from: its transaction, the row behind it, the provider's papers, the rule and what was noted. @throws NotFound */
export async function explainEntry(ctx: Context, entryId: string): Promise<EntryExplanation> {
  const entry = await ctx.db.ledgerEntry.findUnique({ where: { id: entryId }, include: { account: true, transaction: true } });
  if (!entry) throw new NotFound("line");
  const { transaction, account } = entry;
  const lines = await ctx.db.ledgerEntry.findMany({ where: { transactionId: transaction.id }, orderBy: { id: "asc" }, take: 200, include: { account: true } });
  authorize(canExplainEntry(ctx.actor, lines.map((line) => line.account.creatorId)), "line");
  const [cause, trail] = await Promise.all([causeOf(ctx.db, transaction.causeId), listAudit(ctx.db, { subject: transaction.causeId, limit: 50 })]);
  const debitIsMore = account.kind === "asset" || account.kind === "expense";
  return {
    id: asId("ledgerEntry", entry.id), amount: debitIsMore ? Number(entry.amount) : 0 - Number(entry.amount), currency: entry.currency, line: entry.line, occurredAt: transaction.occurredAt.toISOString(), bookedAt: transaction.createdAt.toISOString(),
    transaction: { id: transaction.id, kind: transaction.kind, description: transaction.description },
    lines: lines.map((one) => ({ id: one.id, account: sayAccount(ctx.actor, one.account), amount: Number(one.amount), line: one.line, this: one.id === entry.id })),
    ...cause,
    trail: trail.reverse().map(({ at, action, actorKind, actorId }) => ({ at: at.toISOString(), action, by: sayActor(ctx.actor, actorKind, actorId) })),
  };
}

const administers = (actor: Actor): boolean => actor.kind === "user" && actor.capabilities.has("administer");

/** Whom a sale is shared with is told by the split, not here. */
function sayAccount(actor: Actor, { code, creatorId }: { code: string; creatorId: string | null }): string {
  if (administers(actor) || creatorId === null || (actor.kind === "user" && actor.creatorId === creatorId)) return code;
  return "another creator";
}

/** Which of our people, or which fan, did something is not for the creator to know. */
function sayActor(actor: Actor, kind: string, id: string | null): string {
  if (administers(actor)) return [kind, id].filter(Boolean).join(" ");
  if (kind !== "user") return "DirectFanz, by itself";
  return actor.kind === "user" && actor.userId === id ? "you" : "somebody else";
}
