import type Stripe from "stripe";
import { numberOfToken, removeBank, setBank, type BankDetails } from "../engine/banks";
import { must } from "../engine/refs";
import { invalid, missing, noSuch } from "../http/errors";
import { matches, pageOf, pagingNames } from "../http/lists";
import type { Params } from "../http/params";
import { idOf, type Call, type Route } from "../http/router";

/** Reads `external_account`: a `btok_…` token, or the numbers of a bank account. */
export function readBank(params: Params): BankDetails | undefined {
  if (!params.has("external_account")) return undefined;
  const token = params.entries().find(([name]) => name === "external_account")?.[1];
  if (typeof token === "string") {
    const number = numberOfToken(token);
    if (number === undefined) throw noSuch("token", token, "external_account");
    return { number };
  }
  const bank = params.object("external_account", ["account_holder_name", "account_holder_type", "account_number", "country", "currency", "object", "routing_number"]);
  const number = bank?.requiredText("account_number");
  if (!bank || number === undefined) throw missing("external_account");
  if (!/^\d{4,17}$/.test(number)) throw invalid("Invalid account number: must be only digits.", { code: "account_number_invalid", param: "external_account[account_number]" });
  return { number, routing: bank.text("routing_number") ?? "110000000", holder: bank.text("account_holder_name") ?? null, country: bank.text("country") ?? "US", currency: bank.text("currency") ?? "usd" };
}

function accountOf(call: Call): Stripe.Account {
  return must(call.store.platform.accounts, "account", idOf(call));
}

function bankOf(call: Call): Stripe.BankAccount {
  return must(call.store.tables(accountOf(call).id).banks, "external account", call.path["bank"] ?? "");
}

function create(call: Call): Stripe.BankAccount {
  const details = readBank(call.params);
  if (!details) throw missing("external_account");
  return setBank(call, accountOf(call), details);
}

function list(call: Call): Stripe.ApiList<Stripe.BankAccount> {
  const account = accountOf(call);
  return pageOf(call, `/v1/accounts/${account.id}/external_accounts`, call.store.tables(account.id).banks.where({}), "external account", (row) => matches(call.params, "object", row.object));
}

function remove(call: Call): Stripe.DeletedBankAccount {
  const bank = bankOf(call);
  removeBank(call, accountOf(call), bank);
  return { id: bank.id, object: "bank_account", deleted: true };
}

export const externalAccountRoutes: readonly Route[] = [
  { method: "POST", path: "/v1/accounts/:id/external_accounts", accepts: ["external_account"], handle: create },
  { method: "GET", path: "/v1/accounts/:id/external_accounts", accepts: [...pagingNames, "object"], handle: list },
  { method: "GET", path: "/v1/accounts/:id/external_accounts/:bank", accepts: [], handle: bankOf },
  { method: "DELETE", path: "/v1/accounts/:id/external_accounts/:bank", accepts: [], handle: remove },
];
