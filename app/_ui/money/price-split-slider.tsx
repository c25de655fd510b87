"use client";

import { useState, type ReactNode } from "react";
import { splitPrice, type FeeRules } from "../fee-split";
import { formatMoney } from "@/lib/platform/money/format";
import { PriceSplit } from "./price-split";

type Props = {
  rules: FeeRules;
  currency?: string;
  /** In minor units. */
  initial?: number;
  min?: number;
  max?: number;
  step?: number;
  label?: string;
  /** At the end of the line of parts: the link to the whole truth. */
  more?: ReactNode;
};

export function PriceSplitSlider({ rules, currency = "usd", initial = 1_000, min = 300, max = 2_500, step = 100, label = "A fan pays", more }: Props) {
  const [gross, setGross] = useState(initial);
  const split = splitPrice(gross, rules);
  const at: Record<`--${string}`, string> = { "--at": `${((gross - min) / (max - min)) * 100}%` };
  const paid = formatMoney({ amount: gross, currency });
  return (
    <div>
      <label className="block">
        <span className="flex items-baseline justify-between">
          <b className="font-semibold">{label}</b>
          <output className="display num text-[36px] leading-none">{paid}</output>
        </span>
        <input
          type="range"
          min={min}
          max={max}
          step={step}
          value={gross}
          aria-valuetext={`${paid}, of which ${formatMoney({ amount: split.net, currency })} reaches the artist`}
          onChange={(event) => setGross(event.target.valueAsNumber)}
          className="slider my-3.5"
          style={at}
        />
      </label>
      <PriceSplit split={split} currency={currency} more={more} />
    </div>
  );
}
