import { addMonths } from "@/lib/commerce/subscriptions";
import { config } from "@/lib/platform/config";
import type { Context } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { asId, type OrderId } from "@/lib/platform/ids";
import type { OrderView } from "./schema";

interface Row {
  id: string;
  kind: OrderView["kind"];
  state: OrderView["state"];
  url: string | null;
  handle: string;
  name: string;
  tierName: string | null;
  months: number | null;
  amount: number;
  currency: string;
  message: string | null;
  giftCode: string | null;
  redeemedAt: Date | null;
  title: string | null;
  posts: { id: string; price: number }[] | null;
}

/** One's own order. @throws NotFound */
export async function readOrder(ctx: Context, orderId: OrderId): Promise<OrderView> {
  const fan = ctx.actor.kind === "user" ? ctx.actor.userId : "";
  const [row] = await ctx.db.$queryRaw<Row[]>`
    SELECT o.id, o.kind, CASE WHEN o."undoneAt" IS NULL THEN o.state::text ELSE 'returned' END AS state, o.title, (SELECT json_agg(json_build_object('id', op."postId", 'price', op.price)) FROM "OrderPost" op WHERE op."orderId" = o.id) AS posts, o.url, c.handle::text AS handle, c.name, t.name AS "tierName", o.months, o.amount, o.currency, o.message, o."giftCode", o."redeemedAt"
    FROM "Order" o JOIN "CreatorProfile" c ON c.id = o."creatorId" LEFT JOIN "Tier" t ON t.id = o."tierId" WHERE o.id = ${orderId} AND o."fanUserId" = ${fan}`;
  if (!row) throw new NotFound("payment");
  return {
    id: asId("order", row.id), kind: row.kind, state: row.state, url: row.state === "open" ? row.url : null, creator: { handle: row.handle, name: row.name }, tierName: row.tierName, months: row.months, amount: row.amount, currency: row.currency, message: row.message ?? "",
    giftLink: row.giftCode !== null && row.state === "paid" ? `${config().APP_URL}/gift/${row.giftCode}` : null, redeemed: row.redeemedAt !== null, title: row.title,
    posts: (row.posts ?? []).map(({ id, price }) => ({ id: asId("post", id), price })),
  };
}

export interface GiftView {
  creator: { id: string; handle: string; name: string };
  /** Whoever paid for it: their name, as they chose it. */
  giver: string;
  tierName: string;
  months: number;
  message: string;
  /** What the reader is to it: who took it, who gave it, whose page it is of; or somebody who may take it, if nobody has. */
  reader: "taker" | "giver" | "creator" | "guest";
  /** When the membership ends; absent while nobody has taken it. */
  until: Date | undefined;
}

/** What a gift is, for whoever holds its link. @throws NotFound */
export async function readGift(ctx: Context, code: string): Promise<GiftView> {
  const [row] = await ctx.db.$queryRaw<{ creatorId: string; handle: string; name: string; pageUserId: string; giver: string; fanUserId: string; tierName: string; months: number; message: string | null; redeemedAt: Date | null; redeemedByUserId: string | null }[]>`
    SELECT c.id AS "creatorId", c.handle::text AS handle, c.name, c."userId" AS "pageUserId", u."displayName" AS giver, o."fanUserId", t.name AS "tierName", o.months, o.message, o."redeemedAt", o."redeemedByUserId"
    FROM "Order" o JOIN "CreatorProfile" c ON c.id = o."creatorId" JOIN "Tier" t ON t.id = o."tierId" JOIN "User" u ON u.id = o."fanUserId" WHERE o."giftCode" = ${code} AND o.state = 'paid'`;
  if (!row) throw new NotFound("gift");
  const me = ctx.actor.kind === "user" ? ctx.actor.userId : undefined;
  const reader = me === undefined ? "guest" : me === row.redeemedByUserId ? "taker" : me === row.pageUserId ? "creator" : me === row.fanUserId ? "giver" : "guest";
  return { creator: { id: row.creatorId, handle: row.handle, name: row.name }, giver: row.giver, tierName: row.tierName, months: row.months, message: row.message ?? "", reader, until: row.redeemedAt ? addMonths(row.redeemedAt, row.months) : undefined };
}
