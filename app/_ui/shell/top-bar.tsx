import { Search } from "lucide-react";
import Link from "next/link";
import { cx } from "../cx";
import { LinkButton } from "../controls/link-button";
import { Avatar } from "../surfaces/avatar";
import { Wordmark } from "../surfaces/wordmark";
import { NavLink } from "./nav-link";
import type { Viewer } from "./viewer";

const link = "rounded-s text-soft transition-colors hover:text-ink aria-[current]:text-ink aria-[current]:font-medium";

type Props = { viewer: Viewer | null; /** Art begins at the top edge of the phone: no bar there. */ hideOnPhone?: boolean };

export function TopBar({ viewer, hideOnPhone = false }: Props) {
  return (
    <header className={cx("items-center gap-3 px-4 py-3.5 lg:px-10 lg:py-4.5", hideOnPhone ? "hidden lg:flex" : "flex")}>
      <Wordmark className="mr-auto" />
      <nav aria-label="Site" className="mr-3 hidden items-center gap-6 lg:flex">
        <NavLink href="/discover" className={link}>
          Discover
        </NavLink>
        {viewer && (
          <>
            <NavLink href="/feed" className={link}>
              Feed
            </NavLink>
            <NavLink href="/library" className={link}>
              Library
            </NavLink>
          </>
        )}
      </nav>
      <Link href="/search" aria-label="Search" className="grid size-10 place-items-center rounded-full text-soft transition-colors hover:bg-raised hover:text-ink">
        <Search aria-hidden="true" className="size-5" />
      </Link>
      {viewer ? <Who viewer={viewer} /> : <LinkButton prefetch={false} href="/sign-in" size="small">Sign in</LinkButton>}
    </header>
  );
}

function Who({ viewer }: { viewer: Viewer }) {
  return (
    <div className={cx("items-center gap-3", viewer.isAdmin || viewer.isCreator ? "flex" : "hidden lg:flex")}>
      {viewer.isAdmin && (
        <LinkButton href="/admin" size="small" className="hidden sm:inline-flex">
          Admin
        </LinkButton>
      )}
      {viewer.isCreator && (
        <LinkButton href="/studio" size="small">
          Studio
        </LinkButton>
      )}
      <Link href="/settings" aria-label={`${viewer.name}, your settings`} className="hidden rounded-full lg:block">
        <Avatar name={viewer.name} src={viewer.avatar} size={36} />
      </Link>
    </div>
  );
}
