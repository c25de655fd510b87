import { mayWithdrawFrom } from "@/lib/commerce/subscriptions";
import type { Context, Tx } from "@/lib/platform/db";
import type { OrderModel } from "@/lib/platform/db/generated/models";
import { OtherWords } from "./errors";
import { purchaseTexts } from "./rules";
import type { Terms } from "./schema";

/** Keeps where the buyer said they live, and what they agreed to before they pay: the last word, as the page was pressed. @throws OtherWords */
export async function keepOrderTerms(tx: Tx, ctx: Context, order: OrderModel, terms: Terms | undefined): Promise<OrderModel> {
  if (!terms) return order;
  const { consent, country = null } = terms;
  if (consent !== undefined && !(consent in purchaseTexts)) throw new OtherWords();
  await tx.orderConsent.deleteMany({ where: { orderId: order.id, ...(consent === undefined ? {} : { textVersion: { not: consent } }) } });
  if (consent !== undefined && mayWithdrawFrom(country)) await tx.orderConsent.createMany({ data: [{ orderId: order.id, fanUserId: order.fanUserId, textVersion: consent, consentedAt: ctx.now }], skipDuplicates: true });
  return country === order.country ? order : tx.order.update({ where: { id: order.id }, data: { country } });
}
