import { type Actor, type Context, Prisma } from "@/lib/platform/db";
import { grantHolds } from "./queries";

/** Whether a viewer holds what was paid for and has never opened any of it; a column of another statement. */
export function unusedGrant(actor: Actor, creatorId: Prisma.Sql, now: Date): Prisma.Sql {
  if (actor.kind !== "user") return Prisma.sql`false`;
  return Prisma.sql`EXISTS (SELECT 1 FROM "Grant" g WHERE g."userId" = ${actor.userId} AND g."creatorId" = ${creatorId} AND g.source = 'subscription' AND g."firstUsedAt" IS NULL AND ${grantHolds(now)})`;
}

/** Notes that what a membership opens has been opened: once. Through Grant(userId, creatorId). */
export async function noteUse(ctx: Context, creatorId: string): Promise<void> {
  if (ctx.actor.kind !== "user") return;
  await ctx.db.grant.updateMany({ where: { userId: ctx.actor.userId, creatorId, source: "subscription", firstUsedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: ctx.now } }] }, data: { firstUsedAt: ctx.now } });
}
