import type { Metadata } from "next";
import { found } from "@/app/_server/found";
import { Button } from "@/app/_ui/controls/button";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { Money } from "@/app/_ui/money/money";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { Table, Td, Th, Tr } from "@/app/_ui/surfaces/table";
import { notesOfDay } from "@/lib/commerce/payouts";
import { adminContext } from "../../../../_parts/admin-context";
import { Choice } from "../../_parts/choice";
import { FinanceHead } from "../../_parts/finance-head";
import { Pages } from "../../_parts/pages";
import { PayeeLink } from "../../_parts/payee-link";
import { saySkip } from "../../_parts/say-payout";
import { PayoutViews } from "../payout-views";

export const metadata: Metadata = { title: "Not paid, and why" };

const path = "/admin/finance/payouts/skips";
type Query = { day?: string; code?: string; after?: string };
const realDay = (text: string | undefined): string | undefined => (text && /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) ? text : undefined);

export default async function Skips({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const ctx = await adminContext();
  const code = query.code && query.code in saySkip ? query.code : undefined;
  const { day, codes, notes, next } = await found(notesOfDay(ctx, { day: realDay(query.day), code, after: query.after?.slice(0, 80) }));
  return (
    <>
      <FinanceHead at="/admin/finance/payouts" title="Payouts" lead="Every creator with a balance who was not paid in a run, and the sentence they read." />
      <PayoutViews at={path} />
      <form action={path} className="mb-4 flex items-end gap-3">
        <Field label="Day of the run">{(control) => <Input {...control} type="date" name="day" defaultValue={day} className="text-small" />}</Field>
        <Button type="submit" variant="strong">
          Show
        </Button>
      </form>
      <Choice label="Reason" path={path} name="code" query={{ day }} current={code} options={[{ value: undefined, label: "All" }, ...codes.map((one) => ({ value: one.code, label: saySkip[one.code] ?? one.code, count: one.notes }))]} />
      {notes.length === 0 ? (
        <EmptyState title="No notes">On {day} either no run was made, or everyone with a balance was paid.</EmptyState>
      ) : (
        <Table caption={`Not paid on ${day}`}>
          <thead>
            <tr>
              <Th>Creator</Th>
              <Th>Reason</Th>
              <Th>What they read</Th>
              <Th numeric>Balance</Th>
            </tr>
          </thead>
          <tbody>
            {notes.map((note) => (
              <Tr key={note.payee.creatorId}>
                <Td className="min-w-36">
                  <PayeeLink payee={note.payee} />
                </Td>
                <Td className="whitespace-nowrap">{saySkip[note.code] ?? note.code}</Td>
                <Td className="min-w-64 text-soft">{note.text}</Td>
                <Td numeric>
                  <Money amount={note.amount} currency={note.currency} />
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
      <Pages path={path} query={{ day, code }} cursor={query.after} next={next} name="after" nextLabel="More" />
    </>
  );
}
