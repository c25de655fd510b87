import { POST as submitForm } from "@/app/api/v1/tax-forms/route";
import { syncCheckout } from "@/lib/commerce/checkout";
import { openPayoutAccount, runPayouts } from "@/lib/commerce/payouts";
import { refreshPayoutAccount } from "@/lib/commerce/payouts";
import { days, shiftClock } from "@/lib/platform/clock";
import { systemContext } from "@/lib/platform/db";
import { pays, setDouble } from "../../support/payments";
import type { Creator } from "../../support/people";
import { call, creator, database, drain, person } from "../../support/world";
import { w9 } from "../tax/papers";

let ahead = 0;
/** Lets days go by, for us and for the provider. */
export async function daysPass(count: number): Promise<void> {
  ahead += count;
  shiftClock(days(ahead));
  await setDouble("advance", { days: count });
}

/** A creator whose account at the provider is complete, with a bank account of this number. */
export async function payable({ bank = "000123456789", form = true, schedule = "daily", price = 2_000 }: { bank?: string; form?: boolean; schedule?: string; price?: number } = {}): Promise<Creator> {
  const seller = await creator({ tiers: [{ name: "Front row", minAmount: price }, { name: "Patron", minAmount: 700_000 }] });
  const { url } = await openPayoutAccount({ ctx: await seller.ctx() });
  await fetch(url, { method: "POST", redirect: "manual", body: new URLSearchParams({ firstName: "Jenny", lastName: "Rosen", birth: "1990-01-01", bankAccount: bank }) });
  await refreshPayoutAccount({ ctx: await seller.ctx() });
  await database().payoutAccount.update({ where: { creatorId: seller.creatorId }, data: { schedule } });
  if (form) {
    const answer = await call(submitForm, { as: seller, body: w9() });
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  }
  return seller;
}

/** A fan joins and pays. */
export async function sells(seller: Creator, tier = 0): Promise<string> {
  const fan = await person();
  const { checkoutId } = await pays(fan, seller, { tier });
  await syncCheckout(systemContext("test"), checkoutId);
  await drain();
  return (await database().sale.findFirstOrThrow({ where: { fanUserId: fan.userId } })).id;
}

export const run = () => runPayouts(systemContext("run-payouts"));
export const payoutOf = (seller: Creator) => database().payout.findFirst({ where: { creatorId: seller.creatorId }, orderBy: { createdAt: "desc" } });
export const account = async (seller: Creator): Promise<string> => (await database().payoutAccount.findUniqueOrThrow({ where: { creatorId: seller.creatorId } })).providerId;
