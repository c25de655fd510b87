import { audit } from "@/lib/platform/audit";
import type { Capability, Verb } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { emit } from "@/lib/platform/events";
import { newId, type UserId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { canChangeStanding } from "./policy";

/**
 * Takes a capability from an account, from now until `endsAt` (or until lifted). Taking `sign_in` ends its sessions.
 * @throws NotFound when there is no such account; Forbidden
 */
export async function restrictUser({ ctx, input }: Verb<{ userId: UserId; capability: Capability; reason: string; endsAt?: Date }>): Promise<{ id: string }> {
  authorize(canChangeStanding(ctx.actor));
  return ctx.transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: input.userId }, select: { id: true } });
    if (!user) throw new NotFound("account");
    const restriction = await tx.restriction.create({
      data: { id: newId("restriction"), userId: input.userId, capability: input.capability, reason: input.reason, startsAt: ctx.now, endsAt: input.endsAt ?? null, byUserId: ctx.actor.kind === "user" ? ctx.actor.userId : null },
    });
    if (input.capability === "sign_in") await tx.session.updateMany({ where: { userId: input.userId, revokedAt: null }, data: { revokedAt: ctx.now, revokedReason: "restricted" } });
    audit(tx, ctx, "user.restricted", { subject: input.userId, capability: input.capability, restrictionId: restriction.id });
    emit(tx, "user.restricted", { userId: input.userId, capability: input.capability });
    return { id: restriction.id };
  });
}
