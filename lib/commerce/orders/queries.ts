import { addMonths, takenByTheBank } from "@/lib/commerce/subscriptions";
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
  /** Whoever paid for it, and what they wrote; empty for who comes too late. */
  giver: string;
  message: string;
  tierName: string;
  months: number;
  /** What the reader is to it: who took it, whose page it is of, who gave it; or anybody else who holds its link. */
  reader: "taker" | "creator" | "giver" | "guest";
  /** open: it can be taken. gone: its payment went back, or a bank has it. ended: it was taken, and then that happened. */
  state: "open" | "taken" | "ended" | "gone";
  /** When the membership ends; absent while nobody has taken it. */
  until: Date | undefined;
}

interface GiftRow {
  creatorId: string;
  handle: string;
  name: string;
  pageUserId: string;
  giver: string;
  fanUserId: string;
  tierName: string;
  months: number;
  message: string | null;
  redeemedAt: Date | null;
  redeemedByUserId: string | null;
  asked: boolean;
  lost: boolean;
}

/** What a gift is, for whoever holds its link. One statement by keys. @throws NotFound */
export async function readGift(ctx: Context, code: string): Promise<GiftView> {
  const [row] = await ctx.db.$queryRaw<GiftRow[]>`
    SELECT c.id AS "creatorId", c.handle::text AS handle, c.name, c."userId" AS "pageUserId", u."displayName" AS giver, o."fanUserId", t.name AS "tierName", o.months, o.message, o."redeemedAt", o."redeemedByUserId",
      EXISTS (SELECT 1 FROM "Refund" r WHERE r."saleId" = s.id AND r.state <> 'failed') AS asked,
      EXISTS (SELECT 1 FROM "Dispute" d WHERE d."saleId" = s.id AND d.stage = ANY(${takenByTheBank})) OR COALESCE((SELECT sum(r.amount) FROM "Refund" r WHERE r."saleId" = s.id AND r.state = 'succeeded'), 0) >= s.gross AS lost
    FROM "Order" o JOIN "Sale" s ON s."orderId" = o.id JOIN "CreatorProfile" c ON c.id = o."creatorId" JOIN "Tier" t ON t.id = o."tierId" JOIN "User" u ON u.id = o."fanUserId" WHERE o."giftCode" = ${code} AND o.state = 'paid'`;
  if (!row) throw new NotFound("gift");
  const reader = readerOf(row, ctx.actor.kind === "user" ? ctx.actor.userId : undefined);
  const state = row.redeemedAt ? (row.lost ? "ended" : "taken") : row.asked || row.lost ? "gone" : "open";
  const late = reader === "guest" && state !== "open";
  return { creator: { id: row.creatorId, handle: row.handle, name: row.name }, giver: late ? "" : row.giver, tierName: row.tierName, months: row.months, message: late ? "" : (row.message ?? ""), reader, state, until: row.redeemedAt ? addMonths(row.redeemedAt, row.months) : undefined };
}

function readerOf({ redeemedByUserId, pageUserId, fanUserId }: GiftRow, me: string | undefined): GiftView["reader"] {
  if (me === undefined) return "guest";
  if (me === redeemedByUserId) return "taker";
  if (me === pageUserId) return "creator";
  return me === fanUserId ? "giver" : "guest";
}
