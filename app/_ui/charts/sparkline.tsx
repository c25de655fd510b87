import { linePath } from "./scale";

/** The last days beside a number. It has no numbers of its own, so it says in words what it shows. */
export function Sparkline({ values, label, width = 118, height = 28 }: { values: number[]; label: string; width?: number; height?: number }) {
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const path = linePath(values.map((value) => value - low), span);
  return (
    <svg role="img" aria-label={label} viewBox="0 -8 100 116" preserveAspectRatio="none" width={width} height={height} className="block text-soft">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
