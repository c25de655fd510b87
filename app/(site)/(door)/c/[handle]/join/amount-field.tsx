"use client";

import { useState } from "react";
import { AmountChoice } from "@/app/_ui/forms/amount-choice";
import { Field } from "@/app/_ui/forms/field";
import { MoneyInput } from "@/app/_ui/forms/money-input";
import { formatMoney, maximumAmount } from "@/lib/platform/money/format";

type OnAmount = (amount: number | null, reason?: string) => void;
type Props = { tierName: string; every: "month" | "year"; minAmount: number; currency: string; /** What was chosen before one went away. */ initial: number; error: string | undefined; onAmount: OnAmount; /** The field was left: what is wrong may be said. */ onLeave: () => void };

/** Half as much again and two and a half times, in whole units: 8, 12, 20. */
const suggestionsFor = (least: number): number[] => [...new Set([least, Math.ceil((least * 3) / 200) * 100, Math.ceil((least * 5) / 200) * 100])].filter((amount) => amount <= maximumAmount);

/** Their least, two suggestions, or what the fan says. */
export function AmountField({ tierName, every, minAmount, currency, initial, error, onAmount, onLeave }: Props) {
  const suggestions = suggestionsFor(minAmount);
  const [chosen, setChosen] = useState<number | "other">(suggestions.includes(initial) ? initial : "other");
  const least = formatMoney({ amount: minAmount, currency }, { trim: true });
  const choose = (next: number | "other") => {
    setChosen(next);
    onAmount(next === "other" ? null : next);
  };
  return (
    <fieldset>
      <legend className="mb-2.5 text-small font-semibold">What is it worth to you a {every}?</legend>
      <div className="grid grid-cols-4 gap-2.5">
        {suggestions.map((amount) => (
          <AmountChoice key={amount} name="suggested" checked={chosen === amount} onChange={() => choose(amount)} label={formatMoney({ amount, currency }, { trim: true })} />
        ))}
        <AmountChoice name="suggested" checked={chosen === "other"} onChange={() => choose("other")} label="Other" />
      </div>
      {chosen === "other" && (
        <div className="mt-3">
          <Field label="Your amount" hint={error ? undefined : `${least} or more`} error={error}>
            {(control) => (
              <MoneyInput
                {...control}
                autoFocus={initial === minAmount}
                currency={currency}
                defaultAmount={suggestions.includes(initial) ? null : initial}
                least={minAmount}
                tooLittle={`${tierName} starts at ${least} a ${every}.`}
                onAmount={onAmount}
                onBlur={(event) => event.target.value.trim() && onLeave()}
              />
            )}
          </Field>
        </div>
      )}
      {chosen !== "other" && error && (
        <p role="alert" className="mt-2 text-small text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
