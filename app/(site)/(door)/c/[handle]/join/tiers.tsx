"use client";

import { Check } from "lucide-react";
import { RadioCard } from "@/app/_ui/forms/radio-card";
import { formatMoney } from "@/lib/platform/money/format";

export type Offer = { id: string; name: string; minAmount: number; currency: "usd"; benefits: string[]; annualAmount: number | null; trialDays: number };

/** The ways in; the chosen one shows what it brings. */
export function Tiers({ tiers, chosen, onChoose }: { tiers: Offer[]; chosen: Offer; onChoose: (tier: Offer) => void }) {
  return (
    <fieldset className="grid gap-2.5">
      <legend className="sr-only">Tier</legend>
      {tiers.map((tier) => (
        <RadioCard
          key={tier.id}
          name="tier"
          value={tier.id}
          checked={tier.id === chosen.id}
          onChange={() => onChoose(tier)}
          label={<bdi>{tier.name}</bdi>}
          hint={tier.id === chosen.id && tier.benefits.length > 0 ? <Benefits of={tier.benefits} /> : undefined}
          aside={`from ${formatMoney({ amount: tier.minAmount, currency: tier.currency }, { trim: true })}`}
        />
      ))}
    </fieldset>
  );
}

/** Inside a label, where no list may stand. */
function Benefits({ of }: { of: string[] }) {
  return (
    <span className="mt-1 grid gap-1">
      {of.map((benefit) => (
        <span key={benefit} className="flex gap-2">
          <Check aria-hidden="true" className="mt-0.75 size-4 shrink-0 text-accent" />
          <bdi>{benefit}</bdi>
        </span>
      ))}
    </span>
  );
}
