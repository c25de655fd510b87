import type { ComponentProps, ReactNode } from "react";
import { cx } from "../cx";

type Props = Omit<ComponentProps<"button">, "children"> & { label: string; icon: ReactNode; onArt?: boolean };

/** A round button that is only an icon; its name is read aloud and shown on hover. */
export function IconButton({ label, icon, onArt = false, className, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={cx(
        "grid size-10 shrink-0 place-items-center rounded-full transition-colors [&_svg]:size-5",
        onArt ? "bg-scrim text-on-shade ring-on-art hover:bg-shade" : "text-ink hover:bg-raised",
        className,
      )}
    >
      {icon}
    </button>
  );
}
