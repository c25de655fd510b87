import Stripe from "stripe";
import { newId } from "../state/ids";
import type { Context } from "../state/context";
import { ref } from "./refs";

export interface ProductDetails {
  name: string;
  description: string | null;
  images: string[];
  metadata: Record<string, string>;
}

/** Inline products, as Checkout makes them, are not active and so stay out of catalogue lists. */
export function newProduct(ctx: Context, details: ProductDetails, active = true): Stripe.Product {
  return ctx.db.products.put({
    id: newId("prod"),
    object: "product",
    active,
    created: ctx.now,
    default_price: null,
    description: details.description,
    images: details.images,
    livemode: false,
    marketing_features: [],
    metadata: details.metadata,
    name: details.name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: "service",
    unit_label: null,
    updated: ctx.now,
    url: null,
  });
}

export interface PriceDetails {
  product: string;
  currency: string;
  /** Minor units. */
  unitAmount: number;
  recurring: { interval: string; count: number } | null;
  nickname: string | null;
  lookupKey: string | null;
  metadata: Record<string, string>;
}

export function newPrice(ctx: Context, details: PriceDetails, active = true): Stripe.Price {
  return ctx.db.prices.put({
    id: newId("price"),
    object: "price",
    active,
    billing_scheme: "per_unit",
    created: ctx.now,
    currency: details.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: details.lookupKey,
    metadata: details.metadata,
    nickname: details.nickname,
    product: details.product,
    recurring: details.recurring && { interval: details.recurring.interval, interval_count: details.recurring.count, meter: null, trial_period_days: null, usage_type: "licensed" },
    tax_behavior: "unspecified",
    tiers_mode: null,
    transform_quantity: null,
    type: details.recurring ? "recurring" : "one_time",
    unit_amount: details.unitAmount,
    unit_amount_decimal: Stripe.Decimal.from(details.unitAmount),
  });
}

/** The older twin of a price that subscription items still carry. */
export function planOf(price: Stripe.Price): Stripe.Plan {
  return {
    id: price.id,
    object: "plan",
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: price.billing_scheme,
    created: price.created,
    currency: price.currency,
    interval: price.recurring?.interval ?? "month",
    interval_count: price.recurring?.interval_count ?? 1,
    livemode: false,
    metadata: price.metadata,
    meter: null,
    nickname: price.nickname,
    product: ref(price.product),
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: "licensed",
  };
}

export function productName(ctx: Context, price: Stripe.Price): string {
  return ctx.db.products.get(ref(price.product) ?? "")?.name ?? "Product";
}
