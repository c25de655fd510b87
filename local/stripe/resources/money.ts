import type Stripe from "stripe";
import { must } from "../engine/refs";
import { mergedMetadata } from "../http/params";
import { matches, momentFilter, pageOf, pagingNames } from "../http/lists";
import { idOf, type Call, type Route } from "../http/router";
import { balanceOf, mature } from "../engine/balance";

function listCharges(call: Call): Stripe.ApiList<Stripe.Charge> {
  const { params } = call;
  const inTime = momentFilter(params, "created");
  const rows = call.db.charges.where({ customer: params.text("customer"), payment_intent: params.text("payment_intent"), transfer_group: params.text("transfer_group") });
  return pageOf(call, "/v1/charges", rows, "charge", (row) => inTime(row.created));
}

function updateCharge(call: Call): Stripe.Charge {
  const charge = must(call.db.charges, "charge", idOf(call));
  charge.metadata = mergedMetadata(charge.metadata, call.params);
  charge.description = call.params.text("description") ?? charge.description;
  charge.transfer_group = call.params.text("transfer_group") ?? charge.transfer_group;
  return call.db.charges.put(charge);
}

function listTransactions(call: Call): Stripe.ApiList<Stripe.BalanceTransaction> {
  const { params } = call;
  const inTime = momentFilter(params, "created");
  mature(call);
  const payout = params.has("payout") ? must(call.db.payouts, "payout", params.requiredText("payout"), "payout") : undefined;
  const rows = call.db.balanceTransactions.where({ type: params.text("type"), source: payout?.id ?? params.text("source") });
  return pageOf(call, "/v1/balance_transactions", rows, "balance_transaction", (row) => inTime(row.created) && matches(params, "currency", row.currency));
}

function retrieveTransaction(call: Call): Stripe.BalanceTransaction {
  mature(call);
  return must(call.db.balanceTransactions, "balance_transaction", idOf(call));
}

function balance(call: Call): Stripe.Balance {
  const { available, pending } = balanceOf(call);
  const entries = (sums: ReadonlyMap<string, number>) => [...sums].map(([currency, amount]) => ({ amount, currency, source_types: { card: amount } }));
  return { object: "balance", available: entries(available), livemode: false, pending: entries(pending) };
}

export const moneyRoutes: readonly Route[] = [
  { method: "GET", path: "/v1/charges", accepts: [...pagingNames, "created", "customer", "payment_intent", "transfer_group"], handle: listCharges },
  { method: "GET", path: "/v1/charges/:id", accepts: [], handle: (call) => must(call.db.charges, "charge", idOf(call)) },
  { method: "POST", path: "/v1/charges/:id", accepts: ["description", "metadata", "transfer_group"], handle: updateCharge },
  { method: "GET", path: "/v1/balance", accepts: [], handle: balance },
  { method: "GET", path: "/v1/balance_transactions", accepts: [...pagingNames, "created", "currency", "payout", "source", "type"], handle: listTransactions },
  { method: "GET", path: "/v1/balance_transactions/:id", accepts: [], handle: retrieveTransaction },
];
