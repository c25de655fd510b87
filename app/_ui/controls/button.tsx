import type { ComponentProps } from "react";
import { buttonClass, type ButtonSize, type ButtonVariant } from "./button-class";
import { Spinner } from "./spinner";

type Props = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** The work is under way: the button keeps its width and its focus, and takes no second press. */
  pending?: boolean;
  /** What it says meanwhile: "Saving…". Absent: the same words. */
  pendingText?: string;
};

export function Button({ variant, size, pending = false, pendingText, className, children, onClick, type = "button", ...rest }: Props) {
  return (
    <button
      {...rest}
      type={pending ? "button" : type}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={pending ? undefined : onClick}
      className={buttonClass(variant, size, className)}
    >
      {pending && <Spinner />}
      {pending ? (pendingText ?? children) : children}
    </button>
  );
}
