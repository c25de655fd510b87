import type Stripe from "stripe";
import { noSuch } from "../http/errors";
import { newId, randomText } from "../state/ids";
import type { Context } from "../state/context";

export interface CustomerDetails {
  email: string | null;
  name: string | null;
  description?: string | null;
  phone?: string | null;
  metadata?: Record<string, string>;
  /** The test clock that it and all that is its live by. */
  testClock?: string | null;
}

export function newCustomer(ctx: Context, details: CustomerDetails): Stripe.Customer {
  const customer: Stripe.Customer = {
    id: newId("cus"),
    object: "customer",
    address: null,
    balance: 0,
    created: ctx.now,
    currency: null,
    default_source: null,
    delinquent: false,
    description: details.description ?? null,
    email: details.email,
    invoice_prefix: randomText(8).toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: details.metadata ?? {},
    name: details.name,
    next_invoice_sequence: 1,
    phone: details.phone ?? null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: "none",
    test_clock: details.testClock ?? null,
  };
  ctx.db.customers.put(customer);
  ctx.emit("customer.created", customer);
  return customer;
}

/** @throws resource_missing when it never was, or was deleted */
export function livingCustomer(ctx: Context, id: string, param = "customer"): Stripe.Customer {
  const customer = ctx.db.customers.get(id);
  if (!customer || customer.deleted) throw noSuch("customer", id, param);
  return customer;
}
