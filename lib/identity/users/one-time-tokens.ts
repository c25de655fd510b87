import { later } from "@/lib/platform/clock";
import { newSecret, sha256 } from "@/lib/platform/crypto";
import type { Tx } from "@/lib/platform/db";
import { asId, newId, type UserId } from "@/lib/platform/ids";
import { LinkIsDead } from "./errors";
import { resetLastsMs, verificationLastsMs } from "./rules";

/** What somebody chose when they signed up: theirs only once the link sent to the address has come back. */
export interface Chosen {
  passwordHash: string;
  displayName: string;
}

/** Makes the secret of a link to a new password; the database keeps only its hash. Older unused ones die. */
export async function issueReset(tx: Tx, { userId, now }: { userId: string; now: Date }): Promise<string> {
  const secret = newSecret();
  await tx.oneTimeToken.updateMany({ where: { userId, purpose: "reset_password", usedAt: null }, data: { usedAt: now } });
  await tx.oneTimeToken.create({ data: { id: newId("token"), userId, purpose: "reset_password", tokenHash: sha256(secret), expiresAt: later(now, resetLastsMs) } });
  return secret;
}

/**
 * Keeps what one sign-up chose, for the link that its mail will carry. Links of other sign-ups with the same address stay as they are:
 * a stranger can neither change what the owner's link brings nor end it.
 */
export async function prepareConfirmation(tx: Tx, { userId, chosen, now }: { userId: string; chosen: Chosen; now: Date }): Promise<string> {
  const id = newId("token");
  // Nobody knows this secret: the link's own is made when the mail is written.
  await tx.oneTimeToken.create({ data: { id, userId, purpose: "verify_email", tokenHash: sha256(newSecret()), expiresAt: later(now, verificationLastsMs), ...chosen } });
  return id;
}

/** Makes the secret of a prepared confirmation. Undefined: the address has been confirmed in the meantime. */
export async function armConfirmation(tx: Tx, { tokenId, now }: { tokenId: string; now: Date }): Promise<string | undefined> {
  const secret = newSecret();
  const { count } = await tx.oneTimeToken.updateMany({ where: { id: tokenId, purpose: "verify_email", usedAt: null }, data: { tokenHash: sha256(secret), expiresAt: later(now, verificationLastsMs) } });
  return count === 0 ? undefined : secret;
}

/** Uses a link's secret up and says whose it was and what it brings. Two at once: one wins. @throws LinkIsDead */
export async function redeemToken(tx: Tx, { secret, purpose, now }: { secret: string; purpose: "verify_email" | "reset_password"; now: Date }): Promise<{ userId: UserId; passwordHash: string | null; displayName: string | null }> {
  const tokenHash = sha256(secret);
  const used = await tx.oneTimeToken.updateMany({ where: { tokenHash, purpose, usedAt: null, expiresAt: { gt: now } }, data: { usedAt: now } });
  if (used.count === 0) throw new LinkIsDead();
  const row = await tx.oneTimeToken.findUniqueOrThrow({ where: { tokenHash }, select: { userId: true, passwordHash: true, displayName: true } });
  return { ...row, userId: asId("user", row.userId) };
}
