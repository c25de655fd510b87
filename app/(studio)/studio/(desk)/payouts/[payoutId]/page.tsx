import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { Money } from "@/app/_ui/money/money";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { Table, Td, Th, Tr } from "@/app/_ui/surfaces/table";
import { DateTime } from "@/app/_ui/time/date-time";
import { found } from "@/app/_server/found";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { sayKind } from "@/lib/commerce/papers";
import { explainPayout, type PayoutView, type SettledLine } from "@/lib/commerce/payouts";
import { asId } from "@/lib/platform/ids";
import { formatMoney } from "@/lib/platform/money/format";
import { sayState } from "../say-state";

export const metadata: Metadata = { title: "A payout" };

/** Rows here are what reached the balance, after fees and what is shared: said so where a statement's word means the whole. */
const netWords: Record<string, string> = { sale: "Sales, your part", refund: "Refunds, your part", "refund-failed": "Refunds that came back, your part", payout: "Left by an earlier payout", hold: "Held for disputes", release: "No longer held for disputes" };

type Props = { params: Promise<{ payoutId: string }> };

export default async function PayoutPage({ params }: Props) {
  const { payoutId } = await params;
  const { ctx } = await studioContext();
  const { payout, settled } = await found(explainPayout(ctx, asId("payout", payoutId)));
  return (
    <>
      <Link href="/studio/payouts" className="mb-4 flex w-fit items-center gap-2 rounded-s text-small font-medium text-soft hover:text-ink">
        <ArrowLeft aria-hidden="true" className="size-4" />
        Payouts
      </Link>
      <PageHead title={formatMoney({ amount: payout.amount, currency: payout.currency })} lead={sayState(payout)} />
      <div className="max-w-[720px]">
        <Settles payout={payout} settled={settled} />
        <p className="num mt-4 text-small text-soft">If you write to us about it, quote {payout.id}</p>
      </div>
    </>
  );
}

function Settles({ payout, settled }: { payout: PayoutView; settled: SettledLine[] }) {
  const { currency } = payout;
  const row = (label: string, amount: number, strong = false) => (
    <tr key={label} className={strong ? "font-semibold" : undefined}>
      <Td colSpan={3}>{label}</Td>
      <Td numeric>
        <Money amount={amount} currency={currency} />
      </Td>
    </tr>
  );
  return (
    <Table caption="What this payout settles">
      <thead>
        <tr>
          <Th>Day</Th>
          <Th>What</Th>
          <Th numeric>Lines</Th>
          <Th numeric>Amount</Th>
        </tr>
      </thead>
      <tbody>
        {settled.map((line) => (
          <Tr key={`${line.day}${line.kind}`}>
            <Td className="whitespace-nowrap text-soft">
              <DateTime date={line.day} style={line.day.slice(0, 4) === payout.createdAt.slice(0, 4) ? "short" : "day"} />
            </Td>
            <Td className="w-full">{netWords[line.kind] ?? sayKind(line.kind)}</Td>
            <Td numeric className="text-soft">
              {line.lines}
            </Td>
            <Td numeric>
              <Money amount={line.amount} currency={currency} />
            </Td>
          </Tr>
        ))}
        {row("From your balance", payout.gross, true)}
        {payout.withheld > 0 && row("Withheld for the tax office (24 %; give us your tax form to end it)", -payout.withheld)}
        {payout.fee > 0 && row("Instant payout", -payout.fee)}
        {row("To your bank", payout.amount, true)}
      </tbody>
    </Table>
  );
}
