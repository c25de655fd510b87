"use client";

import { useState } from "react";
import type { Every } from "./rhythm";
import type { Offer } from "./tiers";

export type Asked = { tier: string | undefined; amount: number | undefined; every: Every };

const leastOf = (tier: Offer, every: Every): number => (every === "year" && tier.annualAmount !== null ? tier.annualAmount : tier.minAmount);
const rhythmOf = (tier: Offer, every: Every): Every => (tier.annualAmount === null ? "month" : every);

/** What is chosen on the sheet: tier, rhythm, amount, and whether to try first. Each choice puts right what depends on it. */
export function useChoice(tiers: Offer[], asked: Asked, mayTry: boolean) {
  const first = tiers.find(({ id }) => id === asked.tier) ?? tiers[0];
  const every = first ? rhythmOf(first, asked.every) : "month";
  const least = first ? leastOf(first, every) : 0;
  const [choice, setChoice] = useState({ tier: first, every, tried: mayTry });
  const [typed, setTyped] = useState<{ amount: number | null; reason?: string | undefined }>({ amount: asked.amount !== undefined && asked.amount >= least ? asked.amount : least });
  const start = first && choice.tier?.id === first.id && choice.every === every && asked.amount !== undefined && asked.amount >= least ? asked.amount : undefined;
  const choose = (tier: Offer, wanted: Every) => {
    const next = rhythmOf(tier, wanted);
    setChoice({ ...choice, tier, every: next });
    setTyped({ amount: leastOf(tier, next) });
  };
  return {
    tier: choice.tier,
    every: choice.every,
    trialDays: mayTry && choice.tried ? (choice.tier?.trialDays ?? 0) : 0,
    mayTry: mayTry && (choice.tier?.trialDays ?? 0) > 0,
    least: choice.tier ? leastOf(choice.tier, choice.every) : 0,
    /** What to begin the amount's field with. */
    start: start ?? (choice.tier ? leastOf(choice.tier, choice.every) : 0),
    typed,
    type: (amount: number | null, reason?: string) => setTyped({ amount, reason }),
    choose,
    tryFirst: (on: boolean) => setChoice({ ...choice, tried: on }),
  };
}
