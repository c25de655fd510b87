import { encodeTime } from "ulid";
import { isStop } from "@/lib/commerce/subscriptions";
import { days, hours, later } from "@/lib/platform/clock";
import type { Database, Tx } from "@/lib/platform/db";
import type { DisputeModel, SaleModel } from "@/lib/platform/db/generated/models";

interface SignIn {
  startedAt: Date;
  lastSeenAt: Date;
  address: string;
  device: string;
}

/** What really happened around a payment, from our rows. What we do not record is not in here, and is never made up. */
export interface EvidenceFacts {
  sale: SaleModel;
  fan: { name: string; email: string; since: Date };
  /** `what`: "membership “Front row” of Marisol". */
  product: { creator: string; what: string; benefits: string[] };
  checkout: { startedAt: Date; paidAt: Date | undefined } | undefined;
  /** Absent: our checkout did not ask this fan, so nothing is recorded. */
  terms: { version: string; at: Date } | undefined;
  signIns: SignIn[];
  /** Signed in when the payment page was opened (for a renewal: when it was charged). `address` only where there is no doubt which it was. */
  atCheckout: { startedAt: Date; address: string | undefined } | undefined;
  access: { from: Date; firstUsedAt: Date | undefined } | undefined;
  deliveries: { at: Date; kind: string; title: string; address: string }[];
  mails: { what: string; sentAt: Date }[];
  paidBefore: { at: Date; gross: number }[];
  refunds: { at: Date; amount: number }[];
  cancelRequestedAt: Date | undefined;
  endedAt: Date | undefined;
  /** Other payments of the same amount to the same page within a day. */
  lookalikes: { at: Date; charge: string; gross: number }[];
  additions: { at: Date; text: string | undefined; fileName: string | undefined }[];
}

const most = { signIns: 30, deliveries: 150, payments: 24 };

/** All that is known for the evidence of one dispute; about fourteen small reads, each through an index. */
export async function gatherFacts(db: Database | Tx, dispute: Pick<DisputeModel, "id" | "saleId">, now: Date): Promise<EvidenceFacts> {
  const sale = await db.sale.findUniqueOrThrow({ where: { id: dispute.saleId }, include: { order: { include: { posts: true, consent: true } }, subscription: { include: { checkout: { include: { consent: true } } } }, refunds: { where: { state: "succeeded" }, take: 50 } } });
  const { subscription, order, refunds, ...plain } = sale;
  const fan = await db.user.findUniqueOrThrow({ where: { id: sale.fanUserId }, select: { displayName: true, email: true, createdAt: true } });
  const signIns = await signInsOf(db, sale, now);
  const checkout = subscription?.checkout ?? undefined;
  const began = order ? { startedAt: order.createdAt, paidAt: order.paidAt ?? undefined } : checkout && { startedAt: checkout.createdAt, paidAt: checkout.completedAt ?? undefined };
  const consent = order?.consent ?? checkout?.consent ?? undefined;
  const bought = order && order.posts.length > 0 ? order.posts.map(({ postId }) => postId) : undefined;
  const first = began && sale.occurredAt < later(began.startedAt, hours(6));
  return {
    sale: plain,
    fan: { name: fan.displayName, email: fan.email, since: fan.createdAt },
    product: await productOf(db, sale, order?.title ?? null),
    checkout: began,
    terms: consent ? { version: consent.textVersion, at: consent.consentedAt } : undefined,
    signIns,
    atCheckout: await signedInAt(db, sale.fanUserId, first ? began.startedAt : sale.occurredAt),
    access: await accessOf(db, sale),
    deliveries: await deliveriesOf(db, sale, now, bought),
    mails: await mailsOf(db, sale),
    paidBefore: await paidBefore(db, sale),
    refunds: refunds.map(({ requestedAt, succeededAt, amount }) => ({ at: succeededAt ?? requestedAt, amount })),
    // Not when it is we who stopped it, over this very dispute.
    cancelRequestedAt: subscription && !isStop(subscription.cancelReasonCode) ? (subscription.cancelRequestedAt ?? undefined) : undefined,
    endedAt: subscription?.endedAt ?? undefined,
    lookalikes: await lookalikesOf(db, sale),
    additions: (await db.disputeAddition.findMany({ where: { disputeId: dispute.id, readyAt: { not: null } }, orderBy: { createdAt: "asc" }, take: 50 })).map(({ createdAt, text, fileName }) => ({ at: createdAt, text: text ?? undefined, fileName: fileName ?? undefined })),
  };
}

async function productOf(db: Database | Tx, { creatorId, tierId, kind }: SaleModel, title: string | null): Promise<EvidenceFacts["product"]> {
  const page = await db.creatorProfile.findUnique({ where: { id: creatorId }, select: { name: true } });
  if (kind === "post" || kind === "bundle") return { creator: page?.name ?? "a creator", what: `${kind} “${title ?? ""}” of ${page?.name ?? "a creator"}, bought for good`, benefits: [] };
  const tier = tierId === null ? null : await db.tier.findUnique({ where: { id: tierId }, select: { name: true, benefits: true } });
  const creator = page?.name ?? "a creator";
  const membership = `membership “${tier?.name ?? ""}” of ${creator}`;
  const what = kind === "tip" ? `tip, given freely to ${creator}` : kind === "gift" ? `${membership}, bought as a gift` : membership;
  return { creator, what, benefits: kind === "tip" ? [] : (tier?.benefits ?? []) };
}

async function signInsOf(db: Database | Tx, { fanUserId, occurredAt }: SaleModel, now: Date): Promise<SignIn[]> {
  const rows = await db.session.findMany({ where: { userId: fanUserId, lastSeenAt: { gte: later(occurredAt, -days(30)) }, createdAt: { lte: now } }, orderBy: { lastSeenAt: "asc" }, take: most.signIns });
  return rows.map(({ createdAt, lastSeenAt, address, userAgent }) => ({ startedAt: createdAt, lastSeenAt, address, device: userAgent }));
}

async function signedInAt(db: Database | Tx, userId: string, at: Date): Promise<EvidenceFacts["atCheckout"]> {
  const rows = await db.session.findMany({ where: { userId, createdAt: { lte: at }, expiresAt: { gt: at }, OR: [{ revokedAt: null }, { revokedAt: { gt: at } }] }, orderBy: { createdAt: "desc" }, take: most.signIns });
  const [last] = rows;
  if (!last) return undefined;
  const sure = last.address !== "" && rows.every(({ address }) => address === last.address);
  return { startedAt: last.createdAt, address: sure ? last.address : undefined };
}

async function accessOf(db: Database | Tx, { subscriptionId, orderId }: SaleModel): Promise<EvidenceFacts["access"]> {
  const posts = orderId === null ? [] : await db.postGrant.findMany({ where: { source: "purchase", sourceId: orderId }, orderBy: { firstUsedAt: { sort: "asc", nulls: "last" } }, select: { startsAt: true, firstUsedAt: true }, take: 1 });
  if (posts[0]) return { from: posts[0].startsAt, firstUsedAt: posts[0].firstUsedAt ?? undefined };
  const grant = subscriptionId === null ? null : await db.grant.findUnique({ where: { source_sourceId: { source: "subscription", sourceId: subscriptionId } }, select: { startsAt: true, firstUsedAt: true } });
  return grant ? { from: grant.startsAt, firstUsedAt: grant.firstUsedAt ?? undefined } : undefined;
}

/** `bought`: of a post or bundle, what it opened counts and nothing else. */
async function deliveriesOf(db: Database | Tx, { fanUserId, creatorId, occurredAt }: SaleModel, now: Date, bought: string[] | undefined): Promise<EvidenceFacts["deliveries"]> {
  const rows = await db.contentDelivery.findMany({ where: { userId: fanUserId, creatorId, ...(bought ? { postId: { in: bought } } : {}), at: { gte: occurredAt, lte: now } }, orderBy: { at: "asc" }, take: most.deliveries });
  const posts = await db.post.findMany({ where: { id: { in: [...new Set(rows.map(({ postId }) => postId))] } }, select: { id: true, title: true, kind: true }, take: most.deliveries });
  const titles = new Map(posts.map(({ id, title, kind }) => [id, title === "" ? `a ${kind} post` : title]));
  return rows.map(({ at, kind, postId, address }) => ({ at, kind, title: titles.get(postId) ?? "a post that was deleted since", address }));
}

/** An event's id holds its time: the few of the hours after the payment are looked through, by key. */
async function mailsOf(db: Database | Tx, { id, occurredAt }: SaleModel): Promise<EvidenceFacts["mails"]> {
  const edge = (at: Date): string => `evn_${encodeTime(at.getTime(), 10)}`;
  const rows = await db.$queryRaw<{ sentAt: Date }[]>`
    SELECT m."sentAt" FROM "OutboxEvent" e JOIN "SentMail" m ON m.reference = e.id AND m.category = 'receipt'
    WHERE e.id >= ${edge(later(occurredAt, -hours(1)))} AND e.id < ${edge(later(occurredAt, days(3)))} AND e.type = 'sale.recorded' AND e.payload->>'saleId' = ${id} LIMIT 3`;
  return rows.map(({ sentAt }) => ({ what: "the receipt of this payment", sentAt }));
}

async function paidBefore(db: Database | Tx, { fanUserId, creatorId, occurredAt, id }: SaleModel): Promise<EvidenceFacts["paidBefore"]> {
  const rows = await db.$queryRaw<{ at: Date; gross: number }[]>`
    SELECT s."occurredAt" AS at, s.gross FROM "Sale" s WHERE s."fanUserId" = ${fanUserId} AND s."creatorId" = ${creatorId} AND s."occurredAt" < ${occurredAt} AND s.id <> ${id}
      AND NOT EXISTS (SELECT 1 FROM "Dispute" d WHERE d."saleId" = s.id) ORDER BY s."occurredAt" DESC LIMIT ${most.payments}`;
  return rows;
}

async function lookalikesOf(db: Database | Tx, sale: SaleModel): Promise<EvidenceFacts["lookalikes"]> {
  const rows = await db.sale.findMany({ where: { fanUserId: sale.fanUserId, creatorId: sale.creatorId, gross: sale.gross, id: { not: sale.id }, occurredAt: { gte: later(sale.occurredAt, -days(1)), lte: later(sale.occurredAt, days(1)) } }, take: 5 });
  return rows.map(({ occurredAt, providerCharge, gross }) => ({ at: occurredAt, charge: providerCharge, gross }));
}
