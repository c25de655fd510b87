import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { authorize } from "@/lib/platform/policy";
import { canChangeStanding } from "./policy";

/** Gives a capability back. Repeating it changes nothing. @throws NotFound, Forbidden */
export async function liftRestriction({ ctx, input }: Verb<{ restrictionId: string }>): Promise<void> {
  authorize(canChangeStanding(ctx.actor));
  await ctx.transaction(async (tx) => {
    const restriction = await tx.restriction.findUnique({ where: { id: input.restrictionId } });
    if (!restriction) throw new NotFound("restriction");
    if (restriction.liftedAt) return;
    await tx.restriction.update({ where: { id: restriction.id }, data: { liftedAt: ctx.now } });
    audit(tx, ctx, "user.restriction-lifted", { subject: restriction.userId, capability: restriction.capability, restrictionId: restriction.id });
  });
}
