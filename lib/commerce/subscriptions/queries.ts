import { type Context, type Database, Prisma } from "@/lib/platform/db";
import { Unauthenticated } from "@/lib/platform/errors";
import { asId } from "@/lib/platform/ids";
import { decodeCursor, type Page, type PageQuery, toPage } from "@/lib/platform/lists";
import type { SubscriptionView } from "./schema";

interface Row {
  id: string;
  creatorId: string;
  handle: string;
  name: string;
  artMediaId: string | null;
  accent: string | null;
  tierId: string;
  tierName: string;
  amount: number;
  currency: string;
  status: SubscriptionView["status"];
  startedAt: Date;
  currentPeriodEnd: Date;
  cancelRequestedAt: Date | null;
}

const toView = (row: Row): SubscriptionView => ({
  id: asId("subscription", row.id),
  creator: { id: asId("creator", row.creatorId), handle: row.handle, name: row.name, artMediaId: row.artMediaId === null ? null : asId("media", row.artMediaId), accent: row.accent },
  tier: { id: asId("tier", row.tierId), name: row.tierName },
  amount: row.amount,
  currency: row.currency,
  status: row.status,
  startedAt: row.startedAt.toISOString(),
  currentPeriodEnd: row.currentPeriodEnd.toISOString(),
  cancelled: row.cancelRequestedAt !== null,
});

/** One's own memberships, newest first, ended ones among them. One statement through Subscription(fanUserId, startedAt, id). @throws Unauthenticated */
export async function mySubscriptions(ctx: Context, { limit, cursor }: PageQuery): Promise<Page<SubscriptionView>> {
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  const position = decodeCursor(cursor);
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT s.id, s."creatorId", c.handle::text AS handle, c.name, c."artMediaId", c.accent, s."tierId", t.name AS "tierName", s.amount, s.currency, s.status::text AS status, s."startedAt", s."currentPeriodEnd", s."cancelRequestedAt"
    FROM "Subscription" s JOIN "CreatorProfile" c ON c.id = s."creatorId" JOIN "Tier" t ON t.id = s."tierId"
    WHERE s."fanUserId" = ${ctx.actor.userId} ${position ? Prisma.sql`AND (s."startedAt", s.id) < (${position.at}, ${position.id})` : Prisma.empty} ORDER BY s."startedAt" DESC, s.id DESC LIMIT ${limit + 1}`;
  return toPage(rows, limit, (row) => ({ at: row.startedAt, id: row.id }), toView);
}

/** The living membership of a fan with a creator, if there is one; through the unique index of the living. */
export async function livingSubscription(db: Pick<Database, "subscription">, fanUserId: string, creatorId: string): Promise<{ id: string; tierId: string; currentPeriodEnd: Date; cancelRequestedAt: Date | null } | null> {
  return db.subscription.findFirst({ where: { fanUserId, creatorId, status: { not: "ended" } }, select: { id: true, tierId: true, currentPeriodEnd: true, cancelRequestedAt: true } });
}

/** How many are in each tier of a creator now; from the index of the living alone. */
export async function membersByTier(db: Database, creatorId: string): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ tierId: string; members: number }[]>`SELECT "tierId", count(*)::int AS members FROM "Subscription" WHERE "creatorId" = ${creatorId} AND status <> 'ended' GROUP BY "tierId"`;
  return new Map(rows.map((row) => [row.tierId, row.members]));
}
