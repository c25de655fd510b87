import type { Metadata } from "next";
import Link from "next/link";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { listStatements, sayMonth, type StatementMonth } from "@/lib/commerce/papers";
import { formatMoney } from "@/lib/platform/money/format";
import { MoneyTabs } from "../money/money-tabs";

export const metadata: Metadata = { title: "Statements" };

export default async function StatementsPage() {
  const { ctx } = await studioContext();
  const months = await listStatements(ctx);
  return (
    <>
      <PageHead title="Statements" lead="Your balance month by month, out of the books, by the clock of UTC. Each as a PDF, and line by line for your accountant." />
      <MoneyTabs at="/studio/statements" />
      {months.length === 0 ? (
        <EmptyState title="No statement yet">The first month in which money moves begins the list.</EmptyState>
      ) : (
        <ul aria-label="Months" className="grid gap-4 lg:grid-cols-2">
          {months.map((one) => (
            <Month key={one.month} of={one} />
          ))}
        </ul>
      )}
    </>
  );
}

function Month({ of: { month, currency, opening, in: came, out, closing, lines } }: { of: StatementMonth }) {
  const name = sayMonth(month);
  const say = (amount: number, signed = false): string => formatMoney({ amount, currency }, { signed });
  const facts: [string, string][] = [["Began with", say(opening)], ["In", say(came, true)], ["Out", say(out)], ["Ended with", say(closing)]];
  return (
    <li className="rounded-l border border-line p-4 lg:p-5">
      <h2 className="display text-head">
        <Link href={`/studio/statements/${month}`} className="hover:underline">
          {name}
        </Link>
      </h2>
      <dl className="num mt-3 grid grid-cols-2 gap-x-4 gap-y-2 text-small sm:grid-cols-4">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="text-soft">{label}</dt>
            <dd className="font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 flex flex-wrap gap-x-5 gap-y-2 text-small">
        <a className="link py-1" href={`/api/v1/statements/${month}?format=pdf`} target="_blank" rel="noreferrer">
          PDF<span className="sr-only"> of {name}, opens a new tab</span>
        </a>
        <a className="link py-1" href={`/api/v1/statements/${month}?format=csv`} download>
          CSV<span className="sr-only"> of {name}</span>
        </a>
        <Link className="link py-1" href={`/studio/statements/${month}`}>
          {lines === 1 ? "One line" : `${lines.toLocaleString("en-US")} lines`}
          <span className="sr-only"> of {name}</span>
        </Link>
      </p>
    </li>
  );
}
