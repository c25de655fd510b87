"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

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
export function NavLink({ href, exact = false, also = [], prefetch, className, children }: Props) {
  const path = usePathname();
  const below = (base: string) => path === base || path.startsWith(`${base}/`);
  const here = path === href || (!exact && href !== "/" && below(href)) || also.some(below);
  return (
    <Link href={href} prefetch={prefetch} aria-current={here ? "page" : undefined} className={className}>
      {children}
    </Link>
  );
}
