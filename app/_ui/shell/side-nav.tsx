import type { ReactNode } from "react";
import { Wordmark } from "../surfaces/wordmark";
import type { NavItem } from "./nav-items";
import { NavLink } from "./nav-link";

type Props = { items: NavItem[]; label: string; home?: string; /** At the foot: who one is, theme, the way out. */ foot?: ReactNode; dense?: boolean };

/** A bar at the side of a desk; on a phone a strip along the top that scrolls. */
export function SideNav({ items, label, home = "/", foot, dense = false }: Props) {
  return (
    <header className="sticky top-0 z-20 flex flex-col border-b border-line bg-paper lg:h-dvh lg:border-r lg:border-b-0 lg:pb-[var(--player-bar)]">
      <div className="flex items-center justify-between px-4 pt-4 pb-2 lg:px-6.5 lg:pt-5.5 lg:pb-4">
        <Wordmark href={home} size="small" />
        <div className="lg:hidden">{foot}</div>
      </div>
      <nav aria-label={label} className="no-scrollbar overflow-x-auto lg:flex-1 lg:overflow-y-auto">
        <ul className="flex gap-1 px-2 pb-2 lg:flex-col lg:px-4">
          {items.map(({ href, label: text, icon, exact, count }) => (
            <li key={href} className="shrink-0">
              <NavLink
                href={href}
                exact={exact}
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
