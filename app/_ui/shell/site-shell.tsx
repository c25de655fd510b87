import type { ReactNode } from "react";
import { BottomBar } from "./bottom-bar";
import { siteItems, type NavItem } from "./nav-items";
import { SiteFooter } from "./site-footer";
import { TopBar } from "./top-bar";
import type { Viewer } from "./viewer";

type Props = {
  viewer: Viewer | null;
  children: ReactNode;
  /** The page brings its own edge-to-edge layout: no padding, no bar over the art on phones. */
  bleed?: boolean;
  items?: NavItem[];
  footer?: boolean;
};

export function SiteShell({ viewer, children, bleed = false, items = siteItems, footer = true }: Props) {
  return (
    <>
      <TopBar viewer={viewer} hideOnPhone={bleed} />
      <main id="main" tabIndex={-1} className={bleed ? "outline-none" : "mx-auto w-full max-w-[1360px] px-4 pt-2 outline-none lg:px-10 lg:pt-6"}>
        {children}
      </main>
      {footer && <SiteFooter />}
      <BottomBar items={items} signedIn={viewer !== null} />
    </>
  );
}
