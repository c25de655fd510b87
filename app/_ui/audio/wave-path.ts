/** Any number of peaks to exactly `count`, each the loudest of its stretch. */
export function resample(peaks: readonly number[], count: number): number[] {
  if (peaks.length === 0) return Array.from({ length: count }, () => 0.1);
  return Array.from({ length: count }, (_, i) => {
    const from = Math.floor((i * peaks.length) / count);
    const to = Math.max(from + 1, Math.floor(((i + 1) * peaks.length) / count));
    return Math.max(...peaks.slice(from, to));
  });
}

/** Upright strokes round the middle line, 4 units apart, in a box `count * 4` by `height`. */
export function wavePath(peaks: readonly number[], height = 32): string {
  return peaks
    .map((peak, i) => {
      const half = Math.max(1.5, (Math.min(1, Math.max(0, peak)) * (height - 4)) / 2);
      return `M${i * 4 + 2} ${(height / 2 - half).toFixed(1)}V${(height / 2 + half).toFixed(1)}`;
    })
    .join("");
}
