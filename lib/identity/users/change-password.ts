import { checkPassword, hashPassword, weaknessOf } from "@/lib/identity/passwords";
import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { Forbidden, InvalidInput, Unauthenticated } from "@/lib/platform/errors";
import { emit } from "@/lib/platform/events";
import { takeLimit } from "@/lib/platform/ratelimit";
import { WeakPassword } from "./errors";

/**
 * Changes the password of who is signed in; other devices are signed out. Before the address is confirmed there is nothing to
 * change: the confirmation brings its sign-up's password. @throws InvalidInput, WeakPassword, TooManyRequests, Forbidden
 */
export async function changePassword({ ctx, input }: Verb<{ currentPassword: string; newPassword: string }>): Promise<void> {
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  const { userId, sessionId } = ctx.actor;
  await takeLimit("sign-in", { actor: `password:${userId}`, address: "" });
  const user = await ctx.db.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true, emailVerifiedAt: true, displayName: true, passwordHash: true } });
  if (!user.emailVerifiedAt) throw new Forbidden("Confirm your email address first. The link is in the mail we sent you.");
  if (!(await checkPassword(user.passwordHash, input.currentPassword))) throw new InvalidInput("body.currentPassword", "This is not your current password.");
  const weakness = await weaknessOf(input.newPassword, [user.email, user.displayName]);
  if (weakness) throw new WeakPassword(weakness, "body.newPassword");
  const passwordHash = await hashPassword(input.newPassword);
  await ctx.transaction(async (tx) => {
    // Only in place of the password that was shown: one set anew in the meantime, by whoever has the mailbox, stays.
    const changed = await tx.user.updateMany({ where: { id: userId, passwordHash: user.passwordHash }, data: { passwordHash } });
    if (changed.count === 0) throw new Unauthenticated();
    await tx.session.updateMany({ where: { userId, revokedAt: null, NOT: { id: sessionId } }, data: { revokedAt: ctx.now, revokedReason: "password changed" } });
    audit(tx, ctx, "user.password-changed", { subject: userId });
    emit(tx, "user.password-changed", { userId });
  });
}
