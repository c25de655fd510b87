import { Check } from "lucide-react";
import { useId, type ComponentProps, type ReactNode } from "react";

type Props = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

export function Checkbox({ label, hint, id, className, ...rest }: Props) {
  const made = useId();
  const own = id ?? made;
  return (
    <div className={className}>
      <label htmlFor={own} className="group flex gap-3">
        <span className="relative mt-0.5 grid size-5 shrink-0 place-items-center">
          <input
            {...rest}
            id={own}
            type="checkbox"
            aria-describedby={hint ? `${own}-hint` : undefined}
            className="peer absolute inset-0 cursor-pointer appearance-none rounded-[6px] border border-outline bg-surface transition-colors checked:border-ink checked:bg-ink hover:border-ink aria-invalid:border-danger disabled:opacity-50"
          />
          <Check aria-hidden="true" strokeWidth={3} className="pointer-events-none relative size-3.5 text-paper opacity-0 peer-checked:opacity-100" />
        </span>
        <span className="text-text">{label}</span>
      </label>
      {hint && (
        <p id={`${own}-hint`} className="mt-1 pl-8 text-small text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}
