import type Stripe from "stripe";
import { fullList } from "../http/lists";
import { newId } from "../state/ids";
import { contextOf, type Context } from "../state/context";

export interface AccountDetails {
  type: Stripe.Account.Type;
  country: string;
  email: string | null;
  businessType: string | null;
  /** Requested, and inactive until the person has been through onboarding. */
  capabilities: string[];
  controller: Stripe.Account.Controller;
  metadata: Record<string, string>;
  /** How often Stripe pays out by itself; the double never does. */
  payoutInterval: string;
}

const due = ["business_profile.url", "external_account", "individual.dob.day", "individual.first_name", "individual.last_name", "tos_acceptance.date"];
const currencies: Readonly<Record<string, string>> = { US: "usd", GB: "gbp", CA: "cad", AU: "aud", JP: "jpy", CH: "chf", MX: "mxn", BR: "brl", IN: "inr" };

export function newAccount(ctx: Context, details: AccountDetails): Stripe.Account {
  const id = newId("acct");
  return ctx.db.accounts.put({
    id,
    object: "account",
    business_profile: {
      annual_revenue: null, estimated_worker_count: null, mcc: null, minority_owned_business_designation: null, name: null, specified_commercial_transactions_act_url: null,
      support_address: null, support_email: null, support_phone: null, support_url: null, url: null,
    },
    business_type: details.businessType,
    capabilities: Object.fromEntries(details.capabilities.map((name) => [name, "inactive"])),
    charges_enabled: false,
    controller: details.controller,
    country: details.country,
    created: ctx.now,
    default_currency: currencies[details.country] ?? "eur",
    details_submitted: false,
    email: details.email,
    external_accounts: fullList(`/v1/accounts/${id}/external_accounts`, []),
    future_requirements: requirements([]),
    metadata: details.metadata,
    payouts_enabled: false,
    requirements: requirements(due, "requirements.past_due"),
    settings: settings(details.payoutInterval),
    tos_acceptance: { date: null, ip: null, user_agent: null },
    type: details.type,
  });
}

/** Onboarding is done: Stripe has what it needs, money may move. */
export function enableAccount(ctx: Context, account: Stripe.Account): void {
  change(ctx, account, {
    capabilities: withCapabilities(account, "active"),
    charges_enabled: true,
    details_submitted: true,
    payouts_enabled: true,
    requirements: requirements([]),
    tos_acceptance: { date: ctx.now, ip: null, user_agent: null },
  });
}

/** Stripe wants something again, as when a document expires: payouts stop, and the named capability (or none) with them. */
export function restrictAccount(ctx: Context, account: Stripe.Account, capability?: string): void {
  change(ctx, account, {
    payouts_enabled: false,
    requirements: requirements(["individual.verification.document"], "requirements.past_due"),
    ...(capability === undefined ? {} : { capabilities: { ...account.capabilities, [capability]: "inactive" } }),
  });
}

/** What was wanted is there. */
export function restoreAccount(ctx: Context, account: Stripe.Account): void {
  change(ctx, account, { capabilities: withCapabilities(account, "active"), charges_enabled: true, payouts_enabled: true, requirements: requirements([]) });
}

/** Stripe looks into the account: what is owed stays in its balance. */
export function disablePayouts(ctx: Context, account: Stripe.Account): void {
  change(ctx, account, { payouts_enabled: false, requirements: requirements(["external_account"], "requirements.past_due") });
}

function withCapabilities(account: Stripe.Account, state: "active" | "inactive"): Stripe.Account.Capabilities {
  return Object.fromEntries(Object.keys(account.capabilities ?? {}).map((name) => [name, state]));
}

/** Changes an account in place, and tells with the old values of what changed. The event is the account's own. */
function change(ctx: Context, account: Stripe.Account, changes: Partial<Stripe.Account>): void {
  const before = new Map<string, unknown>(Object.entries(account));
  const previous = Object.fromEntries(Object.keys(changes).filter((name) => JSON.stringify(before.get(name)) !== JSON.stringify(Object.entries(changes).find(([key]) => key === name)?.[1])).map((name) => [name, before.get(name)]));
  const next = { ...account, ...changes };
  ctx.store.platform.accounts.put(next);
  contextOf(ctx, account.id).emit("account.updated", next, previous);
}

function requirements(currentlyDue: string[], disabledReason: Stripe.Account.Requirements.DisabledReason | null = null): Stripe.Account.Requirements {
  return { alternatives: [], current_deadline: null, currently_due: currentlyDue, disabled_reason: disabledReason, errors: [], eventually_due: currentlyDue, past_due: currentlyDue, pending_verification: [] };
}

function settings(interval = "daily"): Stripe.Account.Settings {
  return {
    branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
    card_payments: { statement_descriptor_prefix: null, statement_descriptor_prefix_kana: null, statement_descriptor_prefix_kanji: null },
    dashboard: { display_name: "DirectFanz", timezone: "Etc/UTC" },
    payments: { statement_descriptor: null, statement_descriptor_kana: null, statement_descriptor_kanji: null, statement_descriptor_prefix_kana: null, statement_descriptor_prefix_kanji: null },
    payouts: { debit_negative_balances: false, schedule: { delay_days: 2, interval }, statement_descriptor: null },
  };
}

/** The platform's own account, which `GET /v1/account` answers with. */
export function platformAccount(): Stripe.Account {
  return {
    id: "acct_1DirectFanzLocal",
    object: "account",
    business_profile: null,
    business_type: "company",
    capabilities: { card_payments: "active", transfers: "active" },
    charges_enabled: true,
    controller: { type: "account" },
    country: "US",
    default_currency: "usd",
    details_submitted: true,
    email: "platform@directfanz.test",
    metadata: {},
    payouts_enabled: true,
    settings: settings(),
    type: "standard",
  };
}
