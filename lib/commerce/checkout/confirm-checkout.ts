import { railNamed } from "@/lib/commerce/rails";
import { syncSubscription } from "@/lib/commerce/subscriptions";
import type { Context, Verb } from "@/lib/platform/db";
import type { CheckoutId } from "@/lib/platform/ids";
import { readCheckout } from "./queries";
import type { CheckoutView } from "./schema";

/**
 * Asks the provider what became of one's own checkout, for a fan who has come back from paying: they need not wait for the webhook.
 * Repeating it changes nothing. @throws NotFound, ProviderFailed
 */
export async function confirmCheckout({ ctx, input }: Verb<{ checkoutId: CheckoutId }>): Promise<CheckoutView> {
  const before = await readCheckout(ctx, input.checkoutId);
  if (before.state === "open") await syncCheckout(ctx, input.checkoutId);
  return readCheckout(ctx, input.checkoutId);
}

/** Makes our row say what the provider says of this checkout. */
export async function syncCheckout(ctx: Context, checkoutId: string): Promise<void> {
  const checkout = await ctx.db.checkout.findUnique({ where: { id: checkoutId } });
  if (!checkout?.providerId) return;
  const session = await railNamed(checkout.rail).readCheckout(checkout.providerId);
  if (session?.state === "completed" && session.subscriptionId) await syncSubscription({ ctx, input: { rail: checkout.rail, providerId: session.subscriptionId } });
  if (session?.state === "expired") await ctx.db.checkout.updateMany({ where: { id: checkoutId, state: "open" }, data: { state: "expired" } });
}
