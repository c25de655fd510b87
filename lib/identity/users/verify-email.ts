import { confirmAddress, startSession } from "@/lib/identity/sessions";
import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import type { SessionId, UserId } from "@/lib/platform/ids";
import { LinkIsDead } from "./errors";
import { redeemToken } from "./one-time-tokens";

/**
 * Confirms the address a link was sent to, and signs its owner in. From then on the account has the password and the name of the
 * sign-up that this link belongs to, whoever else signed up with the address before. @throws LinkIsDead, Forbidden
 */
export async function verifyEmail({ ctx, input }: Verb<{ token: string }>): Promise<{ userId: UserId; sessionId: SessionId }> {
  return ctx.transaction(async (tx) => {
    const { userId, passwordHash, displayName } = await redeemToken(tx, { secret: input.token, purpose: "verify_email", now: ctx.now });
    const first = await confirmAddress(tx, { userId, now: ctx.now, brings: { passwordHash, displayName: displayName ?? undefined }, because: "address confirmed" });
    if (!first) throw new LinkIsDead();
    audit(tx, ctx, "user.email-verified", { subject: userId });
    const sessionId = await startSession(tx, ctx, userId);
    return { userId, sessionId };
  });
}
