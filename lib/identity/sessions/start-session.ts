import { explainLack } from "@/lib/identity/standing";
import { later } from "@/lib/platform/clock";
import type { Context, Tx } from "@/lib/platform/db";
import { Forbidden } from "@/lib/platform/errors";
import { newId, type SessionId } from "@/lib/platform/ids";
import { sessionLastsMs } from "./rules";

/** Opens a session on this device, inside the caller's transaction. @throws Forbidden when the account may not sign in */
export async function startSession(tx: Tx, ctx: Context, userId: string): Promise<SessionId> {
  const barred = await tx.restriction.count({ where: { userId, capability: "sign_in", liftedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: ctx.now } }] } });
  if (barred > 0) throw new Forbidden(explainLack("sign_in"));
  const id = newId("session");
  await tx.session.create({ data: { id, userId, createdAt: ctx.now, lastSeenAt: ctx.now, expiresAt: later(ctx.now, sessionLastsMs), userAgent: ctx.userAgent, address: ctx.address } });
  return id;
}
