import { hashPassword, weaknessOf } from "@/lib/identity/passwords";
import { confirmAddress } from "@/lib/identity/sessions";
import { sha256 } from "@/lib/platform/crypto";
import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { emit } from "@/lib/platform/events";
import { LinkIsDead, WeakPassword } from "./errors";
import { redeemToken } from "./one-time-tokens";

/** Sets a new password through a link, ends every session, and takes the address as confirmed. @throws LinkIsDead, WeakPassword */
export async function resetPassword({ ctx, input }: Verb<{ token: string; password: string }>): Promise<void> {
  // Judged before the link is used up, so that a weak choice does not cost the person their link.
  const owner = await ctx.db.oneTimeToken.findUnique({ where: { tokenHash: sha256(input.token) }, select: { user: { select: { email: true, displayName: true } } } });
  if (!owner) throw new LinkIsDead();
  const weakness = await weaknessOf(input.password, [owner.user.email, owner.user.displayName]);
  if (weakness) throw new WeakPassword(weakness);
  const passwordHash = await hashPassword(input.password);
  await ctx.transaction(async (tx) => {
    const { userId } = await redeemToken(tx, { secret: input.token, purpose: "reset_password", now: ctx.now });
    await confirmAddress(tx, { userId, now: ctx.now, brings: { passwordHash }, because: "password reset" });
    await tx.user.update({ where: { id: userId }, data: { passwordHash } });
    await tx.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: ctx.now, revokedReason: "password reset" } });
    audit(tx, ctx, "user.password-reset", { subject: userId });
    emit(tx, "user.password-changed", { userId });
  });
}
