import { consentTexts, mayWithdrawFrom } from "@/lib/commerce/subscriptions";
import type { Context, Tx } from "@/lib/platform/db";
import type { CheckoutModel } from "@/lib/platform/db/generated/models";
import { OtherWords } from "./errors";
import type { StartCheckoutInput } from "./schema";

type Terms = Pick<StartCheckoutInput, "country" | "consent">;

/** What is said of withdrawing counts where there is a right to withdraw. @throws OtherWords */
function consentIn({ consent, country }: Terms): string | undefined {
  if (consent !== undefined && !(consent in consentTexts)) throw new OtherWords();
  return mayWithdrawFrom(country) ? consent : undefined;
}

/** Keeps what the buyer agreed to with the checkout as it is made: whoever then says otherwise gets another page, so that what was paid on stays as it was. @throws OtherWords */
export async function keepTerms(tx: Tx, ctx: Context, { id: checkoutId, fanUserId }: CheckoutModel, terms: Terms): Promise<void> {
  const textVersion = consentIn(terms);
  if (textVersion !== undefined) await tx.withdrawalConsent.create({ data: { checkoutId, fanUserId, textVersion, consentedAt: ctx.now } });
}

/** Whether a checkout was opened on these terms. */
export async function onTheseTerms(tx: Tx, { id: checkoutId, country }: CheckoutModel, terms: Terms): Promise<boolean> {
  const agreed = await tx.withdrawalConsent.findUnique({ where: { checkoutId }, select: { textVersion: true } });
  return country === (terms.country ?? null) && agreed?.textVersion === consentIn(terms);
}
