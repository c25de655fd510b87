import { paymentsOf } from "../engine/invoices";
import type { Context } from "../state/context";
import type { TableName } from "../state/tables";
import { invalid } from "./errors";
import { fullList } from "./lists";

type JsonObject = Record<string, unknown>;

/** Which table an id points into. Ids of other kinds cannot be expanded. */
const tableOf: Readonly<Record<string, TableName>> = {
  acct: "accounts", ba: "banks", ch: "charges", cus: "customers", in: "invoices", du: "disputes", file: "files", pi: "paymentIntents", po: "payouts", pm: "paymentMethods", price: "prices",
  prod: "products", promo: "promotionCodes", re: "refunds", seti: "setupIntents", di: "discounts", sub: "subscriptions", tr: "transfers", txn: "balanceTransactions",
};

/** Text fields that look like ids and are not expandable. */
const plainFields = new Set(["id", "object", "client_secret", "url", "subscription_item"]);
const deepest = 4;

/**
 * Replaces ids by objects along each `expand` path (`latest_charge.balance_transaction`, `data.customer`), in a copy.
 * @throws 400 for a path that names no expandable field, or goes deeper than four levels
 */
export function expanded(ctx: Context, answer: object, paths: readonly string[]): unknown {
  if (paths.length === 0) return answer;
  const copy: unknown = JSON.parse(JSON.stringify(answer));
  for (const path of paths) {
    const steps = path.split(".");
    if (steps.length > deepest) throw invalid(`You cannot expand more than ${deepest} levels of a property. Property: ${path}`, { param: "expand" });
    expandInto(ctx, copy, steps, path);
  }
  return copy;
}

function expandInto(ctx: Context, place: unknown, steps: readonly string[], path: string): void {
  const [step, ...rest] = steps;
  if (step === undefined || place === null) return;
  if (Array.isArray(place)) {
    for (const element of place) expandInto(ctx, element, steps, path);
    return;
  }
  if (!isObject(place)) throw cannotExpand(path);
  const found = place[step] ?? included(ctx, place, step);
  if (found === undefined) throw cannotExpand(path);
  if (typeof found === "string") place[step] = lookUp(ctx, step, found, path);
  else if (Array.isArray(found)) place[step] = found.map((element: unknown) => (typeof element === "string" ? lookUp(ctx, step, element, path) : element));
  else place[step] = found;
  expandInto(ctx, place[step], rest, path);
}

function lookUp(ctx: Context, field: string, id: string, path: string): unknown {
  const table = tableOf[id.slice(0, id.indexOf("_"))];
  const row = table === undefined || plainFields.has(field) ? undefined : (ctx.db[table].get(id) ?? ctx.store.platform[table].get(id));
  if (row === undefined) throw cannotExpand(path);
  return JSON.parse(JSON.stringify(row));
}

/** Fields that Stripe leaves out unless they are asked for. */
function included(ctx: Context, place: JsonObject, field: string): unknown {
  const id = typeof place["id"] === "string" ? place["id"] : "";
  const key = `${String(place["object"])}.${field}`;
  if (key === "checkout.session.line_items") return fresh(fullList(`/v1/checkout/sessions/${id}/line_items`, ctx.db.plans.get(id)?.lineItems ?? []));
  if (key === "invoice.payments") return fresh(fullList(`/v1/invoice_payments?invoice=${id}`, paymentsOf(ctx, id)));
  if (key === "charge.refunds") return fresh(fullList(`/v1/charges/${id}/refunds`, ctx.db.refunds.by("charge", id).reverse()));
  if (key === "customer.subscriptions") {
    const rows = ctx.db.subscriptions.by("customer", id).reverse().filter((row) => row.status !== "canceled");
    return fresh(fullList(`/v1/customers/${id}/subscriptions`, rows));
  }
  // Expandable fields that are empty here stay as they are: null.
  return field in place ? null : undefined;
}

function fresh(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null;
}

function cannotExpand(path: string): Error {
  return invalid(`This property cannot be expanded (${path}).`, { param: "expand" });
}
