import { railNamed } from "@/lib/commerce/rails";
import { syncSubscription } from "@/lib/commerce/subscriptions";
import type { Verb } from "@/lib/platform/db";
import type { CheckoutModel } from "@/lib/platform/db/generated/models";

/** Closes an open checkout at the provider and here; if it turns out to have been paid, the membership is written instead. */
export async function settleOpenCheckout({ ctx, input }: Verb<{ checkout: CheckoutModel }>): Promise<void> {
  const { checkout } = input;
  const session = checkout.providerId ? await railNamed(checkout.rail).expireCheckout(checkout.providerId) : undefined;
  if (session?.state === "completed" && session.subscriptionId) {
    await syncSubscription({ ctx, input: { rail: checkout.rail, providerId: session.subscriptionId } });
    return;
  }
  await ctx.db.checkout.updateMany({ where: { id: checkout.id, state: "open" }, data: { state: "expired" } });
}
