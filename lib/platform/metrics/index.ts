interface Series {
  count: number;
  errors: number;
  totalMs: number;
  maxMs: number;
}

const holder = globalThis as typeof globalThis & { directfanzMetrics?: Map<string, Series> };
const series = (holder.directfanzMetrics ??= new Map<string, Series>());

/** Counts one run of `name` in this process; nothing leaves the process from here. */
export function measure(name: string, ms: number, failed: boolean): void {
  const one = series.get(name) ?? { count: 0, errors: 0, totalMs: 0, maxMs: 0 };
  one.count += 1;
  one.errors += failed ? 1 : 0;
  one.totalMs += ms;
  one.maxMs = Math.max(one.maxMs, ms);
  series.set(name, one);
}

/** What this process has counted since it started: name → count, errors, mean and greatest milliseconds. */
export function readMetrics(): Record<string, { count: number; errors: number; meanMs: number; maxMs: number }> {
  return Object.fromEntries([...series].map(([name, one]) => [name, { count: one.count, errors: one.errors, meanMs: one.totalMs / one.count, maxMs: one.maxMs }]));
}
