import { consentTexts, mayWithdrawFrom } from "@/lib/commerce/subscriptions";
import type { Context, Tx } from "@/lib/platform/db";
import type { CheckoutModel } from "@/lib/platform/db/generated/models";
import { OtherWords } from "./errors";
import type { StartCheckoutInput } from "./schema";

/** Keeps where the buyer said they live, and what they agreed to before they pay: the last word, as the page was pressed. @throws OtherWords */
export async function keepTerms(tx: Tx, ctx: Context, checkout: CheckoutModel, { country, consent }: StartCheckoutInput): Promise<void> {
  if (consent !== undefined && !(consent in consentTexts)) throw new OtherWords();
  if ((country ?? null) !== checkout.country) await tx.checkout.update({ where: { id: checkout.id }, data: { country: country ?? null } });
  await tx.withdrawalConsent.deleteMany({ where: { checkoutId: checkout.id, ...(consent === undefined ? {} : { textVersion: { not: consent } }) } });
  if (consent === undefined || !mayWithdrawFrom(country)) return;
  await tx.withdrawalConsent.createMany({ data: [{ checkoutId: checkout.id, fanUserId: checkout.fanUserId, textVersion: consent, consentedAt: ctx.now }], skipDuplicates: true });
}
