"use client";

import { useState } from "react";
import type { FeeRules } from "@/app/_ui/fee-split";
import { Field } from "@/app/_ui/forms/field";
import { MoneyInput } from "@/app/_ui/forms/money-input";
import { Select } from "@/app/_ui/forms/select";
import { OwnPrice } from "@/app/_ui/money/own-price";
import { formatMoney } from "@/lib/platform/money/format";
import type { TierOption } from "./audience-choice";
import type { Composing } from "./use-composer";

type Props = { composing: Composing; tiers: TierOption[]; sale: Sale };
/** The least a post may cost, and what becomes of it. */
export type Sale = { least: number; rules: FeeRules };

/** What a post costs, what becomes of that, and whether some members have it anyway. */
export function PriceChoice({ composing: { words, set, sending }, tiers, sale }: Props) {
  const [left, setLeft] = useState(false);
  const { price, includedFromTierId } = words;
  const least = formatMoney({ amount: sale.least, currency: "usd" }, { trim: true });
  const included = tiers.map((tier) => ({ value: tier.id, label: `From ${tier.name} up` }));
  return (
    <div className="mt-1.5 grid gap-4">
      <Field label="Price" error={left && price.reason ? price.reason : sending.error("price")} hint={`${least} or more. You can change it later; whoever is paying at that moment pays what they were shown.`}>
        {(control) => <MoneyInput {...control} least={sale.least} tooLittle={`A post costs ${least} or more.`} defaultAmount={price.amount} onAmount={(amount, reason) => set({ price: { amount, reason } })} onBlur={() => setLeft(true)} required />}
      </Field>
      <div aria-live="polite">{price.amount ? <OwnPrice amount={price.amount} rules={sale.rules} /> : <p className="text-small text-soft">Type a price to see what becomes of it.</p>}</div>
      {tiers.length > 0 && (
        <Field label="Members have it included" error={sending.error("includedFromTierId")}>
          {(control) => <Select {...control} value={includedFromTierId ?? ""} onChange={(event) => set({ includedFromTierId: event.target.value || null })} options={[{ value: "", label: "No, everybody buys it" }, ...included]} />}
        </Field>
      )}
    </div>
  );
}
