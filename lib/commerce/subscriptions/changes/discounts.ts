import { holdsAt, leftOf, type Terms, termsOf } from "@/lib/commerce/promotions";
import type { Context } from "@/lib/platform/db";
import type { SubscriptionModel } from "@/lib/platform/db/generated/models";

export interface Redeemed {
  code: string;
  terms: Terms;
}

/** The code a membership came with; it stays with it, whatever tier it moves to. One statement. */
export async function redeemedBy({ db }: Pick<Context, "db">, { checkoutId }: Pick<SubscriptionModel, "checkoutId">): Promise<Redeemed | undefined> {
  if (checkoutId === null) return undefined;
  const promotion = (await db.checkout.findUnique({ where: { id: checkoutId }, select: { promotion: true } }))?.promotion;
  return promotion ? { code: promotion.code, terms: termsOf(promotion) } : undefined;
}

/** What a payment at this moment comes to. */
export const billedAt = (redeemed: Redeemed | undefined, startedAt: Date, at: Date, amount: number): number => leftOf(redeemed && holdsAt(redeemed.terms, startedAt, at) ? redeemed.terms : undefined, amount);

/** Whether what is billed in the midst of a period is less: one for the first payment is used up by then. */
export const holdsMidway = (redeemed: Redeemed | undefined, startedAt: Date, at: Date): boolean => redeemed !== undefined && redeemed.terms.duration !== "once" && holdsAt(redeemed.terms, startedAt, at);

/** What was paid for the whole of the running period, had it been as it is now from its start: what credits are a part of. */
export async function paidForPeriod({ db }: Pick<Context, "db">, { id, amount, startedAt }: SubscriptionModel, redeemed: Redeemed | undefined, periodStart: Date): Promise<number> {
  if (!redeemed || !holdsAt(redeemed.terms, startedAt, periodStart)) return amount;
  // After a change in its midst the rest was billed without what had been used up.
  const rebilled = redeemed.terms.duration === "once" && (await db.subscriptionChange.count({ where: { subscriptionId: id, state: "applied", dueToday: { gt: 0 }, prorationAt: { gt: periodStart } } })) > 0;
  return rebilled ? amount : leftOf(redeemed.terms, amount);
}
