import { later } from "@/lib/platform/clock";
import { newSecret, sha256 } from "@/lib/platform/crypto";
import type { Tx } from "@/lib/platform/db";
import { asId, newId, type UserId } from "@/lib/platform/ids";
import { LinkIsDead } from "./errors";

type Purpose = "verify_email" | "reset_password";

/** Makes a secret for a link; the database keeps only its hash. Older unused ones of the same purpose die. */
export async function issueToken(tx: Tx, { userId, purpose, now, lastsMs }: { userId: string; purpose: Purpose; now: Date; lastsMs: number }): Promise<string> {
  const secret = newSecret();
  await tx.oneTimeToken.updateMany({ where: { userId, purpose, usedAt: null }, data: { usedAt: now } });
  await tx.oneTimeToken.create({ data: { id: newId("token"), userId, purpose, tokenHash: sha256(secret), expiresAt: later(now, lastsMs) } });
  return secret;
}

/** Uses a link's secret up and says whose it was. Two at once: one wins. @throws LinkIsDead */
export async function redeemToken(tx: Tx, { secret, purpose, now }: { secret: string; purpose: Purpose; now: Date }): Promise<UserId> {
  const tokenHash = sha256(secret);
  const used = await tx.oneTimeToken.updateMany({ where: { tokenHash, purpose, usedAt: null, expiresAt: { gt: now } }, data: { usedAt: now } });
  if (used.count === 0) throw new LinkIsDead();
  const row = await tx.oneTimeToken.findUniqueOrThrow({ where: { tokenHash }, select: { userId: true } });
  return asId("user", row.userId);
}
