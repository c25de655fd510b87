import type Stripe from "stripe";
import { livingCustomer } from "../engine/customers";
import type { Params } from "../http/params";
import type { Call, Route } from "../http/router";
import { newId } from "../state/ids";

const creatable = ["customer", "flow_data", "locale", "return_url"] satisfies (keyof Stripe.BillingPortal.SessionCreateParams)[];

/** A visit to the hosted page where a customer changes the card or ends a subscription. */
function create(call: Call): Stripe.BillingPortal.Session {
  const { params } = call;
  const customer = livingCustomer(call, params.requiredText("customer"));
  const visit = call.db.portalVisits.put({ id: newId("bps"), customer: customer.id, returnUrl: params.text("return_url") ?? null, ...readFlow(params) });
  return {
    id: visit.id,
    object: "billing_portal.session",
    configuration: "bpc_1DirectFanzLocal",
    created: call.now,
    customer: customer.id,
    customer_account: null,
    flow: visit.cardOnly ? { after_completion: { hosted_confirmation: null, redirect: visit.then === null ? null : { return_url: visit.then }, type: visit.then === null ? "portal_homepage" : "redirect" }, customer_update: null, subscription_cancel: null, subscription_pause: null, subscription_update: null, subscription_update_confirm: null, type: "payment_method_update" } : null,
    livemode: false,
    locale: null,
    on_behalf_of: null,
    return_url: visit.returnUrl,
    url: `${call.baseUrl}/p/session/${visit.id}`,
  };
}

/** Of the flows there is one: the visit is for a new card, and ends where the client says. */
function readFlow(params: Params): { cardOnly: boolean; then: string | null } {
  const flow = params.object("flow_data", ["after_completion", "type"]);
  if (!flow) return { cardOnly: false, then: null };
  flow.choice("type", ["payment_method_update"]);
  return { cardOnly: true, then: flow.object("after_completion", ["redirect", "type"])?.object("redirect", ["return_url"])?.text("return_url") ?? null };
}

export const billingPortalRoutes: readonly Route[] = [{ method: "POST", path: "/v1/billing_portal/sessions", accepts: creatable, handle: create }];
