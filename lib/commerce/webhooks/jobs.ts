import { syncCheckout } from "@/lib/commerce/checkout";
import { syncOrder } from "@/lib/commerce/orders";
import { syncDispute, syncWarning } from "@/lib/commerce/disputes";
import { syncPayout, syncPayoutAccount } from "@/lib/commerce/payouts";
import { ask, refundsRailNamed, stripe } from "@/lib/commerce/rails";
import { syncRefundsOf } from "@/lib/commerce/refunds";
import { syncCardUpdate, syncSubscription } from "@/lib/commerce/subscriptions";
import type { Context } from "@/lib/platform/db";
import { defineJob } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";

interface Received {
  eventId: string;
  type: string;
  objectId: string;
  /** The connected account it is about, where it is about one. */
  account?: string;
}

/** Acts on an event by asking the provider about its object: what the event itself says may be old. */
export const stripeEventJob = defineJob<Received>({
  name: "stripe-event",
  lane: "webhooks",
  run: async ({ ctx, data }) => {
    await act(ctx, data);
    await ctx.db.webhookEvent.updateMany({ where: { provider: "stripe", eventId: data.eventId }, data: { handledAt: new Date() } });
  },
});

async function act(ctx: Context, { type, objectId, account }: Received): Promise<void> {
  if (account) return actOnAccount(ctx, { type, objectId, account });
  if (!objectId) { log().warn({ type }, "an event about no object"); return; }
  if (type.startsWith("checkout.session.")) return actOnCheckout(ctx, objectId);
  if (type.startsWith("customer.subscription.")) return syncSubscription({ ctx, input: { rail: "stripe", providerId: objectId } });
  if (type.startsWith("invoice.")) return actOnInvoice(ctx, objectId);
  if (type === "charge.refunded") return syncRefundsOf(ctx, "stripe", objectId);
  if (type.startsWith("refund.") || type === "charge.refund.updated") return actOnRefund(ctx, objectId);
  if (type.startsWith("charge.dispute.")) return syncDispute(ctx, "stripe", objectId);
  if (type.startsWith("radar.early_fraud_warning.")) return syncWarning(ctx, "stripe", objectId);
  log().debug({ type }, "an event we have no use for");
}

async function actOnCheckout(ctx: Context, providerId: string): Promise<void> {
  const checkout = await ctx.db.checkout.findUnique({ where: { providerId }, select: { id: true } });
  if (checkout) return syncCheckout(ctx, checkout.id);
  // Made by us a moment ago and not yet noted, or not ours: the session itself says which of our rows it is for.
  const session = await ask(() => stripe().checkout.sessions.retrieve(providerId));
  const ours = session?.client_reference_id ?? "";
  if (ours.startsWith("ord_")) return actOnOrder(ctx, ours, providerId);
  if (session?.mode === "setup") return actOnCardUpdate(ctx, ours, providerId);
  const noted = await ctx.db.checkout.updateMany({ where: { id: ours, providerId: null }, data: { providerId } });
  if (noted.count > 0) await syncCheckout(ctx, ours);
  else log().warn({ providerId }, "a checkout that is not ours");
}

async function actOnCardUpdate(ctx: Context, id: string, providerId: string): Promise<void> {
  await ctx.db.cardUpdate.updateMany({ where: { id, providerId: null }, data: { providerId } });
  await syncCardUpdate(ctx, id);
}

async function actOnOrder(ctx: Context, orderId: string, providerId: string): Promise<void> {
  await ctx.db.order.updateMany({ where: { id: orderId, providerId: null }, data: { providerId } });
  await syncOrder(ctx, orderId);
}

async function actOnInvoice(ctx: Context, invoiceId: string): Promise<void> {
  const invoice = await ask(() => stripe().invoices.retrieve(invoiceId));
  const subscription = invoice?.parent?.subscription_details?.subscription;
  const providerId = typeof subscription === "string" ? subscription : subscription?.id;
  if (providerId) await syncSubscription({ ctx, input: { rail: "stripe", providerId } });
}

async function actOnRefund(ctx: Context, refundId: string): Promise<void> {
  const refund = await refundsRailNamed("stripe").readRefund(refundId);
  if (refund) await syncRefundsOf(ctx, "stripe", refund.chargeId);
}

/** What happens at a creator's own account: who they are, their bank, the payouts we sent there. */
async function actOnAccount(ctx: Context, { type, objectId, account }: { type: string; objectId: string; account: string }): Promise<void> {
  if (type.startsWith("payout.")) return syncPayout(ctx, { rail: "stripe", account, providerId: objectId });
  if (type.startsWith("account.") || type.startsWith("capability.")) return syncPayoutAccount(ctx, { rail: "stripe", providerId: account });
  log().debug({ type }, "an event of an account that we have no use for");
}

export const jobs = [stripeEventJob];
