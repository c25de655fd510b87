import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"input">, "type"> & { label: string };

/** One of a row of suggested amounts; a radio that looks like a key. */
export function AmountChoice({ label, ...rest }: Props) {
  return (
    <label className="num grid h-12 cursor-pointer place-items-center rounded-m border border-line bg-surface font-semibold transition-colors hover:border-outline has-checked:border-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink">
      <input {...rest} type="radio" className="sr-only" />
      {label}
    </label>
  );
}
