import type { Metadata } from "next";
import { Stat } from "@/app/_ui/charts/stat";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { Notice } from "@/app/_ui/surfaces/notice";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { DateTime } from "@/app/_ui/time/date-time";
import { found } from "@/app/_server/found";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { payoutsOfCreator, type PayoutStatus, payoutStatus, refreshPayoutAccount } from "@/lib/commerce/payouts";
import { formatMoney } from "@/lib/platform/money/format";
import { MoneyTabs } from "../money/money-tabs";
import { AccountCard } from "./account-card";
import { PayoutTable } from "./payout-table";

export const metadata: Metadata = { title: "Payouts" };

type Props = { searchParams: Promise<{ cursor?: string; back?: string }> };

export default async function PayoutsPage({ searchParams }: Props) {
  const { cursor, back } = await searchParams;
  const { ctx, creator } = await studioContext();
  // Somebody who comes back from the provider's page need not wait for its webhook; while it is away the page shows what we know.
  if (back) await refreshPayoutAccount({ ctx }).catch(() => undefined);
  const [status, payouts] = await Promise.all([payoutStatus(ctx, creator.id), found(payoutsOfCreator(ctx.db, creator.id, { limit: 25, cursor }))]);
  return (
    <>
      <PageHead title="Payouts" lead={sayNext(status)} />
      <MoneyTabs at="/studio/payouts" />
      <Holds status={status} />
      <Balances status={status} />
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_360px]">
        <section aria-label="Payouts" className="min-w-0 max-lg:order-2">
          <PayoutTable payouts={payouts.data} />
          <nav aria-label="Pages" className="mt-6 flex gap-3">
            {cursor && <LinkButton href="/studio/payouts">Newest</LinkButton>}
            {payouts.nextCursor && <LinkButton href={`/studio/payouts?cursor=${payouts.nextCursor}`}>More</LinkButton>}
          </nav>
          <Notes status={status} />
        </section>
        <AccountCard status={status} />
      </div>
    </>
  );
}

/** The one thing a creator wants to know, first. */
function sayNext({ next, account, currency }: PayoutStatus): React.ReactNode {
  if (next.pays !== null && next.payday) {
    return (
      <>
        {formatMoney({ amount: next.pays, currency })} is ready. Your next payday is <DateTime date={next.payday} style="day" />.
      </>
    );
  }
  if (next.pays !== null && account) return `${formatMoney({ amount: next.pays, currency })} is ready. You chose to ask for it yourself.`;
  return next.reason;
}

function Balances({ status: { available, ready, held, inPayout, currency } }: { status: PayoutStatus }) {
  const say = (amount: number): string => formatMoney({ amount, currency });
  return (
    <div className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
      <Stat label="Ready" value={say(ready)} note="old enough to be sent" />
      <Stat label="Balance" value={say(available)} note={available < 0 ? "your next sales make up for it" : "all that is yours and free; sales wait seven days"} />
      <Stat label="Held" value={say(held)} note={held > 0 ? "kept back by a dispute" : "nothing is kept back"} {...(held > 0 ? { tone: "held" as const } : {})} />
      <Stat label="On its way" value={say(inPayout)} note={inPayout > 0 ? "left your balance, not sent yet" : "nothing waits to be sent"} />
    </div>
  );
}

function Holds({ status: { holds } }: { status: PayoutStatus }) {
  if (holds.length === 0) return null;
  return (
    <div className="mb-6 grid gap-3">
      {holds.map((hold) => (
        <Notice key={hold.id} tone="held" title="Payouts wait. The money stays yours.">
          <p>
            {hold.reason} {hold.whatToDo}
          </p>
          <p>
            {hold.byUs ? "Decided by a person at DirectFanz" : "Decided by a rule"} on <DateTime date={hold.startsAt} style="day" />
            {hold.endsAt && (
              <>
                ; ends on <DateTime date={hold.endsAt} style="day" /> at the latest
              </>
            )}
            .
          </p>
        </Notice>
      ))}
    </div>
  );
}

function Notes({ status: { notes } }: { status: PayoutStatus }) {
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="days-without" className="mt-9">
      <h2 id="days-without" className="mb-3 text-lead font-semibold">
        Days without a payout, and why
      </h2>
      <dl className="divide-y divide-line border-y border-line text-small">
        {notes.map((note) => (
          <div key={note.day} className="grid gap-x-4 py-2.5 sm:grid-cols-[88px_1fr]">
            <dt className="num text-soft">
              <DateTime date={note.day} style="short" />
            </dt>
            <dd>{note.text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
