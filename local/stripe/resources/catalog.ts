import type Stripe from "stripe";
import { newPrice, newProduct } from "../engine/catalog";
import { readPrice, readProduct } from "../engine/inline-price";
import { must } from "../engine/refs";
import { matches, momentFilter, pageOf, pagingNames } from "../http/lists";
import { mergedMetadata } from "../http/params";
import { idOf, type Call, type Route } from "../http/router";

const productWritable = ["active", "description", "images", "metadata", "name"] satisfies (keyof Stripe.ProductUpdateParams)[];
const priceWritable = ["active", "lookup_key", "metadata", "nickname"] satisfies (keyof Stripe.PriceUpdateParams)[];
const priceCreated = [...priceWritable, "currency", "product", "product_data", "recurring", "unit_amount"] satisfies (keyof Stripe.PriceCreateParams)[];

function createProduct(call: Call): Stripe.Product {
  const product = newProduct(call, { ...readProduct(call.params) }, call.params.flag("active") ?? true);
  call.emit("product.created", product);
  return product;
}

function updateProduct(call: Call): Stripe.Product {
  const { params } = call;
  const product = must(call.db.products, "product", idOf(call));
  const next: Stripe.Product = {
    ...product,
    active: params.flag("active") ?? product.active,
    description: params.has("description") ? params.text("description") || null : product.description,
    images: params.has("images") ? params.texts("images") : product.images,
    metadata: mergedMetadata(product.metadata, params),
    name: params.text("name") ?? product.name,
    updated: call.now,
  };
  call.emit("product.updated", next, { updated: product.updated });
  return call.db.products.put(next);
}

function listProducts(call: Call): Stripe.ApiList<Stripe.Product> {
  const active = call.params.flag("active");
  const ids = call.params.texts("ids");
  const inTime = momentFilter(call.params, "created");
  return pageOf(call, "/v1/products", call.db.products.where({}), "product", (row) => (active === undefined || row.active === active) && (ids.length === 0 || ids.includes(row.id)) && inTime(row.created));
}

function createPrice(call: Call): Stripe.Price {
  const { params } = call;
  const price = newPrice(call, {
    ...readPrice(call, params, true),
    nickname: params.text("nickname") ?? null,
    lookupKey: params.text("lookup_key") ?? null,
    metadata: mergedMetadata({}, params),
  });
  call.emit("price.created", price);
  return price;
}

function updatePrice(call: Call): Stripe.Price {
  const { params } = call;
  const price = must(call.db.prices, "price", idOf(call));
  const next: Stripe.Price = {
    ...price,
    active: params.flag("active") ?? price.active,
    lookup_key: params.text("lookup_key") ?? price.lookup_key,
    metadata: mergedMetadata(price.metadata, params),
    nickname: params.text("nickname") ?? price.nickname,
  };
  call.emit("price.updated", next, { active: price.active });
  return call.db.prices.put(next);
}

function listPrices(call: Call): Stripe.ApiList<Stripe.Price> {
  const { params } = call;
  const active = params.flag("active");
  const keys = params.texts("lookup_keys");
  const rows = call.db.prices.where({ product: params.text("product") });
  return pageOf(call, "/v1/prices", rows, "price", (row) =>
    (active === undefined || row.active === active) && matches(params, "type", row.type) && matches(params, "currency", row.currency) && (keys.length === 0 || keys.includes(row.lookup_key ?? "")));
}

export const catalogRoutes: readonly Route[] = [
  { method: "POST", path: "/v1/products", accepts: productWritable, handle: createProduct },
  { method: "GET", path: "/v1/products", accepts: [...pagingNames, "active", "created", "ids"], handle: listProducts },
  { method: "GET", path: "/v1/products/:id", accepts: [], handle: (call) => must(call.db.products, "product", idOf(call)) },
  { method: "POST", path: "/v1/products/:id", accepts: productWritable, handle: updateProduct },
  { method: "POST", path: "/v1/prices", accepts: priceCreated, handle: createPrice },
  { method: "GET", path: "/v1/prices", accepts: [...pagingNames, "active", "currency", "lookup_keys", "product", "type"], handle: listPrices },
  { method: "GET", path: "/v1/prices/:id", accepts: [], handle: (call) => must(call.db.prices, "price", idOf(call)) },
  { method: "POST", path: "/v1/prices/:id", accepts: priceWritable, handle: updatePrice },
];
