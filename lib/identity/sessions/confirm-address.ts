import type { Tx } from "@/lib/platform/db";

interface Proof {
  userId: string;
  now: Date;
  /** What whoever proved the address brings; a null password: none, until they set one. */
  brings: { passwordHash: string | null; displayName?: string | undefined };
  /** Why the sessions before it end. */
  because: string;
}

/**
 * The first proof that an address is theirs. Whoever was here before it may have been anybody: their password goes, their sessions
 * end, and so do the links of every other sign-up with this address. False, and nothing changed: it was confirmed before.
 */
export async function confirmAddress(tx: Tx, { userId, now, brings, because }: Proof): Promise<boolean> {
  // The account first: signing in waits for this row, so that no session slips in behind the next statement.
  const first = await tx.user.updateMany({ where: { id: userId, emailVerifiedAt: null }, data: { emailVerifiedAt: now, passwordHash: brings.passwordHash, ...(brings.displayName === undefined ? {} : { displayName: brings.displayName }) } });
  if (first.count === 0) return false;
  await tx.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now, revokedReason: because } });
  await tx.oneTimeToken.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } });
  await tx.oneTimeToken.updateMany({ where: { userId, passwordHash: { not: null } }, data: { passwordHash: null, displayName: null } });
  return true;
}
