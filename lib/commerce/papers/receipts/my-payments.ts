import { mayWithdrawFrom, withdrawalDays } from "@/lib/commerce/subscriptions";
import { days, later } from "@/lib/platform/clock";
import { type Context, Prisma } from "@/lib/platform/db";
import { asId } from "@/lib/platform/ids";
import { decodeCursor, type Page, type PageQuery, toPage } from "@/lib/platform/lists";
import type { PaymentView } from "./schema";
import { stateOf } from "./state-of";

interface Row {
  id: string;
  kind: PaymentView["kind"];
  occurredAt: Date;
  handle: string;
  name: string;
  tierName: string | null;
  title: string | null;
  postId: string | null;
  orderId: string | null;
  country: string | null;
  amount: number;
  returned: number;
  currency: string;
  stage: string | null;
}

/** One's own payments, newest first, with what became of each. One statement through Sale(fanUserId, occurredAt, id). */
export async function myPayments(ctx: Context, { limit, cursor }: PageQuery): Promise<Page<PaymentView>> {
  const fan = ctx.actor.kind === "user" ? ctx.actor.userId : "";
  const position = decodeCursor(cursor);
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT s.id, s.kind, s."occurredAt", c.handle::text AS handle, c.name, t.name AS "tierName", o.title, o."postId", o.country, s."orderId", s.gross AS amount, s.currency,
      coalesce((SELECT sum(r.amount)::int FROM "Refund" r WHERE r."saleId" = s.id AND r.state = 'succeeded'), 0) AS returned,
      (SELECT d.stage FROM "Dispute" d WHERE d."saleId" = s.id ORDER BY d."openedAt" DESC LIMIT 1) AS stage
    FROM "Sale" s JOIN "CreatorProfile" c ON c.id = s."creatorId" LEFT JOIN "Tier" t ON t.id = s."tierId" LEFT JOIN "Order" o ON o.id = s."orderId"
    WHERE s."fanUserId" = ${fan} ${position ? Prisma.sql`AND (s."occurredAt", s.id) < (${position.at}, ${position.id})` : Prisma.empty} ORDER BY s."occurredAt" DESC, s.id DESC LIMIT ${limit + 1}`;
  return toPage(rows, limit, (row) => ({ at: row.occurredAt, id: row.id }), (row) => toPayment(row, ctx.now));
}

function toPayment({ id, kind, occurredAt, handle, name, tierName, title, postId, orderId, country, amount, returned, currency, stage }: Row, now: Date): PaymentView {
  const withdrawable = (kind === "post" || kind === "bundle") && mayWithdrawFrom(country) && occurredAt > later(now, -days(withdrawalDays + 2)) && returned < amount;
  return {
    id: asId("sale", id), kind, paidAt: occurredAt.toISOString(), creator: { handle, name }, tierName, title, postId: postId === null ? null : asId("post", postId), orderId: withdrawable && orderId !== null ? asId("order", orderId) : null,
    amount, returned, currency, state: stateOf({ amount, returned, stage }),
  };
}
