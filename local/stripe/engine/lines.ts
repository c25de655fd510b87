import Stripe from "stripe";
import { newId } from "../state/ids";
import type { Context } from "../state/context";
import { productName } from "./catalog";
import { discountsOn } from "./discounts";
import { describeMoney } from "./money";
import { ref } from "./refs";

export interface LineDetails {
  price: Stripe.Price;
  quantity: number;
  /** Minor units; negative credits. */
  amount: number;
  description: string;
  period: { start: number; end: number };
  parent: Stripe.InvoiceLineItem.Parent;
  subscription: string;
  metadata: Record<string, string>;
}

export function newLine(details: LineDetails): Stripe.InvoiceLineItem {
  const { price } = details;
  return {
    id: newId("il"),
    object: "line_item",
    amount: details.amount,
    currency: price.currency,
    description: details.description,
    discount_amounts: [],
    discountable: !details.parent.subscription_item_details?.proration,
    discounts: [],
    invoice: null,
    livemode: false,
    metadata: details.metadata,
    parent: details.parent,
    period: details.period,
    pretax_credit_amounts: [],
    pricing: { price_details: { price: price.id, product: ref(price.product) ?? "" }, type: "price_details", unit_amount_decimal: price.unit_amount_decimal },
    quantity: details.quantity,
    quantity_decimal: Stripe.Decimal.from(details.quantity),
    subscription: details.subscription,
    subtotal: details.amount,
    taxes: [],
  };
}

/** One line per item for its current period; a trial period costs nothing. */
export function periodLines(ctx: Context, subscription: Stripe.Subscription, free: boolean): Stripe.InvoiceLineItem[] {
  return subscription.items.data.map((item) => {
    const quantity = item.quantity ?? 1;
    const unit = item.price.unit_amount ?? 0;
    const name = productName(ctx, item.price);
    return newLine({
      price: item.price,
      quantity,
      amount: free ? 0 : unit * quantity,
      description: free ? `Trial period for ${name}` : `${quantity} × ${name} (at ${describeMoney(unit, item.price.currency)} / ${item.price.recurring?.interval ?? "month"})`,
      period: { start: item.current_period_start, end: item.current_period_end },
      parent: itemParent(subscription.id, item.id, false),
      subscription: subscription.id,
      metadata: { ...subscription.metadata },
    });
  });
}

/** A one-off that Checkout adds to the first invoice of a subscription. */
export function oneOffLine(ctx: Context, subscription: string, price: Stripe.Price, quantity: number): Stripe.InvoiceLineItem {
  return newLine({
    price,
    quantity,
    amount: (price.unit_amount ?? 0) * quantity,
    description: productName(ctx, price),
    period: { start: ctx.now, end: ctx.now },
    parent: { invoice_item_details: { invoice_item: newId("ii"), proration: false, proration_details: null, subscription }, subscription_item_details: null, type: "invoice_item_details" },
    subscription,
    metadata: {},
  });
}

/**
 * The credit for the unused rest of an item's period, or (with `sign` 1) the charge for the rest at another price. Discounts are in the
 * amounts (billing mode flexible, `proration_discounts: included`): the credit is for what was billed, the charge for what would be.
 */
export function prorationLine(ctx: Context, subscription: Stripe.Subscription, item: Stripe.SubscriptionItem, price: Stripe.Price, quantity: number, sign: 1 | -1): Stripe.InvoiceLineItem {
  const { current_period_start: start, current_period_end: end } = item;
  const rest = Math.max(0, end - ctx.now);
  const whole = (price.unit_amount ?? 0) * quantity;
  const net = whole - (sign < 0 ? discountBilled(ctx, subscription, item, whole) : discountNow(ctx, subscription, whole));
  const amount = Math.round((net * rest) / Math.max(1, end - start));
  const name = productName(ctx, price);
  return newLine({
    price,
    quantity,
    amount: amount === 0 ? 0 : sign * amount,
    description: sign < 0 ? `Unused time on ${name}` : `Remaining time on ${name}`,
    period: { start: ctx.now, end },
    parent: itemParent(item.subscription, item.id, true),
    subscription: item.subscription,
    metadata: {},
  });
}

/** What the discounts that run now would take off. */
function discountNow(ctx: Context, subscription: Stripe.Subscription, whole: number): number {
  return discountsOn(ctx, subscription, whole).reduce((sum, { amount }) => sum + amount, 0);
}

/** What was taken off when the running period was billed: a whole one by its line, a rest by what ran then and still does. */
function discountBilled(ctx: Context, subscription: Stripe.Subscription, item: Stripe.SubscriptionItem, whole: number): number {
  const lines = ctx.db.invoices.by("subscription", subscription.id).filter(({ status }) => status !== "void").flatMap(({ lines: { data } }) => data).filter((line) => line.parent?.subscription_item_details?.subscription_item === item.id && line.period.end === item.current_period_end && line.amount >= 0);
  const proration = lines.some((line) => line.parent?.subscription_item_details?.proration);
  if (proration) return discountNow(ctx, subscription, whole);
  return (lines[0]?.discount_amounts ?? []).reduce((sum, { amount }) => sum + amount, 0);
}

function itemParent(subscription: string, item: string, proration: boolean): Stripe.InvoiceLineItem.Parent {
  return {
    invoice_item_details: null,
    subscription_item_details: { invoice_item: null, proration, proration_details: null, subscription, subscription_item: item },
    type: "subscription_item_details",
  };
}
