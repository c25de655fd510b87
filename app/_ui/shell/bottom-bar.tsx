import { alsoOf, siteItems, type NavItem } from "./nav-items";
import { NavLink } from "./nav-link";

type Props = { items?: NavItem[]; signedIn: boolean; label?: string };

/** On phones, under the thumb. The body makes room for it (globals.css). What would only send a visitor to sign in is not fetched ahead for them. */
export function BottomBar({ items = siteItems, signedIn, label: name = "Main" }: Props) {
  return (
    <nav data-bottom-bar aria-label={name} className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-paper pb-[env(safe-area-inset-bottom,0px)] lg:hidden">
      <ul className="flex h-15 items-stretch">
        {items.map(({ href, label, icon, exact, also, count, own }) => (
          <li key={href} className="flex-1">
            <NavLink
              href={href}
              exact={exact}
              also={alsoOf(also, items)}
              prefetch={own && !signedIn ? false : undefined}
              className="relative flex h-full flex-col items-center justify-center gap-0.5 text-[11px] font-medium text-soft -outline-offset-4 aria-[current]:text-ink [&_svg]:size-5.5 [&_svg]:stroke-[1.75]"
            >
              {icon}
              {label}
              {count ? (
                <span className="num absolute top-1.5 left-1/2 ml-2 min-w-4 rounded-full bg-ink px-1 text-center text-[10px] leading-4 font-semibold text-paper">{count > 99 ? "99+" : count}</span>
              ) : null}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
