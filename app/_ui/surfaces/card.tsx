import type { ComponentProps } from "react";
import { cx } from "../cx";

type Props = ComponentProps<"div"> & { as?: "div" | "section" | "article" | "li" | "aside"; pad?: boolean };

export function Card({ as: Tag = "div", pad = true, className, ...rest }: Props) {
  // One prop type for all tags: they take the same attributes.
  const Box = Tag as "div";
  return <Box {...rest} className={cx("min-w-0 rounded-l border border-line bg-surface", pad && "p-5", className)} />;
}
