import type { Metadata } from "next";
import { Fragment } from "react";
import { found } from "@/app/_server/found";
import { Money } from "@/app/_ui/money/money";
import { Notice } from "@/app/_ui/surfaces/notice";
import { Table, Td, Th } from "@/app/_ui/surfaces/table";
import { DateTime } from "@/app/_ui/time/date-time";
import { readReconciliation, type ReconciliationDetail } from "@/lib/commerce/reconciliation";
import { formatMoney } from "@/lib/platform/money/format";
import { adminContext } from "../../../../_parts/admin-context";
import { FinanceHead } from "../../_parts/finance-head";
import { IdLink } from "../../_parts/id-link";
import { Facts, Part } from "../../_parts/part";
import { Runbook } from "../runbook";

export const metadata: Metadata = { title: "A comparison" };

export default async function ComparisonPage({ params }: { params: Promise<{ reconciliationId: string }> }) {
  const run = await found(readReconciliation(await adminContext(), (await params).reconciliationId));
  const say = (amount: number) => formatMoney({ amount, currency: run.currency });
  return (
    <>
      <FinanceHead at="/admin/finance/reconciliation" back={{ href: "/admin/finance/reconciliation", label: "Reconciliation" }} title={run.lines.length === 0 ? "Both sides agree" : `${say(run.difference)} differ`} lead={<>Compared on <DateTime date={run.startedAt} style="moment" />, up to what the provider moved by <DateTime date={run.pulledTo} style="moment" />.</>} />
      <Part title="Both sides" className="mb-7">
        <Facts rows={[{ label: "The provider's balance", value: say(run.providerBalance) }, { label: "Its movements sum to", value: say(run.movementsSum) }, { label: "Our account of it", value: say(run.ledgerSum) }, { label: "On its way", value: say(run.inFlight) }, { label: "Difference", value: say(run.difference) }, { label: "New movements", value: run.movements.toLocaleString("en-US") }]} />
      </Part>
      {run.lines.length === 0 ? <Notice tone="in" title="No line differs.">Every movement of the provider has its booking, to the cent.</Notice> : <Lines run={run} />}
      <Runbook />
    </>
  );
}

function Lines({ run }: { run: ReconciliationDetail }) {
  return (
    <Part title="Lines that differ" lead="Each is one cause: what the provider moved for it, and what our books have. The provider's movements stand below it.">
      <Table caption="Both sides of each line that differs">
        <thead>
          <tr>
            <Th>Cause</Th>
            <Th>What</Th>
            <Th numeric>Provider</Th>
            <Th numeric>Books</Th>
            <Th numeric>Difference</Th>
          </tr>
        </thead>
        <tbody>
          {run.lines.map((line) => (
            <Fragment key={line.causeId ?? line.movementId}>
              <tr className="bg-raised/50">
                <Td>{line.causeId ? <IdLink id={line.causeId} /> : "no row of ours"}</Td>
                <Td>{line.type}</Td>
                {[line.provider, line.ledger, line.provider - line.ledger].map((amount, index) => (
                  <Td key={index} numeric>
                    <Money amount={amount} currency={run.currency} />
                  </Td>
                ))}
              </tr>
              {(run.movementsOf[line.causeId ?? line.movementId ?? ""] ?? []).map((movement) => (
                <tr key={movement.id}>
                  <td className="px-2 py-1 text-soft">
                    <DateTime date={movement.occurredAt} style="moment" />
                  </td>
                  <td className="px-2 py-1">
                    {movement.type} <IdLink id={movement.source ?? movement.id} />
                  </td>
                  <td className="px-2 py-1 text-right">
                    <Money amount={movement.net} currency={run.currency} />
                  </td>
                  <td colSpan={2} />
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </Table>
    </Part>
  );
}
