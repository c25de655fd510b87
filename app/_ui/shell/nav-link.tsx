"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type Props = {
  href: string;
  /** Only this very address counts as here: for a section's first page. */
  exact?: boolean;
  className?: string;
  children: ReactNode;
};

/** A link that knows whether one stands on it. The only script that navigation needs. */
export function NavLink({ href, exact = false, className, children }: Props) {
  const path = usePathname();
  const here = path === href || (!exact && href !== "/" && path.startsWith(`${href}/`));
  return (
    <Link href={href} aria-current={here ? "page" : undefined} className={className}>
      {children}
    </Link>
  );
}
