"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { api, problemOf } from "@/app/_client/api";
import type { FeeRules } from "@/app/_ui/fee-split";
import { notify } from "@/app/_ui/overlays/toast";
import { TierRow, type OwnTier } from "./tier-row";

export function TierList({ creatorId, rules, tiers }: { creatorId: string; rules: FeeRules; tiers: OwnTier[] }) {
  const router = useRouter();
  const [moving, setMoving] = useState(false);

  const move = async (from: number, by: 1 | -1) => {
    const order = tiers.map((tier) => tier.id);
    const [moved] = order.splice(from, 1);
    if (!moved || moving) return;
    order.splice(from + by, 0, moved);
    setMoving(true);
    const { error } = await api.PUT("/api/v1/creators/{creatorId}/tier-order", { params: { path: { creatorId } }, body: { tierIds: order } }).catch((thrown: unknown) => ({ error: thrown }));
    setMoving(false);
    if (error) { notify.failed(problemOf(error).detail); return; }
    router.refresh();
  };

  const samePrice = (a: OwnTier, b: OwnTier | undefined) => a.minAmount === b?.minAmount;
  return (
    <ol className="grid gap-4" aria-busy={moving}>
      {tiers.map((tier, i) => (
        <TierRow key={tier.id} creatorId={creatorId} rules={rules} tier={tier} onMove={(by) => void move(i, by)} up={samePrice(tier, tiers[i - 1])} down={samePrice(tier, tiers[i + 1])} />
      ))}
    </ol>
  );
}
