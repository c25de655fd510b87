import type { Metadata } from "next";
import { Fragment } from "react";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { feeRules } from "@/app/(studio)/_parts/fee-rules";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { leavingReasonsOf, membersByTier, type ReasonCount } from "@/lib/commerce/subscriptions";
import { listTiers, tiersInUse } from "@/lib/content/tiers";
import { NewTier } from "./new-tier";
import { TierList } from "./tier-list";

export const metadata: Metadata = { title: "Tiers" };

export default async function Tiers() {
  const { ctx, creator } = await studioContext();
  const [tiers, members, used, rules, reasons] = await Promise.all([listTiers(ctx.db, creator.id, { archived: true }), membersByTier(ctx.db, creator.id), tiersInUse(ctx.db, creator.id), feeRules(ctx, creator.id), leavingReasonsOf(ctx, creator.id)]);
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
      {tiers.length > 0 && <WhyTheyLeft reasons={reasons} />}
    </>
  );
}

/** Sums of a year; what fewer than five have said is not among them. */
function WhyTheyLeft({ reasons }: { reasons: ReasonCount[] }) {
  return (
    <section aria-labelledby="why" className="mt-10">
      <h2 id="why" className="display text-head">
        Why people left
      </h2>
      {reasons.length === 0 ? (
        <p className="mt-2 max-w-[60ch] text-small text-soft">Whoever leaves may say why. You see it once five have said the same, so that nobody can be guessed.</p>
      ) : (
        <dl className="num mt-3 grid max-w-[420px] grid-cols-[1fr_auto] gap-x-6 gap-y-1.5">
          {reasons.map(({ reason, words, count }) => (
            <Fragment key={reason}>
              <dt>{words}</dt>
              <dd className="text-right font-semibold">{count.toLocaleString("en-US")}</dd>
            </Fragment>
          ))}
        </dl>
      )}
    </section>
  );
}
