import type Stripe from "stripe";
import { blockingDispute } from "../engine/disputes";
import { describeMoney } from "../engine/money";
import { must, ref } from "../engine/refs";
import { newRefund } from "../engine/refunds";
import { invalid, missing } from "../http/errors";
import { momentFilter, pageOf, pagingNames } from "../http/lists";
import { mergedMetadata } from "../http/params";
import { idOf, type Call, type Route } from "../http/router";

const creatable = ["amount", "charge", "metadata", "payment_intent", "reason", "refund_application_fee", "reverse_transfer"] satisfies (keyof Stripe.RefundCreateParams)[];

/** @throws 400 beyond what is left, and on a charge that the bank has taken back */
function create(call: Call): Stripe.Refund {
  const { params } = call;
  const charge = refundedCharge(call);
  if (blockingDispute(call, charge.id)) throw invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, { code: "charge_disputed" });
  const left = charge.amount_captured - charge.amount_refunded;
  const amount = params.has("amount") ? params.requiredInteger("amount", 1) : left;
  if (charge.refunded || left === 0) throw invalid(`Charge ${charge.id} has already been refunded.`, { code: "charge_already_refunded" });
  if (amount > left) {
    throw invalid(`Refund amount (${describeMoney(amount, charge.currency)}) is greater than unrefunded amount on charge (${describeMoney(left, charge.currency)})`, { param: "amount" });
  }
  return newRefund(call, charge, { amount, metadata: mergedMetadata({}, params), reason: params.choice("reason", ["duplicate", "fraudulent", "requested_by_customer"]) ?? null });
}

function refundedCharge(call: Call): Stripe.Charge {
  const { params } = call;
  const direct = params.text("charge");
  const intentId = params.text("payment_intent");
  if (direct !== undefined) return succeeded(must(call.db.charges, "charge", direct, "charge"));
  if (intentId === undefined) throw missing("payment_intent");
  const intent = must(call.db.paymentIntents, "payment_intent", intentId, "payment_intent");
  const charge = call.db.charges.get(ref(intent.latest_charge) ?? "");
  if (!charge || intent.status !== "succeeded") throw invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, { code: "payment_intent_unexpected_state", param: "payment_intent" });
  return charge;
}

function succeeded(charge: Stripe.Charge): Stripe.Charge {
  if (charge.status !== "succeeded") throw invalid(`Charge ${charge.id} is not refundable because it did not succeed.`, { code: "charge_not_refundable", param: "charge" });
  return charge;
}

function update(call: Call): Stripe.Refund {
  const refund = must(call.db.refunds, "refund", idOf(call));
  refund.metadata = mergedMetadata(refund.metadata ?? {}, call.params);
  return call.db.refunds.put(refund);
}

function list(call: Call): Stripe.ApiList<Stripe.Refund> {
  const { params } = call;
  const inTime = momentFilter(params, "created");
  return pageOf(call, "/v1/refunds", call.db.refunds.where({ charge: params.text("charge"), payment_intent: params.text("payment_intent") }), "refund", (row) => inTime(row.created));
}

export const refundRoutes: readonly Route[] = [
  { method: "POST", path: "/v1/refunds", accepts: creatable, handle: create },
  { method: "GET", path: "/v1/refunds", accepts: [...pagingNames, "charge", "created", "payment_intent"], handle: list },
  { method: "GET", path: "/v1/refunds/:id", accepts: [], handle: (call) => must(call.db.refunds, "refund", idOf(call)) },
  { method: "POST", path: "/v1/refunds/:id", accepts: ["metadata"], handle: update },
];
