const failuresToOpen = 3;
const openForMs = 5_000;

let failures = 0;
let openUntil = 0;

/** Whether Redis is being left alone after it failed several times in a row. */
export function breakerOpen(): boolean {
  return Date.now() < openUntil;
}

/** Runs a Redis call; undefined when the breaker is open or the call failed, so that callers go on without it. */
export async function guarded<T>(call: () => Promise<T>): Promise<T | undefined> {
  if (breakerOpen()) return undefined;
  try {
    const value = await call();
    failures = 0;
    return value;
  } catch {
    failures += 1;
    if (failures >= failuresToOpen) openUntil = Date.now() + openForMs;
    return undefined;
  }
}

export function resetBreaker(): void {
  failures = 0;
  openUntil = 0;
}
