import { audit } from "@/lib/platform/audit";
import type { Context, Tx } from "@/lib/platform/db";
import { emit } from "@/lib/platform/events";
import { newId } from "@/lib/platform/ids";

export interface HoldInput {
  creatorId: string;
  /** "bank-changed", "bank-refused", "admin": one of each in force at a time. */
  rule: string;
  /** Whole sentences for the creator. */
  reason: string;
  whatToDo: string;
  endsAt?: Date | undefined;
}

/** Keeps a creator's payouts back by a rule, in the caller's transaction. One of the same rule in force stays as it is. Returns its id when it is new. */
export async function placeHold(tx: Tx, ctx: Context, { creatorId, rule, reason, whatToDo, endsAt }: HoldInput): Promise<string | undefined> {
  const id = newId("payoutHold");
  // One that ran out makes room for the next.
  await tx.payoutHold.updateMany({ where: { creatorId, rule, liftedAt: null, endsAt: { lte: ctx.now } }, data: { liftedAt: ctx.now, liftedReason: "its time was over" } });
  const ownerUserId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  const made = await tx.payoutHold.createMany({ data: [{ id, creatorId, rule, reason, whatToDo, ownerUserId, startsAt: ctx.now, endsAt: endsAt ?? null }], skipDuplicates: true });
  if (made.count === 0) return undefined;
  audit(tx, ctx, "payout-hold.placed", { subject: id, creatorId, rule });
  emit(tx, "payout.held", { holdId: id });
  return id;
}

/** Ends a hold of a rule because what it waited for has happened. */
export async function endHold(tx: Tx, ctx: Context, { creatorId, rule, why }: { creatorId: string; rule: string; why: string }): Promise<void> {
  const ended = await tx.payoutHold.updateMany({ where: { creatorId, rule, liftedAt: null }, data: { liftedAt: ctx.now, liftedReason: why } });
  if (ended.count > 0) audit(tx, ctx, "payout-hold.lifted", { subject: creatorId, rule, why });
}
