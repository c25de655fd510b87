import type { Metadata } from "next";
import Link from "next/link";
import { Stat } from "@/app/_ui/charts/stat";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { Table, Th } from "@/app/_ui/surfaces/table";
import { found } from "@/app/_server/found";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { type Earnings, readEarnings, type SaleView, salesOfCreator } from "@/lib/commerce/purchases";
import { formatMoney } from "@/lib/platform/money/format";
import { MoneyTabs } from "./money-tabs";
import { SaleRow } from "./sale-row";

export const metadata: Metadata = { title: "Money" };

type Props = { searchParams: Promise<{ cursor?: string; open?: string }> };

export default async function MoneyPage({ searchParams }: Props) {
  const { cursor, open } = await searchParams;
  const { ctx, creator } = await studioContext();
  const [earnings, sales] = await Promise.all([readEarnings(ctx, creator.id), found(salesOfCreator(ctx.db, creator.id, { limit: 25, cursor }))]);
  return (
    <>
      <PageHead title="Money" />
      <MoneyTabs at="/studio/money" />
      <Sums earnings={earnings} />
      {sales.data.length === 0 && !cursor ? (
        <EmptyState title="No sale yet" action={<LinkButton href="/studio/tiers" variant="primary">Look at your tiers</LinkButton>}>
          When someone joins, the payment stands here with each of its parts, to the cent.
        </EmptyState>
      ) : (
        <Sales sales={sales.data} cursor={cursor} open={open} />
      )}
      <nav aria-label="Pages" className="mt-6 flex gap-3">
        {cursor && <LinkButton href="/studio/money">Newest</LinkButton>}
        {sales.nextCursor && <LinkButton href={`/studio/money?cursor=${sales.nextCursor}`}>More</LinkButton>}
      </nav>
    </>
  );
}

function Sums({ earnings: { balance, currency, lastThirtyDays, members } }: { earnings: Earnings }) {
  const say = (amount: number) => formatMoney({ amount, currency });
  const { gross, net, sales } = lastThirtyDays;
  return (
    <div className="mb-9 grid gap-4 md:grid-cols-3">
      <Stat label="Balance" value={say(balance)} note={<Link className="link" href="/studio/payouts">When it comes to you</Link>} />
      <Stat label="Last 30 days" value={say(net)} note={`of ${say(gross)} that ${sales === 1 ? "one payment" : `${sales.toLocaleString("en-US")} payments`} brought`} />
      <Stat label="Members" value={members.toLocaleString("en-US")} note={members === 1 ? "person who pays you each month" : "people who pay you each month"} />
    </div>
  );
}

function Sales({ sales, cursor, open }: { sales: SaleView[]; cursor: string | undefined; open: string | undefined }) {
  return (
    <Table caption="Sales, newest first">
      <thead>
        <tr>
          <Th>Day</Th>
          <Th>What happened</Th>
          <Th numeric className="md:pl-6">Paid</Th>
          <Th numeric className="hidden md:table-cell md:pl-8">DirectFanz</Th>
          <Th numeric className="hidden md:table-cell md:pl-8">Card</Th>
          <Th numeric className="md:pl-8">Yours</Th>
        </tr>
      </thead>
      <tbody>
        {sales.map((sale) => (
          <SaleRow key={sale.id} sale={sale} cursor={cursor} open={sale.id === open} />
        ))}
      </tbody>
    </Table>
  );
}
