import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "@/app/_ui/cx";

type Props = { label: string; value: ReactNode; note?: ReactNode; href: string; tone?: "plain" | "held" | "danger"; children?: ReactNode };
const tones = { plain: "", held: "text-held", danger: "text-danger" };

/** One number; pressing it shows what it is made of. */
export function Figure({ label, value, note, href, tone = "plain", children }: Props) {
  return (
    <Link href={href} className="group min-w-0 rounded-m border border-line bg-surface px-4 py-3.5 transition-colors hover:border-outline">
      <span className="block text-soft group-hover:text-ink">{label}</span>
      <span className={cx("display num mt-1 block text-title", tones[tone])}>{value}</span>
      {note && <span className="block text-tiny text-soft">{note}</span>}
      {children && <span className="mt-1.5 block [&_svg]:w-full">{children}</span>}
    </Link>
  );
}

export const Figures = ({ children }: { children: ReactNode }) => <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">{children}</div>;
