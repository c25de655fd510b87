"use client";

import Link from "next/link";
import { DropdownMenu as Radix } from "radix-ui";
import { Fragment, type ReactNode } from "react";
import { cx } from "../cx";

export type MenuItem = {
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  /** A hairline above it. */
  divide?: boolean;
} & ({ href: string; onSelect?: never } | { href?: never; onSelect: () => void });

type Props = { trigger: ReactNode; label: string; items: MenuItem[]; align?: "start" | "end" };

export function Menu({ trigger, label, items, align = "end" }: Props) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content aria-label={label} align={align} sideOffset={6} collisionPadding={12} className="z-50 min-w-52 rounded-m border border-line bg-surface p-1.5 shadow-float">
          {items.map((item) => (
            <Fragment key={item.label}>
              {item.divide && <Radix.Separator className="mx-2 my-1.5 h-px bg-line" />}
              <Row item={item} />
            </Fragment>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Row({ item: { label, icon, danger, disabled, href, onSelect } }: { item: MenuItem }) {
  const look = cx(
    "flex min-h-10 cursor-pointer items-center gap-3 rounded-s px-3 text-small font-medium outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-raised [&_svg]:size-4.5",
    danger ? "text-danger" : "text-ink",
  );
  if (href !== undefined) {
    return (
      <Radix.Item asChild disabled={disabled}>
        <Link href={href} className={look}>
          {icon}
          {label}
        </Link>
      </Radix.Item>
    );
  }
  return (
    <Radix.Item disabled={disabled} onSelect={onSelect} className={look}>
      {icon}
      {label}
    </Radix.Item>
  );
}
