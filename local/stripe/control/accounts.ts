import type Stripe from "stripe";
import { disablePayouts, restoreAccount, restrictAccount } from "../engine/accounts";
import { setBank, testBanks } from "../engine/banks";
import { failPayout } from "../engine/payouts";
import type { World } from "../world";
import { textIn, type Command, type Fields } from "./fields";

function accountIn(world: World, fields: Fields): Stripe.Account | undefined {
  return world.store.platform.accounts.get(textIn(fields, "account") ?? "");
}

/** What happens to connected accounts without anybody asking: Stripe's checks, banks, payouts that come back. */
export const accountCommands: Readonly<Record<string, Command>> = {
  "/_double/restrict": (world, fields) => {
    const account = accountIn(world, fields);
    if (account) restrictAccount(world.context(), account, textIn(fields, "capability"));
    return { restricted: account !== undefined };
  },
  "/_double/restore": (world, fields) => {
    const account = accountIn(world, fields);
    if (account) restoreAccount(world.context(), account);
    return { restored: account !== undefined };
  },
  "/_double/disable-payouts": (world, fields) => {
    const account = accountIn(world, fields);
    if (account) disablePayouts(world.context(), account);
    return { disabled: account !== undefined };
  },
  "/_double/swap-bank": (world, fields) => {
    const account = accountIn(world, fields);
    const bank = account && setBank(world.context(), account, { number: textIn(fields, "number") ?? "000123456789" });
    return { bank: bank?.id ?? null, last4: bank?.last4 ?? null, fingerprint: bank?.fingerprint ?? null };
  },
  "/_double/fail-payout": (world, fields) => {
    const id = textIn(fields, "payout") ?? "";
    const account = textIn(fields, "account") ?? world.store.accountOf("payouts", id);
    const payout = account === undefined ? undefined : world.store.tables(account).payouts.get(id);
    if (!account || !payout || ["failed", "canceled"].includes(payout.status)) return { failed: false };
    const code = textIn(fields, "code") ?? "account_closed";
    const failure = testBanks.find((bank) => bank.failure?.code === code)?.failure ?? { code, message: "The bank returned the payout." };
    return { failed: true, status: failPayout(world.context(account), payout, failure).status };
  },
};
