"use client";

import { ArrowDown, ArrowUp, Check } from "lucide-react";
import { IconButton } from "@/app/_ui/controls/icon-button";
import type { FeeRules } from "@/app/_ui/fee-split";
import { OwnPrice } from "@/app/_ui/money/own-price";
import { Card } from "@/app/_ui/surfaces/card";
import { Chip } from "@/app/_ui/surfaces/chip";
import { formatMoney } from "@/lib/platform/money/format";
import type { TierValues } from "@/app/(studio)/_parts/tier-form";
import { TierActions } from "./tier-actions";

export type OwnTier = TierValues & { currency: string; archived: boolean; members: number; inUse: "subscribers" | "posts" | null };
/** `up` and `down`: whether the neighbour there costs the same, which is the only time that they may trade places. */
type Props = { creatorId: string; rules: FeeRules; tier: OwnTier; up: boolean; down: boolean; onMove: (by: 1 | -1) => void };

const sayMembers = (count: number) => (count === 0 ? "Nobody is in yet" : count === 1 ? "One member" : `${count.toLocaleString("en-US")} members`);

export function TierRow({ creatorId, rules, tier, up, down, onMove }: Props) {
  return (
    <Card as="li" className="grid gap-5 md:grid-cols-[1fr_300px]">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-2.5">
          <h2 dir="auto" className="display text-head">
            {tier.name}
          </h2>
          {tier.archived && <Chip>Archived</Chip>}
        </div>
        <p className="num mt-1 text-small text-soft">{sayMembers(tier.members)}</p>
        {tier.description && <p className="mt-2 max-w-[60ch] text-small">{tier.description}</p>}
        <ul className="mt-3 grid gap-1 text-small">
          {tier.benefits.map((benefit) => (
            <li key={benefit} className="flex gap-2.5">
              <Check aria-hidden="true" className="mt-0.75 size-4 shrink-0 text-accent" />
              {benefit}
            </li>
          ))}
        </ul>
      </div>
      <div className="grid content-start gap-4">
        <p className="flex items-baseline gap-1.5">
          <span className="display num text-[36px] leading-none">{formatMoney({ amount: tier.minAmount, currency: tier.currency }, { trim: true })}</span>
          <span className="text-soft">or more a month</span>
        </p>
        {(tier.annualAmount !== null || tier.trialDays > 0) && (
          <p className="num text-small text-soft">
            {[tier.annualAmount !== null && `${formatMoney({ amount: tier.annualAmount, currency: tier.currency }, { trim: true })} a year`, tier.trialDays > 0 && `${tier.trialDays} days to try`].filter(Boolean).join(", ")}
          </p>
        )}
        <OwnPrice amount={tier.minAmount} rules={rules} />
        <div className="flex items-center gap-2">
          <TierActions creatorId={creatorId} rules={rules} tier={tier} />
          {(up || down) && (
            <span className="ml-auto flex">
              <IconButton label={`Move ${tier.name} up`} icon={<ArrowUp />} aria-disabled={!up} onClick={() => up && onMove(-1)} className="aria-disabled:opacity-30" />
              <IconButton label={`Move ${tier.name} down`} icon={<ArrowDown />} aria-disabled={!down} onClick={() => down && onMove(1)} className="aria-disabled:opacity-30" />
            </span>
          )}
        </div>
      </div>
    </Card>
  );
}
