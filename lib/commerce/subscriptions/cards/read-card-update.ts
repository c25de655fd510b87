import type { Context } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { asId, type CardUpdateId } from "@/lib/platform/ids";
import { sayRefusal } from "../dunning/say-refusal";
import type { CardUpdateView } from "../schema";

/** One's own visit to the card page. One statement by primary key. @throws NotFound */
export async function readCardUpdate(ctx: Context, cardUpdateId: CardUpdateId): Promise<CardUpdateView> {
  const fanUserId = ctx.actor.kind === "user" ? ctx.actor.userId : "";
  const row = await ctx.db.cardUpdate.findUnique({ where: { id: cardUpdateId, fanUserId }, include: { subscription: { select: { status: true } } } });
  if (!row) throw new NotFound("card page");
  return {
    id: asId("cardUpdate", row.id),
    subscriptionId: asId("subscription", row.subscriptionId),
    state: row.state,
    url: row.state === "open" ? row.url : null,
    refusal: row.refusal === null ? null : sayRefusal(row.refusal),
    overdue: row.subscription.status === "past_due",
  };
}
