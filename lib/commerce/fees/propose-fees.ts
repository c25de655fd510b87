import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { Unauthenticated } from "@/lib/platform/errors";
import { asId, type Id, newId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { AnotherWaits } from "./errors";
import { canSetFees } from "./policy";
import type { ProposeFees } from "./schema";
import { follows, lastSchedule, lockFees } from "./standing";

/** Proposes fees from a day to come; nothing changes until another administrator agrees. @throws NotFound, InvalidInput, FeesNotPossible, AnotherWaits */
export async function proposeFees({ ctx, input }: Verb<ProposeFees>): Promise<Id<"feeSchedule">> {
  authorize(canSetFees(ctx.actor));
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  const proposedByUserId = ctx.actor.userId;
  const { reason, note, ...rest } = input;
  const numbers = { ...rest, effectiveFrom: new Date(`${input.effectiveFrom}T00:00:00Z`) };
  return ctx.transaction(async (tx) => {
    await lockFees(tx);
    if ((await tx.feeProposal.count({ where: { approvedAt: null, withdrawnAt: null } })) > 0) throw new AnotherWaits();
    const { raises } = follows(await lastSchedule(tx), numbers, ctx.now);
    const id = newId("feeSchedule");
    await tx.feeProposal.create({ data: { id, ...numbers, note, raises, proposedByUserId, proposedReason: reason, proposedAt: ctx.now } });
    audit(tx, ctx, "fees.proposed", { subject: id, effectiveFrom: numbers.effectiveFrom.toISOString(), platformBps: numbers.platformBps, reason });
    return asId("feeSchedule", id);
  });
}
