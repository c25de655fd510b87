import { cx } from "../cx";
import { formatMoney } from "@/lib/platform/money/format";

type Props = { amount: number; currency?: string; trim?: boolean; signed?: boolean; tone?: "plain" | "in" | "held" | "soft"; className?: string };
const tones = { plain: "", in: "text-in font-semibold", held: "text-held font-semibold", soft: "text-soft" };

export function Money({ amount, currency = "usd", trim, signed, tone = "plain", className }: Props) {
  return <span className={cx("num whitespace-nowrap", tones[tone], className)}>{formatMoney({ amount, currency }, { trim, signed })}</span>;
}
