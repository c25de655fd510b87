import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { NotFound, Unauthenticated } from "@/lib/platform/errors";
import type { SessionId } from "@/lib/platform/ids";

/** Signs one of one's own devices out, at its next request. Repeating it changes nothing. @throws NotFound */
export async function revokeSession({ ctx, input }: Verb<{ sessionId: SessionId }>): Promise<void> {
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  const { userId } = ctx.actor;
  await ctx.transaction(async (tx) => {
    const session = await tx.session.findUnique({ where: { id: input.sessionId }, select: { userId: true, revokedAt: true } });
    if (session?.userId !== userId) throw new NotFound("device");
    if (session.revokedAt) return;
    await tx.session.update({ where: { id: input.sessionId }, data: { revokedAt: ctx.now, revokedReason: "by its owner" } });
    audit(tx, ctx, "user.session-revoked", { subject: userId, sessionId: input.sessionId });
  });
}

/** Signs every device out but this one. */
export async function revokeOtherSessions({ ctx }: Pick<Verb<never>, "ctx">): Promise<void> {
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  const { userId, sessionId } = ctx.actor;
  await ctx.transaction(async (tx) => {
    const { count } = await tx.session.updateMany({ where: { userId, revokedAt: null, NOT: { id: sessionId } }, data: { revokedAt: ctx.now, revokedReason: "by its owner" } });
    audit(tx, ctx, "user.other-sessions-revoked", { subject: userId, count });
  });
}
