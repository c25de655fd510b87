import Link from "next/link";
import type { ReactNode } from "react";
import { Avatar } from "../surfaces/avatar";
import { BottomBar } from "./bottom-bar";
import { settingsItem, studioItems, taxItem, type NavItem } from "./nav-items";
import { SideNav } from "./side-nav";
import type { Viewer } from "./viewer";

type Props = { viewer: Viewer; children: ReactNode; items?: NavItem[] };

/** The creator's desk: the bar at the side, one column of work; on a phone the bar is under the thumb. */
export function StudioShell({ viewer, children, items = studioItems }: Props) {
  const own = viewer.handle ? `/c/${viewer.handle}` : "/";
  const foot = (
    <Link href={own} className="flex items-center gap-2.5 rounded-s text-small font-medium text-soft hover:text-ink">
      <Avatar name={viewer.name} src={viewer.avatar} size={28} />
      <span className="truncate">Your page</span>
    </Link>
  );
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[216px_minmax(0,1fr)]">
      <SideNav items={[...items, taxItem, settingsItem]} label="Studio" home="/" foot={foot} tools={<PhoneTools viewer={viewer} own={own} />} />
      <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 py-6 outline-none lg:px-11 lg:py-8.5">
        {children}
      </main>
      <BottomBar items={items} label="Studio" signedIn />
    </div>
  );
}

function PhoneTools({ viewer, own }: { viewer: Viewer; own: string }) {
  const round = "grid size-10 place-items-center rounded-full text-soft hover:bg-raised hover:text-ink [&_svg]:size-5";
  return (
    <>
      <Link href={settingsItem.href} aria-label={settingsItem.label} className={round}>
        {settingsItem.icon}
      </Link>
      <Link href={own} aria-label="Your page, as others see it" className={round}>
        <Avatar name={viewer.name} src={viewer.avatar} size={28} />
      </Link>
    </>
  );
}
