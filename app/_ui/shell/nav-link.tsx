"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { standsOn } from "./stands-on";

type Props = {
  href: string;
  /** Only this very address counts as here: for a section's first page. */
  exact?: boolean;
  /** Other addresses at which one is here, too. */
  also?: string[];
  /** false: fetched when it is pressed, not when it is seen. */
  prefetch?: false;
  className?: string;
  children: ReactNode;
};

/** A link that knows whether one stands on it. The only script that navigation needs. */
export function NavLink({ href, exact, also, prefetch, className, children }: Props) {
  const path = usePathname();
  return (
    <Link href={href} prefetch={prefetch} aria-current={standsOn(path, { href, exact, also }) ? "page" : undefined} className={className}>
      {children}
    </Link>
  );
}
