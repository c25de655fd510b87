import type { Metadata } from "next";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { feeRules } from "@/app/(studio)/_parts/fee-rules";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { membersByTier } from "@/lib/commerce/subscriptions";
import { listTiers, tiersInUse } from "@/lib/content/tiers";
import { NewTier } from "./new-tier";
import { TierList } from "./tier-list";

export const metadata: Metadata = { title: "Tiers" };

export default async function Tiers() {
  const { ctx, creator } = await studioContext();
  const [tiers, members, used, rules] = await Promise.all([listTiers(ctx.db, creator.id, { archived: true }), membersByTier(ctx.db, creator.id), tiersInUse(ctx.db, creator.id), feeRules(ctx)]);
  const add = <NewTier creatorId={creator.id} rules={rules} />;
  return (
    <>
      <PageHead title="Tiers" lead="By price, lowest first: who pays more sees more. A member sees the posts of their own tier and of every cheaper one." actions={tiers.length ? add : undefined} />
      {tiers.length === 0 ? (
        <EmptyState title="No way to join yet" action={add}>
          A tier is a price and what one gets for it each month. One is enough to begin.
        </EmptyState>
      ) : (
        <TierList creatorId={creator.id} rules={rules} tiers={tiers.map((tier) => ({ ...tier, members: members.get(tier.id) ?? 0, inUse: used.get(tier.id) ?? null }))} />
      )}
    </>
  );
}
