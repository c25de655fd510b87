import Link from "next/link";

type Props = { label: string; current: string; links: { value: string; label: string; href: string; count?: number }[] };

/** A row of choices that are addresses; on a phone it scrolls sideways. */
export function ChipLinks({ label, current, links }: Props) {
  return (
    <nav aria-label={label}>
      <ul className="no-scrollbar -mx-4 flex gap-2 overflow-x-auto px-4 py-1 lg:mx-0 lg:flex-wrap lg:px-0">
        {links.map(({ value, label: text, href, count }) => (
          <li key={value} className="shrink-0">
            <Link
              href={href}
              aria-current={value === current ? "true" : undefined}
              className="flex h-9 items-center gap-1.5 rounded-full border border-line bg-surface px-3.5 text-small font-medium transition-colors hover:border-outline aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper"
            >
              {text}
              {count !== undefined && count > 1 && <span className="num text-tiny opacity-80">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
