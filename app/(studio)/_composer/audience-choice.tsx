"use client";

import Link from "next/link";
import { Field } from "@/app/_ui/forms/field";
import { RadioCard } from "@/app/_ui/forms/radio-card";
import { Select } from "@/app/_ui/forms/select";
import { formatMoney } from "@/lib/platform/money/format";
import { PriceChoice, type Sale } from "./price-choice";
import type { Composing } from "./use-composer";

export type TierOption = { id: string; name: string; minAmount: number; currency: string };

export function AudienceChoice({ composing, tiers, sale }: { composing: Composing; tiers: TierOption[]; sale: Sale }) {
  const { words, set, sending } = composing;
  const first = tiers[0]?.id ?? null;
  const choose = (audience: typeof words.audience) => set({ audience, tierId: audience === "tier" ? (words.tierId ?? first) : words.tierId });
  const radio = (value: typeof words.audience) => ({ name: "audience", value, checked: words.audience === value, onChange: () => choose(value) });
  return (
    <fieldset className="grid gap-2.5">
      <legend className="mb-1.5 text-small font-semibold">Who sees it</legend>
      <div className="grid gap-2.5 sm:grid-cols-2">
        <RadioCard {...radio("public")} label="Everyone" hint="And whoever finds it" />
        <RadioCard {...radio("followers")} label="Followers" hint="And all members" />
        <RadioCard {...radio("tier")} label="Members" hint={tiers.length ? "From a tier up" : "You have no tier yet"} disabled={tiers.length === 0} />
        <RadioCard {...radio("paid")} label="Whoever buys it" hint="Paid once, theirs for good" />
      </div>
      {tiers.length === 0 && (
        <p className="text-small text-soft">
          <Link href="/studio/tiers" className="link">
            Make a tier
          </Link>{" "}
          to keep something for those who pay.
        </p>
      )}
      {words.audience === "paid" && <PriceChoice composing={composing} tiers={tiers} sale={sale} />}
      {words.audience === "tier" && tiers.length > 0 && (
        <Field label="From this tier up" error={sending.error("tierId")}>
          {(control) => <Select {...control} value={words.tierId ?? first ?? ""} onChange={(event) => set({ tierId: event.target.value })} options={tiers.map((tier) => ({ value: tier.id, label: `${tier.name}, ${formatMoney({ amount: tier.minAmount, currency: tier.currency }, { trim: true })} a month` }))} />}
        </Field>
      )}
    </fieldset>
  );
}
