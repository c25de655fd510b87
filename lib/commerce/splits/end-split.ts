import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { emit } from "@/lib/platform/events";
import type { SplitId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { findLocked, inWholeSeconds } from "./lock-splits";
import { canEnd } from "./policy";

/**
 * Ends a split, takes an offer back or declines it: nothing that is sold from now on is shared by it, and what was shared stays shared.
 * Repeating it changes nothing. @throws NotFound
 */
export async function endSplit({ ctx, input }: Verb<{ splitId: SplitId }>): Promise<void> {
  await ctx.transaction(async (tx) => {
    const split = await findLocked(tx, input.splitId);
    authorize(canEnd(ctx.actor, split), "split");
    if (split.endedAt) return;
    const endedBy = ctx.actor.kind === "user" && ctx.actor.creatorId === split.creatorId ? "owner" : "collaborator";
    const moment = inWholeSeconds(ctx.now);
    const endedAt = split.acceptedAt && split.acceptedAt > moment ? split.acceptedAt : moment;
    await tx.revenueSplit.update({ where: { id: split.id }, data: { endedAt, endedBy } });
    audit(tx, ctx, split.acceptedAt ? "split.ended" : endedBy === "owner" ? "split.taken-back" : "split.declined", { subject: split.id, creatorId: split.creatorId, collaboratorId: split.collaboratorId });
    emit(tx, "split.ended", { splitId: split.id });
  });
}
