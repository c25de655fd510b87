import Link from "next/link";
import { cx } from "../cx";

export function Wordmark({ href = "/", className }: { href?: string; className?: string }) {
  return (
    <Link href={href} className={cx("poster rounded-s text-[24px] leading-none", className)}>
      DirectFanz
    </Link>
  );
}
