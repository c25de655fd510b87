import type Stripe from "stripe";
import { balanceOf } from "../engine/balance";
import { cancelPayout, newPayout } from "../engine/payouts";
import { must } from "../engine/refs";
import { invalid } from "../http/errors";
import { matches, momentFilter, pageOf, pagingNames } from "../http/lists";
import { mergedMetadata, requiredCurrency } from "../http/params";
import { idOf, type Call, type Route } from "../http/router";
import { platform } from "../state/store";

const creatable = ["amount", "currency", "description", "destination", "metadata", "method", "source_type", "statement_descriptor"] satisfies (keyof Stripe.PayoutCreateParams)[];

/** Pays a connected account's balance out to its bank. @throws balance_insufficient, payouts_not_allowed */
function create(call: Call): Stripe.Payout {
  const { params } = call;
  const amount = params.requiredInteger("amount", 1);
  const currency = requiredCurrency(params);
  const method = params.choice("method", ["standard", "instant"]) ?? "standard";
  requireEnabled(call);
  const bank = readDestination(call);
  if (bank.currency !== currency) throw invalid(`Sorry, you don't have any external accounts in that currency (${currency}).`, { code: "invalid_currency", param: "currency" });
  if (bank.status === "errored") throw invalid("The bank account provided cannot be used for payouts. A different bank account must be used.", { code: "bank_account_unusable" });
  if (method === "instant" && !bank.available_payout_methods?.includes("instant")) throw invalid("The destination you provided does not support instant payouts.", { code: "instant_payouts_unsupported", param: "method" });
  if ((balanceOf(call).available.get(currency) ?? 0) < amount) {
    throw invalid("You have insufficient funds in your Stripe account for this transfer. Your card balance is too low.", { code: "balance_insufficient" });
  }
  return newPayout(call, {
    amount, currency, method, destination: bank.id, description: params.text("description") ?? null, descriptor: params.text("statement_descriptor") ?? null, metadata: mergedMetadata({}, params),
  });
}

function requireEnabled(call: Call): void {
  const account = call.store.platform.accounts.get(call.account);
  if (call.account !== platform && account?.payouts_enabled) return;
  throw invalid("Cannot create payouts: this account has requirements that need to be fulfilled, or no payouts are offered here.", { code: "payouts_not_allowed" });
}

function readDestination(call: Call): Stripe.BankAccount {
  const named = call.params.text("destination");
  if (named !== undefined) return must(call.db.banks, "external account", named, "destination");
  const bank = call.db.banks.newestFirst()[0];
  if (!bank) throw invalid("Sorry, you don't have any external accounts in that currency (usd).", { code: "no_account" });
  return bank;
}

function update(call: Call): Stripe.Payout {
  const payout = must(call.db.payouts, "payout", idOf(call));
  const next: Stripe.Payout = { ...payout, metadata: mergedMetadata(payout.metadata ?? {}, call.params) };
  call.emit("payout.updated", next, { metadata: payout.metadata });
  return call.db.payouts.put(next);
}

function cancel(call: Call): Stripe.Payout {
  const payout = must(call.db.payouts, "payout", idOf(call));
  if (payout.status !== "pending") throw invalid("Only pending payouts can be canceled.", { code: "payouts_not_allowed" });
  return cancelPayout(call, payout);
}

function list(call: Call): Stripe.ApiList<Stripe.Payout> {
  const { params } = call;
  const created = momentFilter(params, "created");
  const arrives = momentFilter(params, "arrival_date");
  const rows = call.db.payouts.where({ destination: params.text("destination") });
  return pageOf(call, "/v1/payouts", rows, "payout", (row) => created(row.created) && arrives(row.arrival_date) && matches(params, "status", row.status));
}

export const payoutRoutes: readonly Route[] = [
  { method: "POST", path: "/v1/payouts", accepts: creatable, handle: create },
  { method: "GET", path: "/v1/payouts", accepts: [...pagingNames, "arrival_date", "created", "destination", "status"], handle: list },
  { method: "GET", path: "/v1/payouts/:id", accepts: [], handle: (call) => must(call.db.payouts, "payout", idOf(call)) },
  { method: "POST", path: "/v1/payouts/:id", accepts: ["metadata"], handle: update },
  { method: "POST", path: "/v1/payouts/:id/cancel", accepts: [], handle: cancel },
];
