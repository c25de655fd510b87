import { formatMoney } from "@/lib/platform/money";
import { counterFee, historyNeeded, smallUpTo, weakBelow } from "./rules";

export interface DecisionFacts {
  amount: number;
  currency: string;
  /** A question of the bank: answering costs nothing. */
  inquiry: boolean;
  strength: number;
  /** Of disputes of the same reason that were answered and decided. */
  history: { decided: number; won: number };
  smallUpTo?: number;
}

type DecisionRule = "inquiry" | "small" | "weak" | "strong" | "history-for" | "history-against";
export interface Decided {
  decision: "submit" | "accept";
  rule: DecisionRule;
  /** Whole sentences for the creator. */
  text: string;
}

/** Whether evidence is sent or the loss accepted, by which rule, and why in words. Pure. */
export function decide({ amount, currency, inquiry, strength, history, smallUpTo: small = smallUpTo }: DecisionFacts): Decided {
  const say = (value: number): string => formatMoney({ amount: value, currency });
  if (inquiry) return { decision: "submit", rule: "inquiry", text: "The bank only asks. Answering costs nothing and often ends it, so we answer." };
  if (amount <= small) return { decision: "accept", rule: "small", text: `${say(amount)} is disputed. A dispute costs us ${say(counterFee)} already, and answering puts another ${say(counterFee)} at risk, so disputes of up to ${say(small)} are not fought.` };
  if (history.decided >= historyNeeded) {
    const { decided, won } = history;
    // What is won when it is won, against what is lost when it is not: whole numbers, no rounding.
    const worth = amount * won > counterFee * (decided - won);
    const rate = `Of ${decided} disputes of this kind that were answered, ${won} were won.`;
    return worth ? { decision: "submit", rule: "history-for", text: `${rate} That is worth the ${say(counterFee)} at risk, so the evidence is sent.` } : { decision: "accept", rule: "history-against", text: `${rate} That is not worth the ${say(counterFee)} at risk, so this one is not fought.` };
  }
  if (strength < weakBelow) return { decision: "accept", rule: "weak", text: `There is little to show: the evidence has a strength of ${strength} of 100, and below ${weakBelow} banks have nothing to go by. Answering would put ${say(counterFee)} at risk, so this one is not fought.` };
  return { decision: "submit", rule: "strong", text: `The evidence has a strength of ${strength} of 100, so it is sent to the bank.` };
}
