import type Stripe from "stripe";
import { newAccount, platformAccount } from "../engine/accounts";
import { setBank } from "../engine/banks";
import { must } from "../engine/refs";
import { invalid, StripeFailure } from "../http/errors";
import { momentFilter, pageOf, pagingNames } from "../http/lists";
import { mergedMetadata, type Params } from "../http/params";
import { idOf, type Call, type Route } from "../http/router";
import { newId, randomText } from "../state/ids";
import { contextOf } from "../state/context";
import { platform } from "../state/store";
import { readBank } from "./external-accounts";

const creatable = ["business_profile", "business_type", "capabilities", "controller", "country", "default_currency", "email", "external_account", "metadata", "settings", "type"] satisfies (keyof Stripe.AccountCreateParams)[];
const updatable = ["business_profile", "business_type", "capabilities", "default_currency", "email", "external_account", "metadata", "settings"] satisfies (keyof Stripe.AccountUpdateParams)[];
const linkNames = ["account", "collect", "collection_options", "refresh_url", "return_url", "type"] satisfies (keyof Stripe.AccountLinkCreateParams)[];

function create(call: Call): Stripe.Account {
  const { params } = call;
  const type = params.choice("type", ["express", "custom", "standard"]);
  const dashboard = params.object("controller")?.object("stripe_dashboard")?.text("type");
  const account = newAccount(call, {
    type: type ?? (dashboard === "express" || dashboard === undefined ? "express" : "none"),
    country: params.text("country") ?? "US",
    email: params.text("email") ?? null,
    businessType: params.text("business_type") ?? null,
    capabilities: requested(params),
    controller: { fees: { payer: "application_express" }, is_controller: true, losses: { payments: "application" }, requirement_collection: "stripe", stripe_dashboard: { type: dashboard ?? "express" }, type: "application" },
    metadata: mergedMetadata({}, params),
    payoutInterval: interval(params) ?? "daily",
  });
  return applyProfile(call, account);
}

function interval(params: Params): string | undefined {
  return params.object("settings")?.object("payouts")?.object("schedule")?.choice("interval", ["daily", "manual", "monthly", "weekly"]);
}

function requested(params: Params): string[] {
  const asked = params.object("capabilities");
  if (!asked) return ["transfers"];
  return asked.entries().filter(([name]) => asked.object(name, ["requested"])?.flag("requested")).map(([name]) => name);
}

function update(call: Call): Stripe.Account {
  const { params } = call;
  const account = must(call.db.accounts, "account", idOf(call));
  const added = params.has("capabilities") ? Object.fromEntries(requested(params).map((name) => [name, account.details_submitted ? "active" : "inactive"])) : {};
  const next: Stripe.Account = {
    ...account,
    business_type: params.text("business_type") ?? account.business_type ?? null,
    capabilities: { ...added, ...account.capabilities },
    email: params.text("email") ?? account.email,
    metadata: mergedMetadata(account.metadata ?? {}, params),
  };
  const schedule = interval(params);
  if (schedule !== undefined && next.settings?.payouts) next.settings = { ...next.settings, payouts: { ...next.settings.payouts, schedule: { ...next.settings.payouts.schedule, interval: schedule } } };
  contextOf(call, account.id).emit("account.updated", next, { metadata: account.metadata, email: account.email });
  return applyProfile(call, next);
}

function applyProfile(call: Call, account: Stripe.Account): Stripe.Account {
  const profile = call.params.object("business_profile", ["mcc", "name", "product_description", "support_email", "support_url", "url"]);
  if (profile && account.business_profile) {
    account.business_profile = {
      ...account.business_profile,
      mcc: profile.text("mcc") ?? account.business_profile.mcc,
      name: profile.text("name") ?? account.business_profile.name,
      product_description: profile.text("product_description") ?? account.business_profile.product_description ?? null,
      support_email: profile.text("support_email") ?? account.business_profile.support_email,
      url: profile.text("url") ?? account.business_profile.url,
    };
  }
  call.db.accounts.put(account);
  const bank = readBank(call.params);
  if (bank) setBank(call, account, bank);
  return account;
}

/** An account the key may not see is a 403, whether it exists elsewhere or not. */
function retrieve(call: Call): Stripe.Account {
  const account = call.db.accounts.get(idOf(call));
  if (!account) throw accountDenied(idOf(call));
  return account;
}

export function accountDenied(id: string): StripeFailure {
  return new StripeFailure(403, {
    type: "invalid_request_error",
    code: "account_invalid",
    message: `The provided key does not have access to account '${id}' (or that account does not exist). Application access may have been revoked.`,
  });
}

function retrieveCurrent(call: Call): Stripe.Account {
  return call.account === platform ? platformAccount() : must(call.store.platform.accounts, "account", call.account);
}

function remove(call: Call): Stripe.DeletedAccount {
  const account = must(call.db.accounts, "account", idOf(call));
  call.db.accounts.remove(account.id);
  return { id: account.id, object: "account", deleted: true };
}

function list(call: Call): Stripe.ApiList<Stripe.Account> {
  const inTime = momentFilter(call.params, "created");
  return pageOf(call, "/v1/accounts", call.db.accounts.where({}), "account", (row) => inTime(row.created ?? 0));
}

/** A link to the hosted onboarding; it can be opened for five minutes. */
function createLink(call: Call): Stripe.AccountLink {
  const { params } = call;
  const account = must(call.db.accounts, "account", params.requiredText("account"), "account");
  const type = params.choice("type", ["account_onboarding", "account_update"]);
  if (type === undefined) throw invalid("Missing required param: type.", { code: "parameter_missing", param: "type" });
  const link = call.db.onboardingLinks.put({
    id: randomText(24),
    account: account.id,
    returnUrl: params.requiredText("return_url"),
    refreshUrl: params.requiredText("refresh_url"),
    expiresAt: call.now + 300,
  });
  return { object: "account_link", created: call.now, expires_at: link.expiresAt, url: `${call.baseUrl}/setup/e/${account.id}/${link.id}` };
}

function createLogin(call: Call): Stripe.LoginLink {
  const account = must(call.db.accounts, "account", idOf(call));
  if (!account.details_submitted) throw invalid("Cannot create a login link for an account that has not completed onboarding.");
  return { object: "login_link", created: call.now, url: `${call.baseUrl}/express/${account.id}/${newId("lgn")}` };
}

export const accountRoutes: readonly Route[] = [
  { method: "GET", path: "/v1/account", accepts: [], handle: retrieveCurrent },
  { method: "POST", path: "/v1/accounts", accepts: creatable, handle: create },
  { method: "GET", path: "/v1/accounts", accepts: [...pagingNames, "created"], handle: list },
  { method: "GET", path: "/v1/accounts/:id", accepts: [], handle: retrieve },
  { method: "POST", path: "/v1/accounts/:id", accepts: updatable, handle: update },
  { method: "DELETE", path: "/v1/accounts/:id", accepts: [], handle: remove },
  { method: "POST", path: "/v1/accounts/:id/login_links", accepts: [], handle: createLogin },
  { method: "POST", path: "/v1/account_links", accepts: linkNames, handle: createLink },
];
