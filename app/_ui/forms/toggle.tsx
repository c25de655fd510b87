import { useId, type ComponentProps, type ReactNode } from "react";

type Props = Omit<ComponentProps<"input">, "type" | "role"> & { label: ReactNode; hint?: ReactNode };

/** For what takes effect at once. A choice that waits for "Save" is a Checkbox. */
export function Toggle({ label, hint, id, ...rest }: Props) {
  const made = useId();
  const own = id ?? made;
  return (
    <div className="flex items-start justify-between gap-4">
      <div>
        <label htmlFor={own} className="text-text font-medium">
          {label}
        </label>
        {hint && (
          <p id={`${own}-hint`} className="text-small text-soft">
            {hint}
          </p>
        )}
      </div>
      <span className="relative mt-0.5 h-6 w-10 shrink-0">
        <input
          {...rest}
          id={own}
          type="checkbox"
          role="switch"
          aria-describedby={hint ? `${own}-hint` : undefined}
          className="peer absolute inset-0 cursor-pointer appearance-none rounded-full border border-outline bg-raised transition-colors checked:border-ink checked:bg-ink disabled:opacity-50"
        />
        <span aria-hidden="true" className="pointer-events-none absolute top-1 left-1 size-4 rounded-full bg-outline transition-transform peer-checked:translate-x-4 peer-checked:bg-paper" />
      </span>
    </div>
  );
}
