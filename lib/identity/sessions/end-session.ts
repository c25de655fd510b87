import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import type { SessionId } from "@/lib/platform/ids";

/** Ends the session whose cookie was shown: signing out. Repeating it changes nothing. */
export async function endSession({ ctx, input }: Verb<{ sessionId: SessionId }>): Promise<void> {
  await ctx.transaction(async (tx) => {
    const session = await tx.session.findUnique({ where: { id: input.sessionId }, select: { userId: true, revokedAt: true } });
    if (!session || session.revokedAt) return;
    await tx.session.update({ where: { id: input.sessionId }, data: { revokedAt: ctx.now, revokedReason: "signed out" } });
    audit(tx, ctx, "user.signed-out", { subject: session.userId, sessionId: input.sessionId });
  });
}
