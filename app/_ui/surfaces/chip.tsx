import type { ReactNode } from "react";
import { cx } from "../cx";

export type ChipTone = "plain" | "in" | "held" | "danger" | "accent";
const tones: Record<ChipTone, string> = {
  plain: "bg-raised text-soft",
  in: "bg-raised text-in",
  held: "bg-held-wash text-held",
  danger: "bg-danger-wash text-danger",
  accent: "bg-raised text-accent",
};

export function Chip({ tone = "plain", className, children }: { tone?: ChipTone; className?: string; children: ReactNode }) {
  return <span className={cx("num inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-tiny font-medium whitespace-nowrap [&_svg]:size-3.5", tones[tone], className)}>{children}</span>;
}
