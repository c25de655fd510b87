"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type Props = {
  href: string;
  /** Only this very address counts as here: for a section's first page. */
  exact?: boolean;
  /** false: fetched when it is pressed, not when it is seen. */
  prefetch?: false;
  className?: string;
  children: ReactNode;
};

/** A link that knows whether one stands on it. The only script that navigation needs. */
export function NavLink({ href, exact = false, prefetch, className, children }: Props) {
  const path = usePathname();
  const here = path === href || (!exact && href !== "/" && path.startsWith(`${href}/`));
  return (
    <Link href={href} prefetch={prefetch} aria-current={here ? "page" : undefined} className={className}>
      {children}
    </Link>
  );
}
