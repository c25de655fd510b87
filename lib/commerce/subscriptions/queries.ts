import { holdsAt, leftOf, sayTerms, type Terms } from "@/lib/commerce/promotions";
import { type Context, type Database, Prisma } from "@/lib/platform/db";
import { NotFound, Unauthenticated } from "@/lib/platform/errors";
import { asId, type SubscriptionId } from "@/lib/platform/ids";
import { decodeCursor, type Page, type PageQuery, toPage } from "@/lib/platform/lists";
import { sayRefusal } from "./dunning/say-refusal";
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
  interval: SubscriptionView["interval"];
  status: SubscriptionView["status"];
  startedAt: Date;
  currentPeriodEnd: Date;
  trialEndsAt: Date | null;
  cancelRequestedAt: Date | null;
  endedAt: Date | null;
  overdueAmount: number | null;
  overdueReason: string | null;
  nextTryAt: Date | null;
  accessEndsAt: Date | null;
  pauseMonths: number | null;
  pauseStartsAt: Date | null;
  resumesAt: Date | null;
  changeId: string | null;
  changeState: "paying" | "scheduled" | null;
  changeTier: string | null;
  changeAmount: number | null;
  changeInterval: SubscriptionView["interval"] | null;
  takesEffectAt: Date | null;
  code: string | null;
  percentOff: number | null;
  amountOff: number | null;
  duration: Terms["duration"] | null;
  months: number | null;
}

/** Each of the joined has one open row at most: partial unique indexes hold that, and one bill is asked for at a time. */
const selectMembership = Prisma.sql`
  SELECT s.id, s."creatorId", c.handle::text AS handle, c.name, c."artMediaId", c.accent, s."tierId", t.name AS "tierName", s.amount, s.currency, s.interval, s.status::text AS status,
    s."startedAt", s."currentPeriodEnd", s."trialEndsAt", s."cancelRequestedAt", s."endedAt",
    o.amount AS "overdueAmount", o.reason AS "overdueReason", o."nextTryAt", o."accessEndsAt",
    p.months AS "pauseMonths", p."startsAt" AS "pauseStartsAt", p."resumesAt",
    g.id AS "changeId", g.state AS "changeState", gt.name AS "changeTier", g."toAmount" AS "changeAmount", g."toInterval" AS "changeInterval", g."takesEffectAt",
    code.code, code."percentOff", code."amountOff", code.duration, code.months
  FROM "Subscription" s JOIN "CreatorProfile" c ON c.id = s."creatorId" JOIN "Tier" t ON t.id = s."tierId"
    LEFT JOIN LATERAL (SELECT * FROM "Overdue" late WHERE late."subscriptionId" = s.id AND late."closedAt" IS NULL ORDER BY late."failedAt" DESC LIMIT 1) o ON true
    LEFT JOIN "MembershipPause" p ON p."subscriptionId" = s.id AND p."endedAt" IS NULL
    LEFT JOIN "SubscriptionChange" g ON g."subscriptionId" = s.id AND g.state IN ('paying', 'scheduled') LEFT JOIN "Tier" gt ON gt.id = g."toTierId"
    LEFT JOIN "Checkout" k ON k.id = s."checkoutId" LEFT JOIN "Promotion" code ON code.id = k."promotionId"`;

const iso = (date: Date): string => date.toISOString();
const isoOrNull = (date: Date | null): string | null => date && iso(date);

const toView = (row: Row, now: Date): SubscriptionView => ({
  id: asId("subscription", row.id),
  creator: { id: asId("creator", row.creatorId), handle: row.handle, name: row.name, artMediaId: row.artMediaId === null ? null : asId("media", row.artMediaId), accent: row.accent },
  tier: { id: asId("tier", row.tierId), name: row.tierName },
  amount: row.amount,
  currency: row.currency,
  interval: row.interval,
  status: row.status,
  startedAt: iso(row.startedAt),
  // What was withdrawn from or not paid ended before its period did.
  currentPeriodEnd: iso(row.endedAt && row.endedAt < row.currentPeriodEnd ? row.endedAt : row.currentPeriodEnd),
  trialEndsAt: row.trialEndsAt && row.trialEndsAt > now ? iso(row.trialEndsAt) : null,
  cancelled: row.cancelRequestedAt !== null,
  overdue: row.overdueAmount === null || row.accessEndsAt === null ? null : { amount: row.overdueAmount, why: sayRefusal(row.overdueReason), nextTryAt: isoOrNull(row.nextTryAt), accessEndsAt: iso(row.accessEndsAt) },
  pause: row.pauseMonths === null || !row.pauseStartsAt || !row.resumesAt ? null : { months: row.pauseMonths, startsAt: iso(row.pauseStartsAt), resumesAt: iso(row.resumesAt) },
  change: toChange(row),
  discount: toDiscount(row),
});

/** What a code takes off the next payment; of one that is used up there is nothing to say. */
function toDiscount({ code, percentOff, amountOff, currency, duration, months, startedAt, currentPeriodEnd, status, amount, changeState, changeAmount }: Row): SubscriptionView["discount"] {
  if (code === null || duration === null || status === "ended") return null;
  const terms = { percentOff, amountOff, currency, duration, months };
  if (!holdsAt(terms, startedAt, currentPeriodEnd)) return null;
  return { code, words: sayTerms(terms), nextAmount: leftOf(terms, changeState === "scheduled" && changeAmount !== null ? changeAmount : amount) };
}

function toChange({ changeId, changeState, changeTier, changeAmount, changeInterval, interval, takesEffectAt }: Row): SubscriptionView["change"] {
  if (changeId === null || changeState === null || changeTier === null || changeAmount === null || !takesEffectAt) return null;
  return { id: asId("subscriptionChange", changeId), state: changeState, tierName: changeTier, amount: changeAmount, interval: changeInterval ?? interval, takesEffectAt: iso(takesEffectAt) };
}

/** One's own memberships, newest first, ended ones among them. One statement through Subscription(fanUserId, startedAt, id). @throws Unauthenticated */
export async function mySubscriptions(ctx: Context, { limit, cursor }: PageQuery): Promise<Page<SubscriptionView>> {
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  const position = decodeCursor(cursor);
  const rows = await ctx.db.$queryRaw<Row[]>`${selectMembership}
    WHERE s."fanUserId" = ${ctx.actor.userId} ${position ? Prisma.sql`AND (s."startedAt", s.id) < (${position.at}, ${position.id})` : Prisma.empty} ORDER BY s."startedAt" DESC, s.id DESC LIMIT ${limit + 1}`;
  return toPage(rows, limit, (row) => ({ at: row.startedAt, id: row.id }), (row) => toView(row, ctx.now));
}

/** One of one's own memberships. One statement by primary key. @throws NotFound, Unauthenticated */
export async function mySubscription(ctx: Context, subscriptionId: SubscriptionId): Promise<SubscriptionView> {
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  const [row] = await ctx.db.$queryRaw<Row[]>`${selectMembership} WHERE s.id = ${subscriptionId} AND s."fanUserId" = ${ctx.actor.userId}`;
  if (!row) throw new NotFound("membership");
  return toView(row, ctx.now);
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
