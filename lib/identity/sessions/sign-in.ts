import { checkPassword } from "@/lib/identity/passwords";
import { audit } from "@/lib/platform/audit";
import type { Prisma, Verb } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { asId, type SessionId, type UserId } from "@/lib/platform/ids";
import { networkOf } from "@/lib/platform/http/address";
import { takeGuess, takeLimit } from "@/lib/platform/ratelimit";
import { startSession } from "./start-session";

/** Where the account was signed in lately, until its owner left; a session that was taken away is nobody's home. */
const recentlyAtHome = { where: { OR: [{ revokedAt: null }, { revokedReason: { in: ["signed out", "by its owner"] } }] }, orderBy: { lastSeenAt: "desc" }, take: 50, select: { address: true } } satisfies Prisma.User$sessionsArgs;
/** Without a trusted proxy all callers have one name, which is no place. */
const isPlace = (network: string): boolean => /[.:]/u.test(network);

/** One answer for a wrong address and a wrong password. */
class WrongCredentials extends AppError {
  constructor() {
    super("unauthenticated", "That address and password do not belong together.");
  }
}

/**
 * Signs in with a password. Tries are counted by the pair of address and account, so that guesses from one place are slowed
 * and the owner, elsewhere, is not locked out; and generously for the account alone, but never against a place it has been signed in
 * at before. That second count is of this password: a new one, set by mail, begins at nothing.
 * @throws WrongCredentials, TooManyRequests, Forbidden
 */
export async function signIn({ ctx, input }: Verb<{ email: string; password: string }>): Promise<{ userId: UserId; sessionId: SessionId }> {
  const network = networkOf(ctx.address);
  await takeLimit("sign-in", { actor: `${network}:${input.email}`, address: ctx.address });
  const user = await ctx.db.user.findUnique({ where: { email: input.email }, select: { id: true, passwordHash: true, sessions: recentlyAtHome } });
  const atHome = user?.sessions.some(({ address }) => isPlace(network) && networkOf(address) === network);
  if (!atHome) await takeGuess(`${input.email}:${user?.passwordHash ?? ""}`);
  const right = await checkPassword(user?.passwordHash, input.password);
  if (!user || !right) throw new WrongCredentials();
  return ctx.transaction(async (tx) => {
    // Locked, so that a password set anew while this one was compared has ended it, and its sessions with it.
    const [now] = await tx.$queryRaw<{ passwordHash: string | null }[]>`SELECT "passwordHash" FROM "User" WHERE id = ${user.id} FOR SHARE`;
    if (now?.passwordHash !== user.passwordHash) throw new WrongCredentials();
    const sessionId = await startSession(tx, ctx, user.id);
    audit(tx, ctx, "user.signed-in", { subject: user.id, sessionId, by: "password" });
    return { userId: asId("user", user.id), sessionId };
  });
}
