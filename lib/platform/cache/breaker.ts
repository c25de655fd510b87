import { log } from "@/lib/platform/log";
import { scrubText } from "@/lib/platform/sentry/scrub";

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
  } catch (error) {
    failures += 1;
    if (failures >= failuresToOpen) open(error);
    return undefined;
  }
}

/** Said once an opening: calls that were on their way together fail together. */
function open(error: unknown): void {
  if (!breakerOpen()) log().warn({ failures, error: error instanceof Error ? scrubText(error.message) : "unknown error" }, "Redis is left alone for a while");
  openUntil = Date.now() + openForMs;
}

export function resetBreaker(): void {
  failures = 0;
  openUntil = 0;
}
