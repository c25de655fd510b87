import type Stripe from "stripe";
import { ProviderFailed } from "@/lib/platform/errors";
import type { ChangesRail } from "../port";
import { demand, stripe } from "./client";
import { date, idOf } from "./values";

const seconds = (at: Date): number => Math.floor(at.getTime() / 1_000);

async function itemOf(subscriptionId: string): Promise<Stripe.SubscriptionItem> {
  const subscription = await demand(() => stripe().subscriptions.retrieve(subscriptionId));
  const [item] = subscription.items.data;
  if (!item) throw new ProviderFailed("Stripe", "Our payment provider sent a membership without a price.");
  return item;
}

/** The item at another amount, in the rhythm it has. */
const at = (item: Stripe.SubscriptionItem, amount: number, product: string) => ({
  id: item.id,
  price_data: { currency: item.price.currency, product, unit_amount: amount, recurring: { interval: item.price.recurring?.interval ?? "month" } },
});

/** What the provider shows on its papers; one for each change, so that the membership says which change it has had. */
async function productOf(changeId: string, name: string): Promise<string> {
  return (await demand(() => stripe().products.create({ name, metadata: { changeId } }, { idempotencyKey: `product:${changeId}` }))).id;
}

const previewChange: ChangesRail["previewChange"] = async ({ subscriptionId, amount, at: moment }) => {
  const item = await itemOf(subscriptionId);
  const invoice = await demand(() =>
    stripe().invoices.createPreview({
      subscription: subscriptionId,
      subscription_details: { items: [at(item, amount, idOf(item.price.product) ?? "")], proration_behavior: "always_invoice", proration_date: seconds(moment) },
    }),
  );
  return {
    lines: invoice.lines.data.map(({ description, amount: part }) => ({ description: description ?? "", amount: part })),
    due: invoice.amount_due,
    currency: invoice.currency,
    periodStart: date(item.current_period_start),
    periodEnd: date(item.current_period_end),
  };
};

const changeNow: ChangesRail["changeNow"] = async ({ changeId, subscriptionId, productName, amount, at: moment }) => {
  const [productId, item] = [await productOf(changeId, productName), await itemOf(subscriptionId)];
  if (idOf(item.price.product) === productId) return { productId, done: true, payUrl: undefined };
  const after = await demand(() =>
    stripe().subscriptions.update(
      subscriptionId,
      { items: [at(item, amount, productId)], proration_behavior: "always_invoice", proration_date: seconds(moment), payment_behavior: "pending_if_incomplete", expand: ["latest_invoice"] },
      { idempotencyKey: `change:${changeId}` },
    ),
  );
  const invoice = after.latest_invoice;
  const payUrl = invoice === null || typeof invoice === "string" ? undefined : (invoice.hosted_invoice_url ?? undefined);
  return { productId, done: after.pending_update === null, payUrl };
};

const changeFromNextBill: ChangesRail["changeFromNextBill"] = async ({ changeId, subscriptionId, productName, amount }) => {
  const [productId, item] = [await productOf(changeId, productName), await itemOf(subscriptionId)];
  if (idOf(item.price.product) !== productId) await demand(() => stripe().subscriptions.update(subscriptionId, { items: [at(item, amount, productId)], proration_behavior: "none" }));
  return { productId };
};

const setPause: ChangesRail["setPause"] = async (subscriptionId, until) => {
  await demand(() => stripe().subscriptions.update(subscriptionId, { pause_collection: until ? { behavior: "void", resumes_at: seconds(until) } : "" }));
};

export const changes: ChangesRail = { previewChange, changeNow, changeFromNextBill, setPause };
