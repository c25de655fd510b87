import type { ReactNode } from "react";
import { BottomBar } from "./bottom-bar";
import { adminItems, type NavItem } from "./nav-items";
import { SideNav } from "./side-nav";
import { ThemeToggle } from "./theme-toggle";

type Props = {
  children: ReactNode;
  items?: NavItem[];
  /** A desk of panes that fills the window: no padding, no scrolling page. */
  panes?: boolean;
};

/** Denser: for people who work here all day. */
export function AdminShell({ children, items = adminItems, panes = false }: Props) {
  return (
    <div className="min-h-dvh text-small lg:grid lg:grid-cols-[216px_minmax(0,1fr)]">
      <SideNav items={items} label="Admin" home="/admin" foot={<ThemeToggle />} tools={<ThemeToggle />} dense />
      <main id="main" tabIndex={-1} className={panes ? "min-w-0 outline-none lg:h-dvh lg:overflow-hidden" : "w-full min-w-0 px-4 py-6 outline-none lg:px-8.5 lg:py-6.5"}>
        {children}
      </main>
      <BottomBar items={items} label="Admin" signedIn />
    </div>
  );
}
