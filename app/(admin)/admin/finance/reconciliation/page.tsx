import type { Metadata } from "next";
import Link from "next/link";
import { Sparkline } from "@/app/_ui/charts/sparkline";
import { Money } from "@/app/_ui/money/money";
import { Chip } from "@/app/_ui/surfaces/chip";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { Table, Td, Th, Tr } from "@/app/_ui/surfaces/table";
import { DateTime } from "@/app/_ui/time/date-time";
import { lastReconciliations, type ReconciliationView } from "@/lib/commerce/reconciliation";
import { formatMoney } from "@/lib/platform/money/format";
import { adminContext } from "../../../_parts/admin-context";
import { ActDialog } from "../_parts/act-dialog";
import { Figure, Figures } from "../_parts/figure";
import { FinanceHead } from "../_parts/finance-head";
import { Runbook } from "./runbook";

export const metadata: Metadata = { title: "Reconciliation" };

const path = "/admin/finance/reconciliation";

export default async function Reconciliation() {
  const ctx = await adminContext();
  const runs = await lastReconciliations(ctx.db, { limit: 50 });
  const [last] = runs;
  const now = <ActDialog act="reconcile" id="" label="Compare now" title="Compare now?" description="The queue fetches what the provider moved and compares it with our books; it takes a minute. Reload this page to see it." confirm="Compare" done="The queue is comparing. Reload in a minute." variant="strong" />;
  return (
    <>
      <FinanceHead at={path} title="Reconciliation" lead="Each hour at :47 what the provider moved is laid beside our books, movement by movement. What is younger than an hour may be on its way; any other difference is an incident with its exact lines." actions={now} />
      {last ? (
        <>
          <Newest last={last} runs={runs} />
          <Runs runs={runs} />
        </>
      ) : (
        <EmptyState title="Never compared">The next comparison is at :47 of this hour, or now.</EmptyState>
      )}
      <Runbook />
    </>
  );
}

function Newest({ last, runs }: { last: ReconciliationView; runs: ReconciliationView[] }) {
  const say = (amount: number) => formatMoney({ amount, currency: last.currency });
  const differences = runs.map(({ difference }) => Math.abs(difference)).reverse();
  const to = `${path}/${last.id}`;
  return (
    <div className="mb-6">
      <Figures>
        <Figure label="The provider says" value={say(last.providerBalance)} note={`its movements sum to ${say(last.movementsSum)}`} href={to} tone={last.providerBalance === last.movementsSum ? "plain" : "danger"} />
        <Figure label="Our books say" value={say(last.ledgerSum)} note="rail:stripe" href="/admin/finance/ledger?account=rail" />
        <Figure label="On its way" value={say(last.inFlight)} note="moved or booked within the hour" href={to} />
        <Figure label="Difference" value={say(last.difference)} note={last.lines.length === 0 ? "none" : last.lines.length === 1 ? "one line" : `${last.lines.length} lines`} href={to} tone={last.lines.length === 0 ? "plain" : "danger"}>
          <Sparkline values={differences} label={`Differences of the last ${runs.length} comparisons, in cents: ${differences.join(", ")}`} />
        </Figure>
      </Figures>
    </div>
  );
}

function Runs({ runs }: { runs: ReconciliationView[] }) {
  return (
    <Table caption="The last comparisons, newest first">
      <thead>
        <tr>
          <Th>When</Th>
          <Th numeric>New movements</Th>
          <Th numeric>Provider</Th>
          <Th numeric>Books</Th>
          <Th numeric>On its way</Th>
          <Th numeric>Difference</Th>
          <Th>Outcome</Th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <Tr key={run.id}>
            <Td className="whitespace-nowrap">
              <Link href={`${path}/${run.id}`} className="link">
                <DateTime date={run.startedAt} style="moment" />
              </Link>
            </Td>
            <Td numeric className="text-soft">
              {run.movements.toLocaleString("en-US")}
            </Td>
            {[run.providerBalance, run.ledgerSum, run.inFlight, run.difference].map((amount, index) => (
              <Td key={index} numeric>
                <Money amount={amount} currency={run.currency} />
              </Td>
            ))}
            <Td>{run.lines.length === 0 ? <Chip tone="in">agrees</Chip> : <Chip tone="danger">{run.lines.length === 1 ? "one line differs" : `${run.lines.length} lines differ`}</Chip>}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
