import { guarded, redis } from "@/lib/platform/cache";

const syncEveryMs = 500;
const mostKeys = 50_000;

interface Window {
  number: number;
  seconds: number;
  /** Everyone's count, as Redis last said. */
  shared: number;
  /** Ours since then. */
  own: number;
}

const windows = new Map<string, Window>();
let lastSync = 0;
let syncing = false;

/**
 * Counts one request in a fixed window and says how many there have been. Counts here at once and tells Redis twice a second,
 * so several processes together may let pass what comes within half a second above the limit.
 */
export function countShared(key: string, windowSeconds: number): number {
  const number = Math.floor(Date.now() / (windowSeconds * 1_000));
  let window = windows.get(key);
  if (window?.number !== number) {
    // Set anew at the end, so that the first is always the one that began longest ago.
    windows.delete(key);
    if (windows.size >= mostKeys) windows.delete(windows.keys().next().value ?? "");
    window = { number, seconds: windowSeconds, shared: 0, own: 0 };
    windows.set(key, window);
  }
  window.own += 1;
  if (Date.now() - lastSync > syncEveryMs) void syncCounts();
  return window.shared + window.own;
}

async function syncCounts(): Promise<void> {
  const store = redis();
  if (!store || syncing) return;
  syncing = true;
  lastSync = Date.now();
  const pending = [...windows].filter(([, window]) => window.own > 0).map(([key, window]) => ({ key, window, sent: window.own }));
  const answer = await guarded(() => {
    const pipeline = store.pipeline();
    for (const { key, window, sent } of pending) {
      const name = `rl:${key}:${window.number}`;
      pipeline.incrby(name, sent);
      pipeline.expire(name, window.seconds * 2);
    }
    return pipeline.exec<number[]>();
  });
  pending.forEach(({ window, sent }, index) => {
    const total = answer?.[index * 2];
    if (total === undefined) return;
    window.shared = total;
    window.own -= sent;
  });
  syncing = false;
}

export function forgetCounts(): void {
  windows.clear();
}
