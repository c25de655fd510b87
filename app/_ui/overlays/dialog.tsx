"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "../cx";

type Props = {
  /** The button that opens it; absent when `open` is steered from outside. */
  trigger?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** The buttons at the foot, the main one last. */
  footer?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** A sheet that also stands at the right edge of a desk, for long forms. */
  side?: boolean;
};

const centred = "md:inset-auto md:top-1/2 md:left-1/2 md:w-[480px] md:max-h-[85dvh] md:-translate-1/2 md:rounded-l md:border";
const atSide = "md:inset-y-0 md:right-0 md:left-auto md:w-[480px] md:max-h-none md:rounded-none md:border-l";

/** On a phone a sheet from the lower edge, on a desk a window. Bring it only into client components that need it. */
export function Dialog({ trigger, title, description, children, footer, open, onOpenChange, side = false }: Props) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          aria-describedby={description ? undefined : ""}
          className={cx("rise fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] flex-col rounded-t-l border-t border-line bg-paper shadow-float outline-none", side ? atSide : centred)}
        >
          <div aria-hidden="true" className="mx-auto mt-2.5 h-1 w-10 shrink-0 rounded-full bg-line md:hidden" />
          <div className="flex items-start justify-between gap-4 px-5 pt-4 pb-2">
            <Radix.Title className="display text-title">{title}</Radix.Title>
            <Radix.Close aria-label="Close" className="-mt-1 -mr-2 grid size-10 shrink-0 place-items-center rounded-full text-soft hover:bg-raised hover:text-ink">
              <X aria-hidden="true" className="size-5" />
            </Radix.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">
            {description && <Radix.Description className="mb-4 text-soft">{description}</Radix.Description>}
            {children}
          </div>
          {footer && <div className="flex flex-col-reverse gap-2 border-t border-line px-5 pt-4 pb-[calc(16px+env(safe-area-inset-bottom))] md:flex-row md:justify-end">{footer}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
