import type { Context } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { asId, type CheckoutId } from "@/lib/platform/ids";
import type { CheckoutView } from "./schema";

/** One's own checkout. @throws NotFound */
export async function readCheckout(ctx: Context, checkoutId: CheckoutId): Promise<CheckoutView> {
  const fan = ctx.actor.kind === "user" ? ctx.actor.userId : "";
  const [row] = await ctx.db.$queryRaw<{ id: string; state: CheckoutView["state"]; url: string | null; handle: string; name: string; tierName: string; amount: number; currency: string; interval: CheckoutView["interval"]; trialDays: number }[]>`
    SELECT k.id, CASE WHEN k."undoneAt" IS NULL THEN k.state::text ELSE 'returned' END AS state, k.url, c.handle::text AS handle, c.name, t.name AS "tierName", k.amount, k.currency, k.interval, k."trialDays"
    FROM "Checkout" k JOIN "CreatorProfile" c ON c.id = k."creatorId" JOIN "Tier" t ON t.id = k."tierId" WHERE k.id = ${checkoutId} AND k."fanUserId" = ${fan}`;
  if (!row) throw new NotFound("payment");
  return { id: asId("checkout", row.id), state: row.state, url: row.state === "open" ? row.url : null, creator: { handle: row.handle, name: row.name }, tierName: row.tierName, amount: row.amount, currency: row.currency, interval: row.interval, trialDays: row.trialDays };
}
