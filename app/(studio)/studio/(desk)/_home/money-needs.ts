import { formatDate } from "@/app/_ui/date-format";
import { percent } from "@/app/(studio)/_parts/fee-rules";
import type { Waiting } from "@/lib/commerce/waiting";
import { formatMoney, type MoneyValue } from "@/lib/platform/money/format";
import type { Need } from "./needs-you";

/** What the creator has to do about money: disputes, where payouts go, tax forms, shares that are offered. */
export function moneyNeeds({ disputes, offers, offer, account, tax, sold }: Waiting, balance: MoneyValue): Need[] {
  const waits = balance.amount > 0;
  return [
    ...(disputes ? [{ title: disputes === 1 ? "A payment is disputed" : `${disputes} payments are disputed`, text: "A bank asks about it or took it back. Add what you know before we answer.", href: "/studio/disputes", urgent: true }] : []),
    ...(waits && account !== "complete" ? [accountNeed(account, formatMoney(balance))] : []),
    ...(tax && (waits || sold) ? taxNeed(tax) : []),
    ...(offer ? [{ title: offers === 1 ? `${offer.name} offers you a share` : `${offers} shares are offered to you`, text: offers === 1 ? `${percent(offer.shareBps)} of what their page earns${offer.startsOn ? ` from ${formatDate(new Date(offer.startsOn))} on, if` : ", once"} you accept.` : `The newest is by ${offer.name}. Nothing is shared before you accept.`, href: "/studio/splits", urgent: true }] : []),
  ];
}

const accountNeed = (account: "none" | "incomplete", amount: string): Need =>
  account === "none"
    ? { title: "Say where your money goes", text: `${amount} waits for you. Our payment provider asks for your bank.`, href: "/studio/payouts", urgent: true }
    : { title: "Finish your payout account", text: `${amount} waits for you. Our payment provider needs more from you.`, href: "/studio/payouts", urgent: true };

const titles = { no_form: "Sign your tax form", form_expired: "Sign a new W-8", tin_mismatch: "Sign a new W-9", payee_said_so: undefined };
const whys = { no_form: "Until we have one,", form_expired: "Yours has run out:", tin_mismatch: "Name and number do not match:", payee_said_so: "" };

function taxNeed({ reason, rateBps }: NonNullable<Waiting["tax"]>): Need[] {
  const title = titles[reason];
  return title ? [{ title, text: `${whys[reason]} ${percent(rateBps)} of each payout goes to the IRS.`, href: "/studio/tax/sign", urgent: true }] : [];
}
