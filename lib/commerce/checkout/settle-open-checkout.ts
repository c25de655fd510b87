import { railNamed } from "@/lib/commerce/rails";
import { syncSubscription } from "@/lib/commerce/subscriptions";
import type { Verb } from "@/lib/platform/db";
import type { CheckoutModel } from "@/lib/platform/db/generated/models";

/**
 * Closes an open checkout at the provider and here; if it turns out to have been paid, the membership is written instead. One that is
 * given its page while we close it is left open: look again.
 */
export async function settleOpenCheckout({ ctx, input }: Verb<{ checkout: CheckoutModel }>): Promise<void> {
  const { id, rail, providerId } = input.checkout;
  const session = providerId ? await railNamed(rail).expireCheckout(providerId) : undefined;
  if (session?.state === "completed" && session.subscriptionId) {
    await syncSubscription({ ctx, input: { rail, providerId: session.subscriptionId } });
    return;
  }
  await ctx.db.checkout.updateMany({ where: { id, state: "open", providerId }, data: { state: "expired" } });
}
