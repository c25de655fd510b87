import { CircleAlert } from "lucide-react";
import { useId, type ComponentProps, type ReactNode } from "react";

type Props = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode; error?: ReactNode };

/** A box to tick with its words; the words can be pressed too. */
export function Check({ label, hint, error, ...rest }: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="grid gap-1">
      <label className="flex cursor-pointer items-start gap-3">
        <input {...rest} type="checkbox" aria-describedby={described || undefined} aria-invalid={error ? true : undefined} className="mt-0.5 size-5 shrink-0 cursor-pointer accent-[var(--ink)]" />
        <span className="font-medium">{label}</span>
      </label>
      {hint && (
        <p id={`${id}-hint`} className="pl-8 text-small text-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="flex gap-1.5 pl-8 text-small text-danger">
          <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}
