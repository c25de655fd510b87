import { leftOf } from "@/lib/commerce/promotions";
import type { Context } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { asId, type CheckoutId } from "@/lib/platform/ids";
import type { CheckoutView } from "./schema";

interface Row {
  id: string;
  state: CheckoutView["state"];
  url: string | null;
  handle: string;
  name: string;
  tierName: string;
  amount: number;
  currency: string;
  interval: CheckoutView["interval"];
  trialDays: number;
  code: string | null;
  percentOff: number | null;
  amountOff: number | null;
}

/** One's own checkout. One statement. @throws NotFound */
export async function readCheckout(ctx: Context, checkoutId: CheckoutId): Promise<CheckoutView> {
  const fan = ctx.actor.kind === "user" ? ctx.actor.userId : "";
  const [row] = await ctx.db.$queryRaw<Row[]>`
    SELECT k.id, CASE WHEN k."undoneAt" IS NULL THEN k.state::text ELSE 'returned' END AS state, k.url, c.handle::text AS handle, c.name, t.name AS "tierName", k.amount, k.currency, k.interval, k."trialDays", p.code, p."percentOff", p."amountOff"
    FROM "Checkout" k JOIN "CreatorProfile" c ON c.id = k."creatorId" JOIN "Tier" t ON t.id = k."tierId" LEFT JOIN "Promotion" p ON p.id = k."promotionId" WHERE k.id = ${checkoutId} AND k."fanUserId" = ${fan}`;
  if (!row) throw new NotFound("payment");
  const { state, url, handle, name, tierName, amount, currency, interval, trialDays, code } = row;
  return { id: asId("checkout", row.id), state, url: state === "open" ? url : null, creator: { handle, name }, tierName, amount, dueNow: trialDays > 0 ? 0 : leftOf(code === null ? undefined : row, amount), code, currency, interval, trialDays };
}
