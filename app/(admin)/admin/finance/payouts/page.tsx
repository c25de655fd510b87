import type { Metadata } from "next";
import Link from "next/link";
import { found } from "@/app/_server/found";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { Money } from "@/app/_ui/money/money";
import { Chip } from "@/app/_ui/surfaces/chip";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { Table, Td, Th, Tr } from "@/app/_ui/surfaces/table";
import { DateTime } from "@/app/_ui/time/date-time";
import { approvalAbove, type DeskPayout, holdRules, listPayouts, payoutFigures } from "@/lib/commerce/payouts";
import { asId } from "@/lib/platform/ids";
import { formatMoney } from "@/lib/platform/money/format";
import { adminContext } from "../../../_parts/admin-context";
import { Choice } from "../_parts/choice";
import { FinanceHead } from "../_parts/finance-head";
import { HoldDialog } from "../_parts/hold-dialog";
import { Pages } from "../_parts/pages";
import { PayeeLink } from "../_parts/payee-link";
import { payoutStates, payoutTone, sayPayoutState } from "../_parts/say-payout";
import { PayoutViews } from "./payout-views";

export const metadata: Metadata = { title: "Payouts" };

const path = "/admin/finance/payouts";
type Query = { state?: string; creator?: string; cursor?: string };

export default async function Payouts({ searchParams }: { searchParams: Promise<Query> }) {
  const { state: asked, creator, cursor } = await searchParams;
  const ctx = await adminContext();
  const state = payoutStates.find((one) => one === asked);
  const [payouts, figures] = await Promise.all([found(listPayouts(ctx, { state, creatorId: creator ? asId("creator", creator) : undefined, limit: 40, cursor })), payoutFigures(ctx)]);
  const countOf = (one: string) => figures.underWay.find((row) => row.state === one)?.payouts;
  return (
    <>
      <FinanceHead at={path} title="Payouts" lead={`Begun each morning from what is a week old. Above ${formatMoney({ amount: approvalAbove, currency: "usd" }, { trim: true })} two people agree first.`} actions={<HoldDialog rules={holdRules} />} />
      <PayoutViews at={path} />
      <Choice label="State" path={path} name="state" query={{ creator }} current={state} options={[{ value: undefined, label: "All" }, ...payoutStates.map((one) => ({ value: one, label: sayPayoutState[one], count: countOf(one) }))]} />
      {creator && (
        <p className="mb-3 flex items-center gap-2 text-soft">
          Only those of <span className="num">{creator}</span>
          <LinkButton size="small" href={path}>
            Show all
          </LinkButton>
        </p>
      )}
      {payouts.data.length === 0 ? (
        <EmptyState title={state ? `None: ${sayPayoutState[state].toLowerCase()}` : "No payout yet"} action={state && <LinkButton href={path}>Show all</LinkButton>}>
          The run of each morning begins them. Who is not paid reads why, and so can you: Not paid, and why.
        </EmptyState>
      ) : (
        <Rows payouts={payouts.data} />
      )}
      <Pages path={path} query={{ state, creator }} cursor={cursor} next={payouts.nextCursor} />
    </>
  );
}

function Rows({ payouts }: { payouts: DeskPayout[] }) {
  return (
    <Table caption="Payouts, newest first">
      <thead>
        <tr>
          <Th>Begun</Th>
          <Th>To</Th>
          <Th>State</Th>
          <Th numeric>From the balance</Th>
          <Th numeric>Withheld</Th>
          <Th numeric>Sent</Th>
          <Th>Bank</Th>
        </tr>
      </thead>
      <tbody>
        {payouts.map((payout) => (
          <Tr key={payout.id}>
            <Td className="whitespace-nowrap text-soft">
              <Link href={`${path}/${payout.id}`} className="link">
                <DateTime date={payout.createdAt} style="moment" />
              </Link>
            </Td>
            <Td className="min-w-40">
              <PayeeLink payee={payout.payee} />
            </Td>
            <Td className="min-w-44">
              <Chip tone={payoutTone[payout.state]}>{sayPayoutState[payout.state]}</Chip>
              {payout.state === "awaiting_approval" && <span className="ml-2 text-tiny text-soft">{payout.approvals} of 2</span>}
              {payout.failureMessage && <span className="block text-tiny text-soft">{payout.failureMessage}</span>}
            </Td>
            <Td numeric>
              <Money amount={payout.gross} currency={payout.currency} />
            </Td>
            <Td numeric className="text-soft">
              {payout.withheld > 0 ? <Money amount={payout.withheld} currency={payout.currency} /> : "–"}
            </Td>
            <Td numeric className="font-semibold">
              <Money amount={payout.amount} currency={payout.currency} />
            </Td>
            <Td className="num whitespace-nowrap text-soft">
              …{payout.bankLast4 ?? "????"}
              {payout.method === "instant" && <Chip className="ml-2">instant</Chip>}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
