import Link from "next/link";
import { cx } from "../cx";

export type Tab = { href: string; label: string; count?: number };

type Props = { tabs: Tab[]; current: string; label: string; sticky?: boolean; /** To both edges of a phone. */ bleed?: boolean };

/** Links that look like tabs: each is an address, so back and share work. `current` is one of the hrefs. Where they are too many for a phone they stand in two rows: none is out of sight. */
export function Tabs({ tabs, current, label, sticky = false, bleed = false }: Props) {
  return (
    <nav aria-label={label} className={cx("border-b border-line bg-paper", sticky && "sticky top-0 z-10", bleed && "-mx-4 px-4 lg:mx-0 lg:px-0")}>
      <ul className="flex flex-wrap gap-x-6">
        {tabs.map(({ href, label: text, count }) => (
          <li key={href}>
            <Link
              href={href}
              scroll={false}
              aria-current={href === current ? "page" : undefined}
              className="flex items-baseline gap-1.5 rounded-s pt-3 pb-2.5 font-semibold text-soft transition-colors -outline-offset-2 hover:text-ink aria-[current]:text-ink aria-[current]:shadow-[inset_0_-2px_0_var(--ink)] aria-[current]:rounded-none"
            >
              {text}
              {count !== undefined && <span className="num text-tiny font-medium text-soft">{count.toLocaleString("en-US")}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
