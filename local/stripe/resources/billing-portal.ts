import type Stripe from "stripe";
import { livingCustomer } from "../engine/customers";
import type { Call, Route } from "../http/router";
import { newId } from "../state/ids";

const creatable = ["customer", "locale", "return_url"] satisfies (keyof Stripe.BillingPortal.SessionCreateParams)[];

/** A visit to the hosted page where a customer changes the card or ends a subscription. */
function create(call: Call): Stripe.BillingPortal.Session {
  const { params } = call;
  const customer = livingCustomer(call, params.requiredText("customer"));
  const visit = call.db.portalVisits.put({ id: newId("bps"), customer: customer.id, returnUrl: params.text("return_url") ?? null });
  return {
    id: visit.id,
    object: "billing_portal.session",
    configuration: "bpc_1DirectFanzLocal",
    created: call.now,
    customer: customer.id,
    customer_account: null,
    flow: null,
    livemode: false,
    locale: null,
    on_behalf_of: null,
    return_url: visit.returnUrl,
    url: `${call.baseUrl}/p/session/${visit.id}`,
  };
}

export const billingPortalRoutes: readonly Route[] = [{ method: "POST", path: "/v1/billing_portal/sessions", accepts: creatable, handle: create }];
