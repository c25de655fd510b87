import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "../cx";
import { controlClass } from "./control-class";

type Props = ComponentProps<"select"> & { options: { value: string; label: string; disabled?: boolean; /** For what else the page shows while it is chosen. */ className?: string }[] };

/** The platform's own list: right on phones, keyboards and screen readers. */
export function Select({ options, className, ...rest }: Props) {
  return (
    <span className="relative block">
      <select {...rest} className={cx(controlClass, "h-11 appearance-none pr-10", className)}>
        {options.map(({ value, label, disabled, className: mark }) => (
          <option key={value} value={value} disabled={disabled} className={mark}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden="true" className="pointer-events-none absolute top-3 right-3 size-5 text-soft" />
    </span>
  );
}
