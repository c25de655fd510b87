import { sellsBundles } from "@/lib/commerce/bundles";
import { heldRank, standingOf, type ViewerStanding } from "@/lib/content/access";
import { type Context, Prisma } from "@/lib/platform/db";
import { asId, type SubscriptionId } from "@/lib/platform/ids";

export interface Membership {
  id: SubscriptionId;
  tierName: string;
  amount: number;
  currency: string;
  status: "active" | "past_due";
  currentPeriodEnd: Date;
  cancelled: boolean;
}

/** What the one who asks is to a creator. */
export interface Relation {
  standing: ViewerStanding;
  following: boolean;
  membership: Membership | undefined;
  /** The page sells bundles; not asked for a visitor and the creator, for whom nothing is asked. */
  bundles?: boolean;
}

type Row = { bundles: boolean; following: boolean; rank: number | null; id: string | null; tierName: string | null; amount: number | null; currency: string | null; status: "active" | "past_due" | null; currentPeriodEnd: Date | null; cancelRequestedAt: Date | null };

/** All that a creator's page wants to know of its viewer, in one statement; none for a visitor or the creator. */
export async function relationTo(ctx: Context, creatorId: string): Promise<Relation> {
  const { actor } = ctx;
  if (actor.kind !== "user") return { standing: { kind: "stranger" }, following: false, membership: undefined };
  if (actor.creatorId === creatorId) return { standing: { kind: "owner" }, following: false, membership: undefined };
  const [row] = await ctx.db.$queryRaw<Row[]>`
    SELECT EXISTS (SELECT 1 FROM "Follow" f WHERE f."userId" = ${actor.userId} AND f."creatorId" = ${creatorId}) AS following, ${sellsBundles(Prisma.sql`${creatorId}`)} AS bundles,
      ${heldRank(actor, Prisma.sql`${creatorId}`, ctx.now)} AS rank,
      s.id, s."tierName", s.amount, s.currency, s.status::text AS status, s."currentPeriodEnd", s."cancelRequestedAt"
    FROM (SELECT 1) AS one LEFT JOIN LATERAL (
      SELECT s.id, t.name AS "tierName", s.amount, s.currency, s.status, s."currentPeriodEnd", s."cancelRequestedAt" FROM "Subscription" s JOIN "Tier" t ON t.id = s."tierId"
      WHERE s."fanUserId" = ${actor.userId} AND s."creatorId" = ${creatorId} AND s.status <> 'ended' LIMIT 1) AS s ON true`;
  return { standing: standingOf(actor, creatorId, row?.rank ?? null), following: row?.following ?? false, membership: row && membershipOf(row), bundles: row?.bundles ?? false };
}

function membershipOf({ id, tierName, amount, currency, status, currentPeriodEnd, cancelRequestedAt }: Row): Membership | undefined {
  if (id === null || tierName === null || amount === null || currency === null || status === null || currentPeriodEnd === null) return undefined;
  return { id: asId("subscription", id), tierName, amount, currency, status, currentPeriodEnd, cancelled: cancelRequestedAt !== null };
}
