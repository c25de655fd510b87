import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { found } from "@/app/_server/found";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { Money } from "@/app/_ui/money/money";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { DateTime } from "@/app/_ui/time/date-time";
import { type EntryExplanation, explainEntry, sayMonth } from "@/lib/commerce/papers";
import { formatMoney } from "@/lib/platform/money/format";

export const metadata: Metadata = { title: "Where a line came from" };

type Props = { params: Promise<{ entryId: string }> };

export default async function LinePage({ params }: Props) {
  const { entryId } = await params;
  const { ctx } = await studioContext();
  const told = await found(explainEntry(ctx, entryId));
  const month = told.occurredAt.slice(0, 7);
  return (
    <>
      <Link href={`/studio/statements/${month}`} className="mb-4 flex w-fit items-center gap-2 rounded-s text-small font-medium text-soft hover:text-ink">
        <ArrowLeft aria-hidden="true" className="size-4" />
        {sayMonth(month)}
      </Link>
      <PageHead
        title={formatMoney({ amount: told.amount, currency: told.currency }, { signed: true })}
        lead={
          <>
            {told.line === "sale" ? "Paid by the fan" : told.line}. It happened on <DateTime date={told.occurredAt} style="moment" />.
          </>
        }
      />
      <div className="grid max-w-[880px] gap-8">
        <Part title={told.cause.what}>
          <Facts rows={[...told.cause.facts, { name: "Our id", value: told.cause.id }]} />
        </Part>
        {told.rule && <Part title="By which rule">{told.rule}</Part>}
        <Part title="The whole booking">
          <p className="mb-2 text-small text-soft">{told.transaction.description}. As the books write it: what is owed grows below zero, and all of it sums to zero.</p>
          <Lines told={told} />
        </Part>
        {told.provider.length > 0 && (
          <Part title="At the payment provider">
            <Facts rows={told.provider} />
          </Part>
        )}
        <Part title="What was noted">
          <Trail trail={told.trail} />
        </Part>
      </div>
      <p className="num mt-8 text-small break-all text-soft">
        Booked on <DateTime date={told.bookedAt} style="moment" />. If you write to us about it, quote {told.id}
      </p>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="mb-2 text-lead font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function Facts({ rows }: { rows: { name: string; value: string }[] }) {
  return (
    <dl className="divide-y divide-line border-y border-line text-small">
      {rows.map(({ name, value }) => (
        <div key={name} className="grid gap-x-4 py-2 sm:grid-cols-[180px_1fr]">
          <dt className="text-soft">{name}</dt>
          <dd className="num break-all">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ told: { lines, currency } }: { told: EntryExplanation }) {
  return (
    <ul className="divide-y divide-line border-y border-line text-small">
      {lines.map(({ id, account, amount, line, this: here }) => (
        <li key={id} aria-current={here ? "true" : undefined} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-2 aria-[current]:font-semibold">
          <span>
            {line}
            <span className="num block text-tiny font-normal break-all text-soft">{account}</span>
          </span>
          <Money amount={amount} currency={currency} signed />
        </li>
      ))}
    </ul>
  );
}

function Trail({ trail }: { trail: EntryExplanation["trail"] }) {
  if (trail.length === 0) return <p className="text-small text-soft">Nothing was noted of it.</p>;
  return (
    <ul className="divide-y divide-line border-y border-line text-small">
      {trail.map(({ at, action, by }) => (
        <li key={`${at} ${action}`} className="flex flex-wrap justify-between gap-x-4 py-2">
          <span>
            {action} <span className="text-soft">by {by}</span>
          </span>
          <DateTime date={at} style="moment" className="num text-soft" />
        </li>
      ))}
    </ul>
  );
}
