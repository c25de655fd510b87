import type { ComponentProps } from "react";
import { cx } from "../cx";

/** Scrolls inside itself on a phone; the page never does. The caption names it for those who cannot see it. */
export function Table({ caption, className, children, ...rest }: ComponentProps<"table"> & { caption: string }) {
  return (
    <div className="-mx-4 overflow-x-auto px-4 md:mx-0 md:px-0" role="region" aria-label={caption} tabIndex={0}>
      <table {...rest} className={cx("num w-full border-collapse text-small", className)}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

type CellProps = { /** Sums, counts, dates that are compared: to the right. */ numeric?: boolean };

export function Th({ numeric = false, className, ...rest }: ComponentProps<"th"> & CellProps) {
  return <th scope="col" {...rest} className={cx("px-2 py-2 font-medium whitespace-nowrap text-soft", numeric ? "text-right" : "text-left", className)} />;
}

export function Td({ numeric = false, className, ...rest }: ComponentProps<"td"> & CellProps) {
  return <td {...rest} className={cx("border-t border-line px-2 py-2.5 align-middle", numeric && "text-right whitespace-nowrap", className)} />;
}

export function Tr({ className, ...rest }: ComponentProps<"tr">) {
  return <tr {...rest} className={cx("transition-colors hover:bg-raised/60", className)} />;
}
