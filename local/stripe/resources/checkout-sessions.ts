import type Stripe from "stripe";
import { expireSession } from "../engine/checkout";
import { must } from "../engine/refs";
import { invalid } from "../http/errors";
import { matches, momentFilter, pageOf, pagingNames, rowsOf } from "../http/lists";
import { mergedMetadata } from "../http/params";
import { idOf, type Call, type Route } from "../http/router";
import { createSession, sessionCreated } from "./checkout-create";

function list(call: Call): Stripe.ApiList<Stripe.Checkout.Session> {
  const { params } = call;
  const inTime = momentFilter(params, "created");
  const email = params.object("customer_details", ["email"])?.text("email");
  const rows = call.db.sessions.where({ customer: params.text("customer"), payment_intent: params.text("payment_intent"), subscription: params.text("subscription") });
  return pageOf(call, "/v1/checkout/sessions", rows, "checkout.session", (row) => inTime(row.created) && matches(params, "status", row.status) && (email === undefined || row.customer_details?.email === email));
}

function listLineItems(call: Call): Stripe.ApiList<Stripe.LineItem> {
  const plan = must(call.db.plans, "checkout.session", idOf(call));
  return pageOf(call, `/v1/checkout/sessions/${plan.id}/line_items`, rowsOf(plan.lineItems), "item");
}

function expire(call: Call): Stripe.Checkout.Session {
  const session = must(call.db.sessions, "checkout.session", idOf(call));
  if (session.status !== "open") throw invalid(`Only Checkout Sessions with a status in ["open"] can be expired. This Session has a status of ${session.status ?? "unknown"}.`);
  expireSession(call, session);
  return session;
}

function update(call: Call): Stripe.Checkout.Session {
  const session = must(call.db.sessions, "checkout.session", idOf(call));
  session.metadata = mergedMetadata(session.metadata ?? {}, call.params);
  return call.db.sessions.put(session);
}

export const checkoutRoutes: readonly Route[] = [
  { method: "POST", path: "/v1/checkout/sessions", accepts: sessionCreated, handle: createSession },
  { method: "GET", path: "/v1/checkout/sessions", accepts: [...pagingNames, "created", "customer", "customer_details", "payment_intent", "status", "subscription"], handle: list },
  { method: "GET", path: "/v1/checkout/sessions/:id", accepts: [], handle: (call) => must(call.db.sessions, "checkout.session", idOf(call)) },
  { method: "POST", path: "/v1/checkout/sessions/:id", accepts: ["metadata"], handle: update },
  { method: "GET", path: "/v1/checkout/sessions/:id/line_items", accepts: pagingNames, handle: listLineItems },
  { method: "POST", path: "/v1/checkout/sessions/:id/expire", accepts: [], handle: expire },
];
