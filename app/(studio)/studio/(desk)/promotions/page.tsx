import type { Metadata } from "next";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { found } from "@/app/_server/found";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { promotionsOf } from "@/lib/commerce/promotions";
import { listTiers } from "@/lib/content/tiers";
import { config } from "@/lib/platform/config";
import { MoneyTabs } from "../money/money-tabs";
import { NewPromotion } from "./new-promotion";
import { PromotionCard } from "./promotion-card";

export const metadata: Metadata = { title: "Codes" };

type Props = { searchParams: Promise<{ cursor?: string }> };

/** The codes of a page: what each takes off, who has redeemed it, what it has brought. */
export default async function Promotions({ searchParams }: Props) {
  const { cursor } = await searchParams;
  const { ctx, creator } = await studioContext();
  const [tiers, codes] = await Promise.all([listTiers(ctx.db, creator.id, { archived: true }), found(promotionsOf(ctx, creator.id, { limit: 20, cursor }))]);
  const open = tiers.filter(({ archived }) => !archived).map(({ id, name }) => ({ id, name }));
  const names = new Map(tiers.map(({ id, name }) => [id, name] as const));
  const add = <NewPromotion tiers={open} />;
  return (
    <>
      <PageHead title="Codes" lead="A word you give out, and what it takes off for those who join with it. Once for each fan; tips and gifts take none." actions={codes.data.length > 0 ? add : undefined} />
      <MoneyTabs at="/studio/promotions" />
      {codes.data.length === 0 && !cursor ? (
        open.length === 0 ? (
          <EmptyState title="No tier to take something off" action={<LinkButton href="/studio/tiers" variant="primary">Make a tier</LinkButton>}>
            A code is for those who join one of your tiers.
          </EmptyState>
        ) : (
          <EmptyState title="No code yet" action={add}>
            Say one on stage, or put a link in your mail: whoever joins with it pays less, and you see here what came of it.
          </EmptyState>
        )
      ) : (
        <ul className="grid gap-4">
          {codes.data.map((promotion) => (
            <PromotionCard key={promotion.id} promotion={promotion} tierNames={promotion.tierIds.map((id) => names.get(id) ?? "a tier that is gone")} link={`${config().APP_URL}/c/${creator.handle}/join?code=${promotion.code}`} />
          ))}
        </ul>
      )}
      <nav aria-label="Pages" className="mt-6 flex gap-3">
        {cursor && <LinkButton href="/studio/promotions">Newest</LinkButton>}
        {codes.nextCursor && <LinkButton href={`/studio/promotions?cursor=${codes.nextCursor}`}>More</LinkButton>}
      </nav>
    </>
  );
}
