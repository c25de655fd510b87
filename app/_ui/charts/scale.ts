export type ChartPoint = { label: string; value: number };

/** Round numbers from zero to at least the largest value: 0, 50, 100, 150. */
export function ticks(max: number, wanted = 4): number[] {
  const rough = Math.max(1, max) / (wanted - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((unit) => unit * power >= rough) ?? 10) * power;
  const count = Math.ceil(Math.max(1, max) / step);
  return Array.from({ length: count + 1 }, (_, i) => i * step);
}

/** The indices that get a label: the ends, and a few evenly between. */
export function labelled(count: number, wanted = 5): number[] {
  if (count <= wanted) return Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: wanted }, (_, i) => Math.round((i * (count - 1)) / (wanted - 1)));
}

/** A path through points in a box of 100 by 100, y upward from the bottom. */
export function linePath(values: readonly number[], top: number): string {
  return values.map((value, i) => `${i ? "L" : "M"}${((i / Math.max(1, values.length - 1)) * 100).toFixed(2)} ${(100 - (value / top) * 100).toFixed(2)}`).join("");
}
