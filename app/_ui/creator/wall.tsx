import type { ReactNode } from "react";

/** The living wall of art. */
export function Wall({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-2 gap-3 md:grid-cols-3 lg:grid-cols-5 lg:gap-3.5">{children}</div>;
}
