import type { Metadata } from "next";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { found } from "@/app/_server/found";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { disputesOfCreator } from "@/lib/commerce/disputes";
import { MoneyTabs } from "../money/money-tabs";
import { DisputeRow } from "./dispute-row";

export const metadata: Metadata = { title: "Disputes" };

type Props = { searchParams: Promise<{ cursor?: string }> };

export default async function DisputesPage({ searchParams }: Props) {
  const { cursor } = await searchParams;
  const { ctx, creator } = await studioContext();
  const disputes = await found(disputesOfCreator(ctx, creator.id, { limit: 25, cursor }));
  return (
    <>
      <PageHead title="Disputes" lead="When a fan tells their bank that a payment was wrong, the bank takes it back first and asks later. We answer with what happened here. It is never a strike against you." />
      <MoneyTabs at="/studio/disputes" />
      {disputes.data.length === 0 && !cursor ? (
        <EmptyState title="No dispute" action={<LinkButton href="/studio/money">Look at your sales</LinkButton>}>
          If a bank ever questions a payment, it stands here with what is held, until when you can add to it, and how it ended.
        </EmptyState>
      ) : (
        <ul className="grid gap-3">
          {disputes.data.map((dispute) => (
            <DisputeRow key={dispute.id} dispute={dispute} now={ctx.now} />
          ))}
        </ul>
      )}
      <nav aria-label="Pages" className="mt-6 flex gap-3">
        {cursor && <LinkButton href="/studio/disputes">Newest</LinkButton>}
        {disputes.nextCursor && <LinkButton href={`/studio/disputes?cursor=${disputes.nextCursor}`}>More</LinkButton>}
      </nav>
    </>
  );
}
