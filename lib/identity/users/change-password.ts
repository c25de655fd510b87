import { checkPassword, hashPassword, weaknessOf } from "@/lib/identity/passwords";
import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { InvalidInput, Unauthenticated } from "@/lib/platform/errors";
import { emit } from "@/lib/platform/events";
import { takeLimit } from "@/lib/platform/ratelimit";
import { WeakPassword } from "./errors";

/** Changes the password of who is signed in; other devices are signed out. @throws InvalidInput, WeakPassword, TooManyRequests */
export async function changePassword({ ctx, input }: Verb<{ currentPassword: string; newPassword: string }>): Promise<void> {
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  const { userId, sessionId } = ctx.actor;
  await takeLimit("sign-in", { actor: `password:${userId}`, address: "" });
  const user = await ctx.db.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true, displayName: true, passwordHash: true } });
  if (!(await checkPassword(user.passwordHash, input.currentPassword))) throw new InvalidInput("body.currentPassword", "This is not your current password.");
  const weakness = await weaknessOf(input.newPassword, [user.email, user.displayName]);
  if (weakness) throw new WeakPassword(weakness, "body.newPassword");
  const passwordHash = await hashPassword(input.newPassword);
  await ctx.transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { passwordHash } });
    await tx.session.updateMany({ where: { userId, revokedAt: null, NOT: { id: sessionId } }, data: { revokedAt: ctx.now, revokedReason: "password changed" } });
    audit(tx, ctx, "user.password-changed", { subject: userId });
    emit(tx, "user.password-changed", { userId });
  });
}
