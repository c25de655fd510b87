import { createHash } from "node:crypto";
import type Stripe from "stripe";
import { fullList } from "../http/lists";
import { newId } from "../state/ids";
import { contextOf, type Context } from "../state/context";

export interface BankFailure {
  code: string;
  message: string;
}

export interface TestBank {
  number: string;
  /** The tail of its `btok_us_…` token. */
  token: string;
  label: string;
  /** Payouts to it fail so, when they should have arrived. */
  failure?: BankFailure;
  /** It takes no instant payouts. */
  slow?: boolean;
}

/** https://docs.stripe.com/connect/testing; the one without instant payouts is ours. */
export const testBanks: readonly TestBank[] = [
  { number: "000123456789", token: "verified", label: "takes payouts" },
  { number: "000999999991", token: "standardOnly", label: "takes no instant payouts", slow: true },
  { number: "000111111116", token: "noAccount", label: "no account", failure: { code: "no_account", message: "The bank account details on file are probably incorrect. No bank account could be found with those details." } },
  { number: "000111111113", token: "accountClosed", label: "closed", failure: { code: "account_closed", message: "The bank account has been closed." } },
  { number: "000222222227", token: "insufficientFunds", label: "insufficient funds", failure: { code: "insufficient_funds", message: "Your Stripe account has insufficient funds to cover the payout." } },
  { number: "000333333335", token: "debitNotAuthorized", label: "debits not allowed", failure: { code: "debit_not_authorized", message: "Debit transactions are not approved on your bank account. Stripe requires bank accounts to be set up for both credit and debit payouts." } },
  { number: "000444444440", token: "invalidCurrency", label: "another currency", failure: { code: "invalid_currency", message: "The bank was unable to process this payout because of its currency. This is probably because the bank account cannot accept payments in that currency." } },
];

/** The number behind `btok_us_verified` and its like. */
export function numberOfToken(token: string): string | undefined {
  return testBanks.find((bank) => `btok_us_${bank.token}` === token)?.number;
}

export interface BankDetails {
  number: string;
  routing?: string;
  holder?: string | null;
  country?: string;
  currency?: string;
}

/** Gives a connected account its bank account, in place of the one it had. */
export function setBank(ctx: Context, account: Stripe.Account, details: BankDetails): Stripe.BankAccount {
  const theirs = contextOf(ctx, account.id);
  const before = theirs.db.banks.newestFirst();
  const bank = newBank(theirs, account.id, details);
  for (const old of before) theirs.db.banks.remove(old.id);
  showBanks(ctx, account);
  theirs.emit("account.external_account.created", bank);
  for (const old of before) theirs.emit("account.external_account.deleted", old);
  return bank;
}

export function removeBank(ctx: Context, account: Stripe.Account, bank: Stripe.BankAccount): void {
  const theirs = contextOf(ctx, account.id);
  theirs.db.banks.remove(bank.id);
  showBanks(ctx, account);
  theirs.emit("account.external_account.deleted", bank);
}

/** After a payout came back the bank account takes none until it is replaced. */
export function markErrored(theirs: Context, bank: Stripe.BankAccount): void {
  const next: Stripe.BankAccount = { ...bank, status: "errored" };
  theirs.db.banks.put(next);
  const account = theirs.store.platform.accounts.get(theirs.account);
  if (account) showBanks(theirs, account);
  theirs.emit("account.external_account.updated", next, { status: bank.status });
}

function newBank(theirs: Context, account: string, details: BankDetails): Stripe.BankAccount {
  const id = newId("ba");
  const slow = testBanks.some((bank) => bank.number === details.number && (bank.slow ?? bank.failure !== undefined));
  theirs.db.bankSecrets.put({ id, number: details.number });
  return theirs.db.banks.put({
    id,
    object: "bank_account",
    account,
    account_holder_name: details.holder ?? null,
    account_holder_type: "individual",
    account_type: null,
    available_payout_methods: slow ? ["standard"] : ["standard", "instant"],
    bank_name: "STRIPE TEST BANK",
    country: details.country ?? "US",
    currency: details.currency ?? "usd",
    default_for_currency: true,
    fingerprint: createHash("sha256").update(`${details.routing ?? "110000000"} ${details.number}`).digest("hex").slice(0, 16),
    last4: details.number.slice(-4),
    metadata: {},
    routing_number: details.routing ?? "110000000",
    status: "new",
  });
}

/** Shows the bank accounts on the account object. */
function showBanks(ctx: Context, account: Stripe.Account): void {
  const banks = ctx.store.tables(account.id).banks.newestFirst();
  account.external_accounts = fullList(`/v1/accounts/${account.id}/external_accounts`, banks);
  ctx.store.platform.accounts.put(account);
}

export function failureOf(theirs: Context, bank: string | null): BankFailure | undefined {
  const number = theirs.db.bankSecrets.get(bank ?? "")?.number;
  return testBanks.find((one) => one.number === number)?.failure;
}
