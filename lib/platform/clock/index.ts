/** Now, from one place, so that a test can stand at another hour. */
let offsetMs = 0;

export function now(): Date {
  return new Date(Date.now() + offsetMs);
}

/** For tests only: moves this process's clock. */
export function shiftClock(ms: number): void {
  offsetMs = ms;
}

export const minutes = (n: number): number => n * 60_000;
export const hours = (n: number): number => n * 3_600_000;
export const days = (n: number): number => n * 86_400_000;
export const later = (from: Date, ms: number): Date => new Date(from.getTime() + ms);
