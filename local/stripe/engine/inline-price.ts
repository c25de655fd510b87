import type Stripe from "stripe";
import { invalid, missing } from "../http/errors";
import { mergedMetadata, requiredCurrency, type Params } from "../http/params";
import type { Context } from "../state/context";
import { newPrice, newProduct } from "./catalog";
import { must } from "./refs";

const intervals = ["day", "week", "month", "year"] as const;

export function readProduct(params: Params): { name: string; description: string | null; images: string[]; metadata: Record<string, string> } {
  return { name: params.requiredText("name"), description: params.text("description") ?? null, images: params.texts("images"), metadata: mergedMetadata({}, params) };
}

/**
 * What `prices.create` and Checkout's inline `price_data` have in common.
 * An inline `product_data` makes its product; in Checkout it stays out of the catalogue (`active` false).
 */
export function readPrice(ctx: Context, params: Params, active: boolean): { product: string; currency: string; unitAmount: number; recurring: { interval: string; count: number } | null } {
  const currency = requiredCurrency(params);
  const unitAmount = params.requiredInteger("unit_amount", 0);
  const recurring = params.object("recurring", ["interval", "interval_count"]);
  const interval = recurring?.choice("interval", intervals);
  if (recurring && interval === undefined) throw missing(recurring.full("interval"));
  const count = recurring?.has("interval_count") ? recurring.requiredInteger("interval_count", 1) : 1;
  return { currency, unitAmount, recurring: interval === undefined ? null : { interval, count }, product: readProductOf(ctx, params, active) };
}

function readProductOf(ctx: Context, params: Params, active: boolean): string {
  const named = params.text("product");
  const inline = params.object("product_data", ["name", "description", "images", "metadata"]);
  if (named !== undefined && inline) throw invalid("You may only specify one of these parameters: product, product_data.", { code: "parameters_exclusive", param: params.full("product") });
  if (inline) return newProduct(ctx, readProduct(inline), active).id;
  if (named === undefined) throw missing(params.full("product"));
  return must(ctx.db.products, "product", named, params.full("product")).id;
}

/** An inline `price_data`, in Checkout's line items and in subscription items. */
export function inlinePrice(ctx: Context, params: Params): Stripe.Price {
  params.accept(["currency", "product", "product_data", "recurring", "unit_amount"]);
  return newPrice(ctx, { ...readPrice(ctx, params, false), nickname: null, lookupKey: null, metadata: {} }, false);
}
