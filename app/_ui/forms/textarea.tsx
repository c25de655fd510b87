"use client";

import { useState, type ComponentProps } from "react";
import { cx } from "../cx";
import { controlClass } from "./control-class";

type Props = ComponentProps<"textarea"> & {
  /** Counts toward `maxLength` from three quarters on; before that the number is only noise. */
  counter?: boolean;
};

/** 12 → "12 left", −6000 → "6,000 too many". */
const sayLeft = (left: number): string => (left < 0 ? `${(-left).toLocaleString("en-US")} too many` : `${left.toLocaleString("en-US")} left`);

export function Textarea({ className, counter = true, rows = 4, maxLength, onChange, ...rest }: Props) {
  const given = typeof rest.value === "string" ? rest.value : typeof rest.defaultValue === "string" ? rest.defaultValue : "";
  const [typed, setTyped] = useState<number | null>(null);
  const length = typeof rest.value === "string" ? rest.value.length : (typed ?? given.length);
  const shown = counter && maxLength !== undefined && length >= maxLength * 0.75;
  return (
    <div className="relative">
      <textarea
        {...rest}
        rows={rows}
        // Counted, not cut: what is pasted too long stays whole, and the number says by how much.
        maxLength={counter ? undefined : maxLength}
        onChange={(event) => {
          setTyped(event.target.value.length);
          onChange?.(event);
        }}
        className={cx(controlClass, "block resize-y pt-2.5 field-sizing-content", counter && maxLength ? "pb-8" : "pb-2.5", className)}
      />
      <span aria-live="polite" className={cx("num absolute right-3 bottom-2 rounded-s bg-surface px-1 text-tiny", shown && length > maxLength ? "font-semibold text-danger" : "text-soft", !shown && "invisible")}>
        {shown ? sayLeft(maxLength - length) : ""}
      </span>
    </div>
  );
}
