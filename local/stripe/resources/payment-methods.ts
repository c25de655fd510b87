import type Stripe from "stripe";
import { livingCustomer } from "../engine/customers";
import { attachMethod, methodNamed } from "../engine/methods";
import { must } from "../engine/refs";
import { invalid } from "../http/errors";
import { matches, pageOf, pagingNames } from "../http/lists";
import { idOf, type Call, type Route } from "../http/router";

function attach(call: Call): Stripe.PaymentMethod {
  const customer = livingCustomer(call, call.params.requiredText("customer"));
  const method = methodNamed(call, idOf(call), "id");
  attachMethod(call, method, customer.id);
  return method;
}

function detach(call: Call): Stripe.PaymentMethod {
  const method = must(call.db.paymentMethods, "PaymentMethod", idOf(call));
  if (method.customer === null) throw invalid("The payment method you provided is not attached to a customer so detachment is impossible.");
  const previous = { customer: method.customer };
  call.db.paymentMethods.put({ ...method, customer: null });
  const loose = must(call.db.paymentMethods, "PaymentMethod", method.id);
  call.emit("payment_method.detached", loose, previous);
  return loose;
}

function list(call: Call): Stripe.ApiList<Stripe.PaymentMethod> {
  const { params } = call;
  const rows = call.db.paymentMethods.where({ customer: params.text("customer") });
  return pageOf(call, "/v1/payment_methods", rows, "PaymentMethod", (row) => row.customer !== null && matches(params, "type", row.type));
}

export const paymentMethodRoutes: readonly Route[] = [
  { method: "GET", path: "/v1/payment_methods", accepts: [...pagingNames, "customer", "type"], handle: list },
  { method: "GET", path: "/v1/payment_methods/:id", accepts: [], handle: (call) => must(call.db.paymentMethods, "PaymentMethod", idOf(call)) },
  { method: "GET", path: "/v1/setup_intents/:id", accepts: [], handle: (call) => must(call.db.setupIntents, "setupintent", idOf(call)) },
  { method: "POST", path: "/v1/payment_methods/:id/attach", accepts: ["customer"], handle: attach },
  { method: "POST", path: "/v1/payment_methods/:id/detach", accepts: [], handle: detach },
];
