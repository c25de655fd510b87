import { cx } from "../cx";

export type ButtonVariant = "primary" | "strong" | "quiet" | "plain" | "danger" | "art";
export type ButtonSize = "small" | "medium" | "large";

const base =
  "inline-flex items-center justify-center gap-2 font-semibold whitespace-nowrap select-none transition-colors " +
  "disabled:opacity-50 aria-disabled:opacity-50 aria-disabled:cursor-not-allowed [&_svg]:shrink-0";

const variants: Record<ButtonVariant, string> = {
  primary: "bg-signal text-on-signal hover:bg-signal-press",
  strong: "bg-ink text-paper hover:bg-ink/85",
  quiet: "bg-surface text-ink border border-line hover:border-outline hover:bg-raised",
  plain: "text-ink hover:bg-raised",
  danger: "bg-surface text-danger border border-line hover:border-danger hover:bg-danger-wash",
  art: "bg-scrim text-on-shade ring-on-art hover:bg-shade",
};

const sizes: Record<ButtonSize, string> = {
  small: "h-9 px-3 text-small rounded-s [&_svg]:size-4",
  medium: "h-11 px-4.5 text-text rounded-m [&_svg]:size-5",
  large: "h-13 px-6 text-text rounded-m [&_svg]:size-5",
};

/** The look of a button, for buttons and links alike. `primary` carries the signal colour: one to a screen. `art` lies on pictures. */
export function buttonClass(variant: ButtonVariant = "quiet", size: ButtonSize = "medium", className?: string): string {
  return cx(base, variants[variant], sizes[size], className);
}
