import type { ReactNode } from "react";
import { cx } from "@/app/_ui/cx";

/** A titled piece of a page, with what it comes to at the right. */
export function Part({ title, sum, lead, children, className }: { title: string; sum?: ReactNode; lead?: ReactNode; children: ReactNode; className?: string }) {
  const id = title.toLowerCase().replaceAll(/\W+/gu, "-");
  return (
    <section aria-labelledby={id} className={cx("min-w-0", className)}>
      <div className="mb-1.5 flex flex-wrap items-center justify-between gap-3">
        <h2 id={id} className="text-text font-semibold">
          {title}
        </h2>
        {sum}
      </div>
      {lead && <p className="mb-2 max-w-[72ch] text-soft">{lead}</p>}
      {children}
    </section>
  );
}

export type FactRow = { label: string; value: ReactNode };

/** Names with their values, a line each. */
export function Facts({ rows }: { rows: FactRow[] }) {
  return (
    <dl className="divide-y divide-line border-y border-line">
      {rows.map(({ label, value }) => (
        <div key={label} className="grid grid-cols-[130px_minmax(0,1fr)] gap-x-4 py-2 sm:grid-cols-[180px_minmax(0,1fr)]">
          <dt className="text-soft">{label}</dt>
          <dd className="num wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
