import { database } from "@/lib/platform/db";
import { type Limit, type LimitClass, limits } from "./rules";

/** How soon a change by an administrator holds in every process. */
const freshForMs = 10_000;
/** How long a request waits for them: with a database that hangs, the limits last known go on. */
const patienceMs = 500;

let read: { at: number; settings: Map<string, { perActor: number; perAddress: number; windowSeconds: number }> } | undefined;
let reading: Promise<void> | undefined;

/** The limit in force for a class: the administrator's, else the default. Reads the settings at most every ten seconds. */
export async function limitFor(limitClass: LimitClass): Promise<Limit> {
  if (!read || Date.now() - read.at > freshForMs) {
    reading ??= readSettings().finally(() => {
      reading = undefined;
    });
    await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
  }
  const base: Limit = limits[limitClass];
  const set = read?.settings.get(limitClass);
  return set ? { ...base, ...set } : base;
}

async function readSettings(): Promise<void> {
  try {
    const rows = await database().rateLimitSetting.findMany({ take: 100 });
    read = { at: Date.now(), settings: new Map(rows.map(({ limitClass, perActor, perAddress, windowSeconds }) => [limitClass, { perActor, perAddress, windowSeconds }])) };
  } catch {
    // The database is away: the limits last known, or the defaults, go on.
    read = { at: Date.now(), settings: read?.settings ?? new Map<string, never>() };
  }
}

export function forgetSettings(): void {
  read = undefined;
}
