import type { Metadata } from "next";
import Link from "next/link";
import { found } from "@/app/_server/found";
import { Money } from "@/app/_ui/money/money";
import { Table, Td, Th } from "@/app/_ui/surfaces/table";
import { DateTime } from "@/app/_ui/time/date-time";
import { type EntryExplanation, explainEntry, sayKind } from "@/lib/commerce/papers";
import { formatMoney } from "@/lib/platform/money/format";
import { adminContext } from "../../../../_parts/admin-context";
import { FinanceHead } from "../../_parts/finance-head";
import { IdLink } from "../../_parts/id-link";
import { Facts, Part } from "../../_parts/part";

export const metadata: Metadata = { title: "Where a line came from" };

export default async function LinePage({ params }: { params: Promise<{ entryId: string }> }) {
  const { entryId } = await params;
  const told = await found(explainEntry(await adminContext(), entryId));
  return (
    <>
      <FinanceHead
        at="/admin/finance/ledger"
        back={{ href: "/admin/finance/ledger", label: "Ledger" }}
        title={formatMoney({ amount: told.amount, currency: told.currency }, { signed: true })}
        lead={
          <>
            {told.line.charAt(0).toUpperCase() + told.line.slice(1)}. {sayKind(told.transaction.kind)} of <DateTime date={told.occurredAt} style="moment" />, booked <DateTime date={told.bookedAt} style="moment" />.
          </>
        }
      />
      <div className="grid gap-x-9 gap-y-7 xl:grid-cols-2">
        <Part title="The whole booking" lead="Debits and credits as the books have them. Together they are nothing.">
          <Lines told={told} />
        </Part>
        <div className="grid content-start gap-7">
          <Part title={told.cause.what}>
            <Facts rows={[...told.cause.facts.map(({ name, value }) => ({ label: name, value: /^\w{3}_\w{26}$/u.test(value) ? <IdLink id={value} label={value} /> : value })), { label: "Its id", value: <IdLink id={told.cause.id} label={told.cause.id} /> }]} />
          </Part>
          {told.rule && <Part title="By which rule">{told.rule}</Part>}
          <Part title="At the payment provider">{told.provider.length > 0 ? <Facts rows={told.provider.map(({ name, value }) => ({ label: name, value: <IdLink id={value} /> }))} /> : <p className="text-soft">Nothing of it went through a provider.</p>}</Part>
          <Part title="What was noted">
            <Noted told={told} />
          </Part>
        </div>
      </div>
    </>
  );
}

function Lines({ told: { lines, currency } }: { told: EntryExplanation }) {
  const sum = (side: 1 | -1): number => lines.reduce((total, { amount }) => (amount * side > 0 ? total + amount * side : total), 0);
  return (
    <Table caption="Lines of the booking">
      <thead>
        <tr>
          <Th>Line</Th>
          <Th numeric>Debit</Th>
          <Th numeric>Credit</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} aria-current={line.this ? "true" : undefined} className="aria-[current]:bg-raised aria-[current]:font-semibold">
            <Td>
              {line.this ? line.line : <Link href={`/admin/finance/ledger/${line.id}`} className="link">{line.line}</Link>}
              <span className="block text-tiny font-normal wrap-anywhere text-soft">{line.account}</span>
            </Td>
            <Td numeric>{line.amount > 0 && <Money amount={line.amount} currency={currency} />}</Td>
            <Td numeric>{line.amount < 0 && <Money amount={-line.amount} currency={currency} />}</Td>
          </tr>
        ))}
        <tr>
          <Td className="font-semibold">Together</Td>
          <Td numeric className="font-semibold">
            <Money amount={sum(1)} currency={currency} />
          </Td>
          <Td numeric className="font-semibold">
            <Money amount={sum(-1)} currency={currency} />
          </Td>
        </tr>
      </tbody>
    </Table>
  );
}

function Noted({ told: { trail, cause } }: { told: EntryExplanation }) {
  if (trail.length === 0) return <p className="text-soft">Nothing was noted of it.</p>;
  return (
    <>
      <Facts rows={trail.map(({ at, action, by }) => ({ label: action, value: <><DateTime date={at} style="moment" /> <span className="text-soft">by {by}</span></> }))} />
      <p className="mt-1.5">
        <Link href={`/admin/audit?subject=${cause.id}`} className="link">
          In the audit trail
        </Link>
      </p>
    </>
  );
}
