import { type Context } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { sellerLines } from "../seller";
import { stateOf } from "./state-of";
import type { PaymentState } from "./schema";

export interface ReceiptFacts {
  saleId: string;
  kind: "subscription" | "tip" | "gift" | "post" | "bundle";
  paidAt: Date;
  seller: string[];
  buyer: { name: string; email: string };
  creator: { name: string; handle: string };
  /** Whom else the page's owner shares this payment with. */
  shared: boolean;
  tierName: string | null;
  interval: string | null;
  months: number | null;
  /** What a post or bundle was called, and how many posts it opened. */
  title: string | null;
  posts: number;
  /** The rest of a period, after another amount was chosen in its middle. */
  midway: boolean;
  /** Of which rhythm something was left and given back, when this began another. */
  lessOf: string | null;
  gross: number;
  platformFee: number;
  processingFee: number;
  net: number;
  /** What a code took off, and which. */
  discount: number;
  code: string | null;
  currency: string;
  charge: string;
  state: PaymentState;
  refunds: { id: string; amount: number; state: "pending" | "succeeded"; at: Date }[];
}

type Row = Omit<ReceiptFacts, "seller" | "buyer" | "creator" | "refunds" | "state"> & { buyerName: string; email: string; name: string; handle: string; stage: string | null };

/** All a receipt says, for the fan who paid. Two statements. @throws NotFound for everybody else */
export async function receiptFacts(ctx: Context, saleId: string): Promise<ReceiptFacts> {
  const fan = ctx.actor.kind === "user" ? ctx.actor.userId : "";
  const [row] = await ctx.db.$queryRaw<Row[]>`
    SELECT s.id AS "saleId", s.kind, s."occurredAt" AS "paidAt", u."displayName" AS "buyerName", u.email::text AS email, c.name, c.handle::text AS handle, t.name AS "tierName", coalesce(s.interval, b.interval) AS interval, o.months, o.title, s.discount, p.code, (SELECT count(*)::int FROM "OrderPost" op WHERE op."orderId" = o.id) AS posts,
      s.gross, s."platformFee", s."processingFee", s.net, s.currency, s."providerCharge" AS charge,
      EXISTS (SELECT 1 FROM "SaleShare" h WHERE h."saleId" = s.id AND h."creatorId" <> s."creatorId") AS shared,
      EXISTS (SELECT 1 FROM "SubscriptionChange" g WHERE g."subscriptionId" = s."subscriptionId" AND g.state = 'applied' AND g."fromInterval" = g."toInterval" AND g."dueToday" = s.gross AND s."occurredAt" BETWEEN g."askedAt" - interval '1 hour' AND coalesce(g."closedAt", g."askedAt") + interval '1 hour') AS midway,
      (SELECT g."fromInterval" FROM "SubscriptionChange" g WHERE g."subscriptionId" = s."subscriptionId" AND g.state = 'applied' AND g."fromInterval" <> g."toInterval" AND g."dueToday" = s.gross AND s."occurredAt" BETWEEN g."askedAt" - interval '1 hour' AND coalesce(g."closedAt", g."askedAt") + interval '1 hour' LIMIT 1) AS "lessOf",
      (SELECT d.stage FROM "Dispute" d WHERE d."saleId" = s.id ORDER BY d."openedAt" DESC LIMIT 1) AS stage
    FROM "Sale" s JOIN "User" u ON u.id = s."fanUserId" JOIN "CreatorProfile" c ON c.id = s."creatorId" LEFT JOIN "Tier" t ON t.id = s."tierId" LEFT JOIN "Subscription" b ON b.id = s."subscriptionId" LEFT JOIN "Order" o ON o.id = s."orderId" LEFT JOIN "Promotion" p ON p.id = s."promotionId"
    WHERE s.id = ${saleId} AND s."fanUserId" = ${fan}`;
  if (!row) throw new NotFound("receipt");
  const refunds = await ctx.db.refund.findMany({ where: { saleId, state: { in: ["pending", "succeeded"] } }, orderBy: { requestedAt: "asc" }, take: 100 });
  const { buyerName, email, name, handle, stage, ...rest } = row;
  const returned = refunds.filter(({ state }) => state === "succeeded").reduce((sum, { amount }) => sum + amount, 0);
  return {
    ...rest, seller: sellerLines(), buyer: { name: buyerName, email }, creator: { name, handle }, state: stateOf({ amount: row.gross, returned, stage }),
    refunds: refunds.map(({ id, amount, state, succeededAt, requestedAt }) => ({ id, amount, state: state === "succeeded" ? "succeeded" : "pending", at: succeededAt ?? requestedAt })),
  };
}
