"use client";

import { useState } from "react";
import { AmountChoice } from "@/app/_ui/forms/amount-choice";
import { Field } from "@/app/_ui/forms/field";
import { MoneyInput } from "@/app/_ui/forms/money-input";
import { formatMoney } from "@/lib/platform/money/format";

type Props = { minAmount: number; currency: string; error: string | undefined; onAmount: (amount: number | null) => void };

/** Half as much again and two and a half times, in whole units: 8, 12, 20. */
const suggestionsFor = (least: number): number[] => [least, Math.ceil((least * 3) / 200) * 100, Math.ceil((least * 5) / 200) * 100];

/** Their least, two suggestions, or what the fan says. */
export function AmountField({ minAmount, currency, error, onAmount }: Props) {
  const [chosen, setChosen] = useState<number | "other">(minAmount);
  const choose = (next: number | "other") => {
    setChosen(next);
    onAmount(next === "other" ? null : next);
  };
  return (
    <fieldset>
      <legend className="mb-2.5 text-small font-semibold">What is it worth to you a month?</legend>
      <div className="grid grid-cols-4 gap-2.5">
        {suggestionsFor(minAmount).map((amount) => (
          <AmountChoice key={amount} name="amount" checked={chosen === amount} onChange={() => choose(amount)} label={formatMoney({ amount, currency }, { trim: true })} />
        ))}
        <AmountChoice name="amount" checked={chosen === "other"} onChange={() => choose("other")} label="Other" />
      </div>
      {chosen === "other" && (
        <div className="mt-3">
          <Field label="Your amount" hint={`${formatMoney({ amount: minAmount, currency })} or more`} error={error}>
            {(control) => <MoneyInput {...control} autoFocus currency={currency} onAmount={onAmount} />}
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
