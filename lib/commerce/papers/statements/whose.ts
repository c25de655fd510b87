import type { Context } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { asId, type CreatorId } from "@/lib/platform/ids";
import { type Span, spanOf } from "./schema";

/** Statements are one's own. @throws NotFound for who has no page */
export function ownBooks(ctx: Context): CreatorId {
  if (ctx.actor.kind !== "user" || !ctx.actor.creatorId) throw new NotFound("statement");
  return asId("creator", ctx.actor.creatorId);
}

/** @throws NotFound for a month that has not begun */
export function begunMonth(ctx: Context, month: string): Span {
  const span = spanOf(month);
  if (span.from > ctx.now) throw new NotFound("statement");
  return span;
}
