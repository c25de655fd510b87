import { config } from "@/lib/platform/config";
import { hmac } from "@/lib/platform/crypto";
import { database, isUniqueViolation, type Prisma, type Tx } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { later, now } from "@/lib/platform/clock";

const lockMs = 60_000;

export interface Answer {
  status: number;
  body: Prisma.InputJsonValue | null;
}
interface Key {
  actor: string;
  key: string;
  route: string;
  requestHash: string;
}

class KeyReused extends AppError {
  constructor() {
    super("conflict", "This Idempotency-Key was used for another request. Make a new one.");
  }
}
class StillWorking extends AppError {
  constructor() {
    super("conflict", "We are still working on this. Wait a moment; nothing happens twice.", { retryAfterSeconds: 2, headers: { "retry-after": "2" } });
  }
}

class DoneAlready extends AppError {
  constructor() {
    super("conflict", "This was done already, though the answer was lost. Reload to see it.");
  }
}

/**
 * Runs `work` once for this actor and key; a repeat gets the first answer again. An error frees the key, so that the person
 * may correct and try again; a crash frees it after a minute, unless the change was committed (see seal).
 * @throws KeyReused, StillWorking, DoneAlready
 */
export async function once(key: Key, work: () => Promise<Answer>): Promise<Answer & { replayed: boolean }> {
  const earlier = await claim(key);
  if (earlier) return { ...earlier, replayed: true };
  const where = { actor_key: { actor: key.actor, key: key.key } };
  try {
    const answer = await work();
    await database().idempotencyRecord.update({ where, data: { status: answer.status, response: answer.body ?? {} } });
    return { ...answer, replayed: false };
  } catch (error) {
    await database().idempotencyRecord.deleteMany({ where: { actor: key.actor, key: key.key, status: null, committedAt: null } });
    throw error;
  }
}

/** Marks the key as used in the transaction of the change, for verbs that make all of it in one. */
export function seal({ actor, key }: Pick<Key, "actor" | "key">): (tx: Tx) => Promise<void> {
  return async (tx) => {
    await tx.idempotencyRecord.updateMany({ where: { actor, key }, data: { committedAt: now() } });
  };
}

/** Takes the key, or returns the answer it has already. */
async function claim(key: Key): Promise<Answer | undefined> {
  const at = now();
  try {
    await database().idempotencyRecord.create({ data: { ...key, lockedUntil: later(at, lockMs) } });
    return undefined;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
  const found = await database().idempotencyRecord.findUnique({ where: { actor_key: { actor: key.actor, key: key.key } } });
  if (!found) return claim(key);
  if (found.route !== key.route || found.requestHash !== key.requestHash) throw new KeyReused();
  if (found.status !== null) return { status: found.status, body: found.response as Prisma.InputJsonValue };
  if (found.committedAt !== null && found.lockedUntil < at) throw new DoneAlready();
  const taken = await database().idempotencyRecord.updateMany({ where: { actor: key.actor, key: key.key, status: null, lockedUntil: { lt: at } }, data: { lockedUntil: later(at, lockMs) } });
  if (taken.count === 0) throw new StillWorking();
  return undefined;
}

const secret = /password|secret|token/iu;

/**
 * Tells a repeat from another request. Keyed, and without what is secret in it: whoever reads the table can check no guess against
 * it. Two requests that differ in a password alone are one; the second hears the first's answer.
 */
export const hashOf = (value: unknown): string => hmac(config().NEXTAUTH_SECRET, JSON.stringify(value, (key, one: unknown) => (secret.test(key) && typeof one === "string" ? undefined : one)));
