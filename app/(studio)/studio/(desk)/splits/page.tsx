import type { Metadata } from "next";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { found } from "@/app/_server/found";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { splitsOf, type SplitView } from "@/lib/commerce/splits";
import type { Page } from "@/lib/platform/lists";
import { MoneyTabs } from "../money/money-tabs";
import { NewSplit } from "./new-split";
import { SplitCard } from "./split-card";

export const metadata: Metadata = { title: "Splits" };

type Props = { searchParams: Promise<{ given?: string; taken?: string }> };

/** With whom a page shares what it earns, and who shares with it. */
export default async function Splits({ searchParams }: Props) {
  const cursors = await searchParams;
  const { ctx, creator } = await studioContext();
  const [given, taken] = await Promise.all([found(splitsOf(ctx, creator.id, { side: "given", limit: 20, cursor: cursors.given })), found(splitsOf(ctx, creator.id, { side: "taken", limit: 20, cursor: cursors.taken }))]);
  const waiting = taken.data.filter(({ state }) => state === "proposed").length;
  const none = given.data.length === 0 && taken.data.length === 0 && !cursors.given && !cursors.taken;
  return (
    <>
      <PageHead title="Splits" lead="Share what your page earns with those you make it with. Each payment is shared as it comes in, after fees; what goes back to a fan goes back from both." actions={none ? undefined : <NewSplit quiet={waiting > 0} />} />
      <MoneyTabs at="/studio/splits" />
      {none && (
        <EmptyState title="You share with nobody" action={<NewSplit />}>
          Offer a part to another page. Nothing is shared before they accept, and either of you can end it.
        </EmptyState>
      )}
      <div className="grid gap-9">
        <List id="taken" title={waiting > 0 ? `Shared with you: ${waiting === 1 ? "one offer waits" : `${waiting} offers wait`}` : "Shared with you"} splits={taken} cursor={cursors.taken} />
        <List id="given" title="Shared by you" splits={given} cursor={cursors.given} />
      </div>
    </>
  );
}

function List({ id, title, splits, cursor }: { id: "given" | "taken"; title: string; splits: Page<SplitView>; cursor: string | undefined }) {
  if (splits.data.length === 0 && !cursor) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="display mb-3.5 text-head">
        {title}
      </h2>
      <ul className="grid gap-4">
        {splits.data.map((split) => (
          <SplitCard key={split.id} split={split} />
        ))}
      </ul>
      {(cursor || splits.nextCursor) && (
        <nav aria-label={`Pages: ${title}`} className="mt-4 flex gap-3">
          {cursor && <LinkButton href="/studio/splits">Newest</LinkButton>}
          {splits.nextCursor && <LinkButton href={`/studio/splits?${id}=${splits.nextCursor}`}>More</LinkButton>}
        </nav>
      )}
    </section>
  );
}
