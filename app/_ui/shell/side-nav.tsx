import type { ReactNode } from "react";
import { Wordmark } from "../surfaces/wordmark";
import { alsoOf, type NavItem } from "./nav-items";
import { NavLink } from "./nav-link";

type Props = { items: NavItem[]; label: string; home?: string; /** At the foot: who one is, theme, the way out. */ foot?: ReactNode; /** On a phone, at the right of the name: what does not fit the bottom bar. */ tools?: ReactNode; dense?: boolean };

/** A bar at the side of a desk. A phone has the same ways in its bottom bar, and here only the name and what did not fit there. */
export function SideNav({ items, label, home = "/", foot, tools, dense = false }: Props) {
  return (
    <header className="flex flex-col border-b border-line bg-paper lg:sticky lg:top-0 lg:z-20 lg:h-dvh lg:border-r lg:border-b-0 lg:pb-[var(--player-bar)]">
      <div className="flex h-14 items-center justify-between px-4 lg:h-auto lg:px-6.5 lg:pt-5.5 lg:pb-4">
        <Wordmark href={home} size="small" />
        <div className="flex items-center gap-1 lg:hidden">{tools}</div>
      </div>
      <nav aria-label={label} className="hidden flex-1 overflow-y-auto lg:block">
        <ul className="flex flex-col gap-1 px-4 pb-2">
          {items.map(({ href, label: text, icon, exact, also, count }) => (
            <li key={href}>
              <NavLink
                href={href}
                exact={exact}
                also={alsoOf(also, items)}
                className={`flex items-center gap-2.5 rounded-s px-2.5 font-medium text-soft transition-colors -outline-offset-2 hover:text-ink aria-[current]:bg-raised aria-[current]:text-ink [&_svg]:size-5 [&_svg]:stroke-[1.75] ${dense ? "h-9 text-small" : "h-10"}`}
              >
                {icon}
                {text}
                {count ? <span className="num ml-auto rounded-full bg-raised px-2 text-tiny text-soft">{count}</span> : null}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      {foot && <div className="hidden border-t border-line p-4 lg:block">{foot}</div>}
    </header>
  );
}
