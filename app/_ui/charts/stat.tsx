import type { ReactNode } from "react";
import { cx } from "../cx";

type Props = { label: ReactNode; value: ReactNode; note?: ReactNode; /** A Sparkline. */ chart?: ReactNode; tone?: "plain" | "held" };

/** One number that matters, with the sentence that explains it. */
export function Stat({ label, value, note, chart, tone = "plain" }: Props) {
  return (
    <div className="rounded-l border border-line bg-surface px-5 py-4.5">
      <p className={cx(tone === "held" ? "font-semibold text-held" : "text-soft")}>{label}</p>
      <p className="display num mt-1 text-[36px] leading-none">{value}</p>
      {note && <p className="mt-1.5 text-small text-soft">{note}</p>}
      {chart && <div className="mt-2.5">{chart}</div>}
    </div>
  );
}
