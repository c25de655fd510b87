import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { found } from "@/app/_server/found";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { Money } from "@/app/_ui/money/money";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { DateTime } from "@/app/_ui/time/date-time";
import { month as monthSchema, sayKind, sayMonth, saySection, type StatementLine, statementLines } from "@/lib/commerce/papers";

export const metadata: Metadata = { title: "Lines of a month" };

type Props = { params: Promise<{ month: string }>; searchParams: Promise<{ cursor?: string }> };

export default async function MonthPage({ params, searchParams }: Props) {
  const [{ month }, { cursor }] = await Promise.all([params, searchParams]);
  if (!monthSchema.safeParse(month).success) notFound();
  const { ctx } = await studioContext();
  const { data: lines, nextCursor } = await found(statementLines(ctx, month, { limit: 50, cursor }));
  const here = `/studio/statements/${month}`;
  return (
    <>
      <Link href="/studio/statements" className="mb-4 flex w-fit items-center gap-2 rounded-s text-small font-medium text-soft hover:text-ink">
        <ArrowLeft aria-hidden="true" className="size-4" />
        Statements
      </Link>
      <PageHead
        title={sayMonth(month)}
        lead="Every line of the books that is yours, newest first. Open one to see where it came from."
        actions={
          <>
            <LinkButton href={`/api/v1/statements/${month}?format=pdf`} prefetch={false} target="_blank">PDF</LinkButton>
            <LinkButton href={`/api/v1/statements/${month}?format=csv`} prefetch={false}>CSV</LinkButton>
          </>
        }
      />
      {lines.length === 0 && !cursor ? (
        <EmptyState title="Nothing moved">No line of your books is of this month.</EmptyState>
      ) : (
        <ul aria-label={`Lines of ${sayMonth(month)}`} className="max-w-[880px] border-b border-line">
          {lines.map((line) => (
            <LineRow key={line.id} line={line} />
          ))}
        </ul>
      )}
      <nav aria-label="Pages" className="mt-6 flex gap-3 empty:hidden">
        {cursor && <LinkButton href={here}>Newest</LinkButton>}
        {nextCursor && <LinkButton href={`${here}?cursor=${nextCursor}`}>More</LinkButton>}
      </nav>
    </>
  );
}

function LineRow({ line: { id, section, occurredAt, amount, currency, kind, line, description } }: { line: StatementLine }) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-0.5 border-t border-line py-3">
      <p className="min-w-0 break-words">
        <Link href={`/studio/statements/lines/${id}`} className="link font-semibold">
          {line === "sale" ? "paid by the fan" : line}
        </Link>
      </p>
      <Money amount={amount} currency={currency} signed className="text-right font-semibold" />
      <p className="col-span-2 text-small text-soft">
        <DateTime date={occurredAt} style="moment" /> · {sayKind(kind)} · {description}
        {section !== "balance" && <> · {saySection(section)}</>}
      </p>
    </li>
  );
}
