"use client";

import { useState, type ComponentProps } from "react";
import { cx } from "../cx";
import { formatMoney, readMoney, typedMoney } from "@/lib/platform/money/format";
import { controlClass } from "./control-class";

type Props = Omit<ComponentProps<"input">, "type" | "value" | "defaultValue" | "onChange" | "min" | "max"> & {
  currency?: string;
  /** The amount to start with, in minor units. */
  defaultAmount?: number | null;
  /** Bounds, in minor units; without them whatever one payment may be. */
  least?: number;
  most?: number;
  /** What to say below the least. */
  tooLittle?: string;
  /** Nothing typed is no mistake. */
  optional?: boolean;
  /** At each change: the amount (minor units); or null, and why it is none, for the field's `error` once the form is sent or the field left. */
  onAmount?: (amount: number | null, reason: string | undefined) => void;
};

/** A person types dollars; the caller gets whole cents. With `name`, a form posts the cents too. */
export function MoneyInput({ currency = "usd", defaultAmount = null, least, most, tooLittle, optional = false, onAmount, name, className, onBlur, ...rest }: Props) {
  const [text, setText] = useState(defaultAmount === null ? "" : typedMoney(defaultAmount, currency));
  const read = (typed: string) => (optional && typed.trim() === "" ? { amount: null, reason: undefined } : readMoney(typed, currency, { least, most, tooLittle }));
  const { amount } = read(text);
  const symbol = formatMoney({ amount: 0, currency }, { trim: true }).replace(/[\d.,\s]/g, "");
  return (
    <span className="relative block">
      <span aria-hidden="true" className="num pointer-events-none absolute inset-y-0 left-3.5 grid place-items-center text-soft">
        {symbol}
      </span>
      <input
        {...rest}
        value={text}
        inputMode="decimal"
        autoComplete="off"
        onChange={(event) => {
          setText(event.target.value);
          const { amount: next, reason } = read(event.target.value);
          onAmount?.(next, reason);
        }}
        onBlur={(event) => {
          if (amount !== null) setText(typedMoney(amount, currency));
          onBlur?.(event);
        }}
        className={cx(controlClass, "num h-11", symbol.length > 1 ? "pl-12" : "pl-8", className)}
      />
      {name && <input type="hidden" name={name} value={amount ?? ""} />}
    </span>
  );
}
