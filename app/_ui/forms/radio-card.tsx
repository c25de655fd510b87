import type { ComponentProps, ReactNode } from "react";
import { cx } from "../cx";

type Props = Omit<ComponentProps<"input">, "type"> & {
  label: ReactNode;
  hint?: ReactNode;
  /** At the right edge: a price. */
  aside?: ReactNode;
};

export function RadioCard({ label, hint, aside, className, ...rest }: Props) {
  return (
    <label
      className={cx(
        "flex cursor-pointer items-center gap-3 rounded-m border border-line bg-surface p-3.5 transition-colors hover:border-outline",
        "has-checked:border-ink has-checked:shadow-[inset_0_0_0_1px_var(--ink)] has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink has-disabled:opacity-50",
        className,
      )}
    >
      <input {...rest} type="radio" className="size-5 shrink-0 cursor-pointer appearance-none rounded-full border-2 border-outline bg-surface outline-none transition-[border-width] checked:border-[6px] checked:border-ink" />
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">{label}</span>
        {hint && <span className="block text-small text-soft">{hint}</span>}
      </span>
      {aside && <span className="num shrink-0 text-soft">{aside}</span>}
    </label>
  );
}
