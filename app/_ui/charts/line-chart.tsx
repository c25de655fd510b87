import type { ReactNode } from "react";
import { ChartFrame } from "./frame";
import { linePath, ticks, type ChartPoint } from "./scale";

type Props = {
  title: string;
  points: ChartPoint[];
  /** How a value reads: `(cents) => formatMoney(…)`. Server only, so a function may be handed over. */
  format?: (value: number) => string;
  valueLabel?: string;
  height?: number;
  /** Said instead of a line along the floor, when every value is nothing. */
  empty: ReactNode;
  /** A word at one of the points: what happened there. */
  mark?: { index: number; text: string };
};

export function LineChart({ title, points, format = String, valueLabel = "Value", height = 200, empty, mark }: Props) {
  const values = points.map((point) => point.value);
  if (values.every((value) => value === 0)) return <p className="py-6 text-soft">{empty}</p>;
  const marks = ticks(Math.max(0, ...values));
  const top = marks.at(-1) ?? 1;
  const line = linePath(values, top);
  const value = mark ? values[mark.index] : undefined;
  return (
    <ChartFrame title={title} points={points} marks={marks} top={top} format={format} height={height} valueLabel={valueLabel}>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" className="absolute inset-0 size-full overflow-visible" aria-hidden="true">
        {points.length > 1 && <path d={`${line}L100 100L0 100Z`} className="fill-accent/12" />}
        <path d={line} fill="none" className="stroke-accent" strokeWidth="2.5" strokeLinejoin="round" strokeLinecap="round" vectorEffect="non-scaling-stroke" />
      </svg>
      {mark && value !== undefined && (
        <div className="absolute" style={{ left: `${(mark.index / Math.max(1, points.length - 1)) * 100}%`, bottom: `${(value / top) * 100}%` }}>
          <span className="absolute size-2.5 -translate-x-1/2 translate-y-1/2 rounded-full border-[2.5px] border-accent bg-surface" style={{ bottom: 0 }} />
          <span className="absolute bottom-2.5 -translate-x-1/2 rounded-[4px] bg-surface/85 px-1 text-tiny font-semibold whitespace-nowrap">{mark.text}</span>
        </div>
      )}
    </ChartFrame>
  );
}
