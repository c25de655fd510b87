import Link from "next/link";
import { cx } from "../cx";

export function Wordmark({ href = "/", size = "medium", className }: { href?: string; size?: "small" | "medium"; className?: string }) {
  return (
    <Link href={href} className={cx("poster rounded-s leading-none", size === "small" ? "text-[21px]" : "text-[24px]", className)}>
      DirectFanz
    </Link>
  );
}
