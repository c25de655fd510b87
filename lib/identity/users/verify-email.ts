import { startSession } from "@/lib/identity/sessions";
import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import type { SessionId, UserId } from "@/lib/platform/ids";
import { redeemToken } from "./one-time-tokens";

/** Confirms the address a link was sent to, and signs its owner in. @throws LinkIsDead, Forbidden */
export async function verifyEmail({ ctx, input }: Verb<{ token: string }>): Promise<{ userId: UserId; sessionId: SessionId }> {
  return ctx.transaction(async (tx) => {
    const userId = await redeemToken(tx, { secret: input.token, purpose: "verify_email", now: ctx.now });
    await tx.user.updateMany({ where: { id: userId, emailVerifiedAt: null }, data: { emailVerifiedAt: ctx.now } });
    audit(tx, ctx, "user.email-verified", { subject: userId });
    const sessionId = await startSession(tx, ctx, userId);
    return { userId, sessionId };
  });
}
