import type Stripe from "stripe";
import { livingCustomer, newCustomer } from "../engine/customers";
import { must } from "../engine/refs";
import { endSubscription } from "../engine/subscriptions";
import { onClock } from "../engine/test-clocks";
import { mergedMetadata } from "../http/params";
import { matches, momentFilter, pageOf, pagingNames } from "../http/lists";
import type { Rows } from "../state/table";
import { idOf, type Call, type Route } from "../http/router";

const writable = ["description", "email", "invoice_settings", "metadata", "name", "phone"] satisfies (keyof Stripe.CustomerUpdateParams)[];

function create(call: Call): Stripe.Customer {
  const { params } = call;
  const named = params.text("test_clock");
  const clock = named === undefined ? undefined : must(call.db.testClocks, "test clock", named, "test_clock");
  const customer = newCustomer(onClock(call, clock), {
    testClock: clock?.id ?? null,
    email: params.text("email") ?? null,
    name: params.text("name") ?? null,
    description: params.text("description") ?? null,
    phone: params.text("phone") ?? null,
    metadata: mergedMetadata({}, params),
  });
  return customer;
}

function update(call: Call): Stripe.Customer {
  const { params } = call;
  const customer = livingCustomer(call, idOf(call), "id");
  const settings = params.object("invoice_settings", ["default_payment_method"]);
  const method = settings?.text("default_payment_method");
  if (method) must(call.db.paymentMethods, "PaymentMethod", method, "invoice_settings[default_payment_method]");
  const next: Stripe.Customer = {
    ...customer,
    email: cleared(params.text("email"), customer.email),
    name: cleared(params.text("name"), customer.name ?? null),
    description: cleared(params.text("description"), customer.description),
    phone: cleared(params.text("phone"), customer.phone ?? null),
    metadata: mergedMetadata(customer.metadata, params),
    invoice_settings: method === undefined ? customer.invoice_settings : { ...customer.invoice_settings, default_payment_method: method === "" ? null : method },
  };
  call.db.customers.put(next);
  call.emit("customer.updated", next, changesBetween(customer, next));
  return next;
}

/** `""` clears, absence keeps. */
function cleared(sent: string | undefined, current: string | null): string | null {
  if (sent === undefined) return current;
  return sent === "" ? null : sent;
}

/** The old values of the fields that differ, as Stripe puts them in `previous_attributes`. */
function changesBetween(before: Stripe.Customer, after: Stripe.Customer): object {
  const now = new Map<string, unknown>(Object.entries(after));
  return Object.fromEntries(Object.entries(before).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(now.get(name))));
}

function remove(call: Call): Stripe.DeletedCustomer {
  const customer = livingCustomer(call, idOf(call), "id");
  for (const subscription of call.db.subscriptions.by("customer", customer.id)) {
    const open = !["canceled", "incomplete_expired"].includes(subscription.status);
    if (open) endSubscription(call, subscription, "cancellation_requested");
  }
  const gone: Stripe.DeletedCustomer = { id: customer.id, object: "customer", deleted: true };
  call.db.customers.put(gone);
  call.emit("customer.deleted", customer);
  return gone;
}

function list(call: Call): Stripe.ApiList<Stripe.Customer> {
  const inTime = momentFilter(call.params, "created");
  const rows = call.db.customers.where({ email: call.params.text("email"), test_clock: call.params.text("test_clock") });
  return pageOf(call, "/v1/customers", rows as Rows<Stripe.Customer>, "customer", (row) => !isGone(row) && inTime(row.created));
}

/** A deleted customer keeps its id and is in no list. */
function isGone(row: Stripe.Customer | Stripe.DeletedCustomer): boolean {
  return row.deleted === true;
}

function listMethods(call: Call): Stripe.ApiList<Stripe.PaymentMethod> {
  const customer = livingCustomer(call, idOf(call), "id");
  const rows = call.db.paymentMethods.where({ customer: customer.id });
  return pageOf(call, `/v1/customers/${customer.id}/payment_methods`, rows, "PaymentMethod", (row) => matches(call.params, "type", row.type));
}

export const customerRoutes: readonly Route[] = [
  { method: "POST", path: "/v1/customers", accepts: [...writable, "test_clock"], handle: create },
  { method: "GET", path: "/v1/customers", accepts: [...pagingNames, "created", "email", "test_clock"], handle: list },
  { method: "GET", path: "/v1/customers/:id", accepts: [], handle: (call) => must(call.db.customers, "customer", idOf(call)) },
  { method: "POST", path: "/v1/customers/:id", accepts: writable, handle: update },
  { method: "DELETE", path: "/v1/customers/:id", accepts: [], handle: remove },
  { method: "GET", path: "/v1/customers/:id/payment_methods", accepts: [...pagingNames, "type"], handle: listMethods },
];
