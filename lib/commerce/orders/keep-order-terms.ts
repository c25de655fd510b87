import { mayWithdrawFrom } from "@/lib/commerce/subscriptions";
import type { Context, Tx } from "@/lib/platform/db";
import type { OrderModel } from "@/lib/platform/db/generated/models";
import { OtherWords } from "./errors";
import { purchaseTexts } from "./rules";
import type { Terms } from "./schema";

/** What is said of withdrawing counts where there is a right to withdraw. @throws OtherWords */
export function consentIn({ consent, country }: Terms): string | undefined {
  if (consent !== undefined && !(consent in purchaseTexts)) throw new OtherWords();
  return mayWithdrawFrom(country) ? consent : undefined;
}

/** Keeps where the buyer said they live, and what they agreed to, with the order as it is made: whoever then says otherwise gets another page, so that what was paid on stays as it was. @throws OtherWords */
export async function keepOrderTerms(tx: Tx, ctx: Context, order: OrderModel, terms: Terms | undefined): Promise<OrderModel> {
  if (!terms) return order;
  const textVersion = consentIn(terms);
  if (textVersion !== undefined) await tx.orderConsent.create({ data: { orderId: order.id, fanUserId: order.fanUserId, textVersion, consentedAt: ctx.now } });
  return terms.country === undefined ? order : tx.order.update({ where: { id: order.id }, data: { country: terms.country } });
}

/** Whether an order was opened on these terms. */
export async function onTheseTerms(tx: Tx, order: OrderModel, terms: Terms | undefined): Promise<boolean> {
  if (!terms) return true;
  const agreed = await tx.orderConsent.findUnique({ where: { orderId: order.id }, select: { textVersion: true } });
  return order.country === (terms.country ?? null) && agreed?.textVersion === consentIn(terms);
}
