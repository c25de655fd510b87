import type Stripe from "stripe";
import { invalid } from "../http/errors";
import { mergedMetadata, type Params } from "../http/params";
import type { Context } from "../state/context";
import { planOf } from "./catalog";
import { inlinePrice } from "./inline-price";
import { periodLines, prorationLine } from "./lines";
import { nextBoundary } from "./periods";
import { must } from "./refs";
import { newItem, periodEnd, periodStart } from "./subscriptions";

export const itemNames = ["deleted", "id", "metadata", "price", "price_data", "quantity"] as const;

export interface ItemChanges {
  /** What evens out the rest of the period. */
  prorations: Stripe.InvoiceLineItem[];
  /** The first period of another interval, billed whole at once. */
  cycle: Stripe.InvoiceLineItem[];
}

/** Changes, adds and removes items in place. Another interval begins a new period now. */
export function changeItems(ctx: Context, subscription: Stripe.Subscription, changes: readonly Params[]): ItemChanges {
  const interval = intervalOf(subscription);
  const prorations = changes.flatMap((change) => {
    const id = change.text("id");
    if (id === undefined) return addItem(ctx, subscription, change);
    const item = subscription.items.data.find((one) => one.id === id);
    if (!item) throw invalid(`No such subscription item: '${id}'`, { code: "resource_missing", param: change.full("id") });
    const credit = prorationLine(ctx, subscription, item, item.price, item.quantity ?? 1, -1);
    if (change.flag("deleted")) {
      subscription.items.data = subscription.items.data.filter((one) => one.id !== id);
      return [credit];
    }
    return changeItem(ctx, item, change) ? [credit, prorationLine(ctx, subscription, item, item.price, item.quantity ?? 1, 1)] : [];
  });
  if (interval === intervalOf(subscription) || subscription.status === "trialing") return { prorations, cycle: [] };
  beginAnew(ctx, subscription);
  return { prorations: prorations.filter((line) => line.amount < 0), cycle: periodLines(ctx, subscription, false) };
}

function intervalOf(subscription: Stripe.Subscription): string {
  const recurring = subscription.items.data[0]?.price.recurring;
  return `${recurring?.interval_count ?? 1} ${recurring?.interval ?? "month"}`;
}

function beginAnew(ctx: Context, subscription: Stripe.Subscription): void {
  subscription.billing_cycle_anchor = ctx.now;
  for (const item of subscription.items.data) {
    item.current_period_start = ctx.now;
    if (item.price.recurring) item.current_period_end = nextBoundary(ctx.now, item.price.recurring, ctx.now);
  }
}

function changeItem(ctx: Context, item: Stripe.SubscriptionItem, change: Params): boolean {
  const price = readPrice(ctx, change) ?? item.price;
  const quantity = change.has("quantity") ? change.requiredInteger("quantity", 0) : item.quantity;
  const changed = price.id !== item.price.id || quantity !== item.quantity;
  item.metadata = mergedMetadata(item.metadata, change);
  item.price = price;
  item.plan = planOf(price);
  if (quantity !== undefined) item.quantity = quantity;
  return changed;
}

function addItem(ctx: Context, subscription: Stripe.Subscription, change: Params): Stripe.InvoiceLineItem[] {
  const price = readPrice(ctx, change);
  if (!price) throw invalid("Missing required param: price.", { code: "parameter_missing", param: change.full("price") });
  const quantity = change.has("quantity") ? change.requiredInteger("quantity", 0) : 1;
  const item = { ...newItem(ctx, subscription.id, { price, quantity }, null), current_period_start: periodStart(subscription), current_period_end: periodEnd(subscription) };
  subscription.items.data.push(item);
  return [prorationLine(ctx, subscription, item, price, quantity, 1)];
}

function readPrice(ctx: Context, change: Params): Stripe.Price | undefined {
  const inline = change.object("price_data");
  if (inline) return inlinePrice(ctx, inline);
  const named = change.text("price");
  return named === undefined ? undefined : must(ctx.db.prices, "price", named, change.full("price"));
}
