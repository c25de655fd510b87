import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { asId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { canAppoint } from "./policy";
import type { Standing } from "./capabilities";

/**
 * Gives an account its role. Its devices are signed out, so that nothing goes on under the old one.
 * Giving the role it has changes nothing. Only the operator's command does this: no account can raise another.
 * @throws NotFound when no confirmed account has this address; Forbidden
 */
export async function appoint({ ctx, input }: Verb<{ email: string; role: Standing["role"]; reason: string }>): Promise<{ changed: boolean }> {
  authorize(canAppoint(ctx.actor));
  return ctx.transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { email: input.email }, select: { id: true, role: true, emailVerifiedAt: true } });
    if (!user?.emailVerifiedAt) throw new NotFound("confirmed account");
    if (user.role === input.role) return { changed: false };
    await tx.user.update({ where: { id: user.id }, data: { role: input.role } });
    await tx.session.updateMany({ where: { userId: user.id, revokedAt: null }, data: { revokedAt: ctx.now, revokedReason: "role changed" } });
    audit(tx, ctx, "user.appointed", { subject: asId("user", user.id), from: user.role, to: input.role, reason: input.reason });
    return { changed: true };
  });
}
