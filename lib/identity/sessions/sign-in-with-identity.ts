import { audit } from "@/lib/platform/audit";
import type { Context, Tx, Verb } from "@/lib/platform/db";
import { Forbidden } from "@/lib/platform/errors";
import { asId, newId, type SessionId, type UserId } from "@/lib/platform/ids";
import { confirmAddress } from "./confirm-address";
import { notConfirmedThere } from "./reasons";
import { startSession } from "./start-session";

export interface OutsideIdentity {
  provider: string;
  /** The provider's own id of the person (OIDC `sub`). */
  subject: string;
  email: string;
  emailVerified: boolean;
  displayName: string;
}

/**
 * Signs in with an identity held elsewhere, opening an account on the first visit.
 * An account of the same address is joined only when the provider has confirmed that address; if we never had, whoever opened it
 * without proof loses its password and sessions. @throws Forbidden
 */
export async function signInWithIdentity({ ctx, input }: Verb<OutsideIdentity>): Promise<{ userId: UserId; sessionId: SessionId }> {
  return ctx.transaction(async (tx) => {
    const known = await tx.externalIdentity.findUnique({ where: { provider_subject: { provider: input.provider, subject: input.subject } }, select: { userId: true } });
    const userId = known?.userId ?? (await linkOrOpen(tx, ctx, input));
    const sessionId = await startSession(tx, ctx, userId);
    audit(tx, ctx, "user.signed-in", { subject: userId, sessionId, by: input.provider });
    return { userId: asId("user", userId), sessionId };
  });
}

async function linkOrOpen(tx: Tx, ctx: Context, input: OutsideIdentity): Promise<string> {
  if (!input.emailVerified) throw new Forbidden(notConfirmedThere);
  const existing = await tx.user.findUnique({ where: { email: input.email }, select: { id: true, emailVerifiedAt: true } });
  const userId = existing?.id ?? (await openAccount(tx, ctx, input));
  if (existing && !existing.emailVerifiedAt) await confirmAddress(tx, { userId, now: ctx.now, brings: { passwordHash: null, displayName: input.displayName }, because: "address proved by another" });
  await tx.externalIdentity.create({ data: { provider: input.provider, subject: input.subject, userId, email: input.email } });
  audit(tx, ctx, "user.identity-linked", { subject: userId, provider: input.provider });
  return userId;
}

async function openAccount(tx: Tx, ctx: Context, input: OutsideIdentity): Promise<string> {
  const user = await tx.user.create({ data: { id: newId("user"), email: input.email, displayName: input.displayName, emailVerifiedAt: ctx.now } });
  audit(tx, ctx, "user.signed-up", { subject: user.id, by: input.provider });
  return user.id;
}
