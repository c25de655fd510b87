import type Stripe from "stripe";
import { ask, demand, stripe } from "./client";

/** A creator's account at the rail, as the rail knows it now. */
export interface RailAccount {
  providerId: string;
  country: string | undefined;
  transfersActive: boolean;
  payoutsEnabled: boolean;
  /** What the rail still asks for, in its own codes; the hosted page explains them. */
  due: string[];
  disabledReason: string | undefined;
  bank: { last4: string; name: string | undefined; fingerprint: string; instant: boolean } | undefined;
}

/** How creators come to be paid by a rail. Throws ProviderFailed when it is away. */
export interface PayoutAccountsRail {
  /** Makes the account, or finds the one made before for this creator. */
  createAccount: (input: { creatorId: string; email: string }) => Promise<RailAccount>;
  /** The rail's own page where a creator says who they are and where their money goes; works once and for minutes. */
  onboardingUrl: (providerId: string, back: { returnUrl: string; refreshUrl: string }) => Promise<string>;
  readAccount: (providerId: string) => Promise<RailAccount | undefined>;
}

function toAccount(account: Stripe.Account): RailAccount {
  const bank = account.external_accounts?.data.find((one): one is Stripe.BankAccount => one.object === "bank_account");
  return {
    providerId: account.id,
    country: account.country ?? undefined,
    transfersActive: account.capabilities?.transfers === "active",
    payoutsEnabled: account.payouts_enabled,
    due: [...new Set([...(account.requirements?.currently_due ?? []), ...(account.requirements?.past_due ?? [])])],
    disabledReason: account.requirements?.disabled_reason ?? undefined,
    bank: bank && { last4: bank.last4, name: bank.bank_name ?? undefined, fingerprint: bank.fingerprint ?? bank.id, instant: bank.available_payout_methods?.includes("instant") ?? false },
  };
}

export const stripePayoutAccounts: PayoutAccountsRail = {
  createAccount: async ({ creatorId, email }) => {
    const made = await demand(() =>
      stripe().accounts.create(
        // Our run decides when money leaves; the account pays nothing out by itself.
        { type: "express", email, capabilities: { transfers: { requested: true } }, settings: { payouts: { schedule: { interval: "manual" } } }, metadata: { creatorId } },
        { idempotencyKey: `account:${creatorId}` },
      ),
    );
    return toAccount(made);
  },
  onboardingUrl: async (account, { returnUrl, refreshUrl }) => (await demand(() => stripe().accountLinks.create({ account, type: "account_onboarding", return_url: returnUrl, refresh_url: refreshUrl }))).url,
  readAccount: async (providerId) => {
    const account = await ask(() => stripe().accounts.retrieve(providerId));
    return account && toAccount(account);
  },
};
