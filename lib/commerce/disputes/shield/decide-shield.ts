import { formatMoney } from "@/lib/platform/money";
import { badFaithReasons, shield } from "../rules";

export interface ShieldFacts {
  reason: string;
  currency: string;
  /** What the creator loses, in minor units. */
  loss: number;
  /** What is in the pool. */
  pool: number;
  saleGross: number;
  pageAgeMs: number;
  /** Of the page that sold it, within the window. */
  disputes: number;
  sales: number;
  /** By the shield, for disputes of this page, whoever shared them, in this month. */
  paidThisMonth: number;
  delivered: boolean;
  signedIn: boolean;
}

type ShieldCode = "paid" | "paid_in_part" | "nothing_lost" | "other_reason" | "not_delivered" | "not_signed_in" | "page_too_young" | "sale_too_large" | "too_many_disputes" | "month_used_up" | "pool_empty";
export interface ShieldDecision {
  code: ShieldCode;
  pay: number;
  /** For the creator. */
  text: string;
}

/** Whether the shield pays a creator for a lost dispute and how much; else why not. Pure; the first reason that holds is told. Never more than the pool has. */
export function decideShield(facts: ShieldFacts): ShieldDecision {
  const say = (amount: number): string => formatMoney({ amount, currency: facts.currency });
  const no = (code: ShieldCode, text: string): ShieldDecision => ({ code, pay: 0, text });
  const left = shield.monthlyUpTo - facts.paidThisMonth;
  if (facts.loss === 0) return no("nothing_lost", "You lost nothing by it, so there is nothing to make good.");
  if (!badFaithReasons.includes(facts.reason)) return no("other_reason", "The shield pays when somebody says a payment was not theirs. This one was disputed for another reason.");
  if (!facts.delivered) return no("not_delivered", "The shield asks for a record that the fan opened something after paying. There is none.");
  if (!facts.signedIn) return no("not_signed_in", "The shield asks for a record that the fan was signed in when they paid. There is none.");
  if (facts.pageAgeMs < shield.pageOlderThanMs) return no("page_too_young", "The shield covers pages that have been open for more than 30 days.");
  if (facts.saleGross > shield.saleUpTo) return no("sale_too_large", `The shield covers payments of up to ${say(shield.saleUpTo)}.`);
  if (facts.disputes > shield.freeDisputes && facts.disputes * 10_000 >= facts.sales * shield.rateBelowBps) return no("too_many_disputes", `The shield covers pages on which fewer than 1 of 100 payments are disputed. In the last 90 days ${facts.disputes} of ${facts.sales} were. This is no strike against you.`);
  if (left <= 0) return no("month_used_up", `The shield pays a page up to ${say(shield.monthlyUpTo)} a month, and has done so this month.`);
  if (facts.pool <= 0) return no("pool_empty", "The shield has paid out all that was set aside. It is filled again every night, but does not pay later for what is decided now.");
  const pay = Math.min(facts.loss, left, facts.pool);
  if (pay === facts.loss) return { code: "paid", pay, text: `The shield paid you ${say(pay)}: all that you would have lost.` };
  return { code: "paid_in_part", pay, text: `The shield paid you ${say(pay)} of ${say(facts.loss)}: ${pay === facts.pool ? "it was all that was left of what is set aside" : `it pays a page up to ${say(shield.monthlyUpTo)} a month`}.` };
}
