import { CircleAlert } from "lucide-react";
import { useId, type ReactNode } from "react";

export type ControlProps = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };
type Props = {
  label: ReactNode;
  /** Said before the mistake is made. */
  hint?: ReactNode;
  /** Said after it: what is wrong and how to put it right. */
  error?: ReactNode;
  optional?: boolean;
  id?: string;
  /** Gets the attributes that tie label, hint and error to the control. */
  children: (control: ControlProps) => ReactNode;
};

export function Field({ label, hint, error, optional = false, id, children }: Props) {
  const made = useId();
  const own = id ?? made;
  const described = [hint && `${own}-hint`, error && `${own}-error`].filter(Boolean).join(" ");
  return (
    <div className="grid gap-1.5">
      <label htmlFor={own} className="flex items-baseline justify-between text-small font-semibold">
        {label}
        {optional && <span className="text-tiny font-normal text-soft">optional</span>}
      </label>
      {children({ id: own, ...(described ? { "aria-describedby": described } : {}), ...(error ? { "aria-invalid": true } : {}) })}
      {error && (
        <p id={`${own}-error`} role="alert" className="flex gap-1.5 text-small text-danger">
          <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
          <span>{error}</span>
        </p>
      )}
      {hint && (
        <p id={`${own}-hint`} className="text-small text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}
