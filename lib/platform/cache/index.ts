import { LRUCache } from "lru-cache";
import { guarded } from "./breaker";
import { redis } from "./redis";

export { breakerOpen, guarded, resetBreaker } from "./breaker";
export { forgetRedis, redis } from "./redis";

interface Options {
  /** The most anyone sees a stale value, in seconds. */
  ttlSeconds: number;
  /** Names to forget it by; see invalidate(). */
  tags: string[];
}

/** The short layer in this process: a few seconds, so that a hot page costs no network. */
const near = new LRUCache<string, { value: unknown }>({ max: 2_000, ttl: 2_000 });
const inFlight = new Map<string, Promise<unknown>>();
const counts = { near: 0, far: 0, miss: 0 };

const valueKey = (key: string, versions: string): string => `cache:${key}:${versions}`;
const tagKey = (tag: string): string => `tag:${tag}`;

/**
 * What `load` gives, kept for all who ask: never put in it what depends on who is asking.
 * Concurrent callers share one load. Without Redis it loads every time.
 */
export async function cached<T>(key: string, { ttlSeconds, tags }: Options, load: () => Promise<T>): Promise<T> {
  const hit = near.get(key);
  if (hit) {
    counts.near += 1;
    return hit.value as T;
  }
  const waiting = inFlight.get(key);
  if (waiting) return waiting as Promise<T>;
  const work = readThrough(key, { ttlSeconds, tags }, load).finally(() => inFlight.delete(key));
  inFlight.set(key, work);
  return work;
}

async function readThrough<T>(key: string, { ttlSeconds, tags }: Options, load: () => Promise<T>): Promise<T> {
  const store = redis();
  if (!store) return load();
  // A tag is a version number in the key: to forget a tag is to raise its number.
  const versions = await guarded(() => store.mget<(number | null)[]>(...tags.map(tagKey)));
  if (!versions) return load();
  const full = valueKey(key, versions.map((version) => version ?? 0).join("."));
  const far = await guarded(() => store.get<{ value: T }>(full));
  if (far) {
    counts.far += 1;
    near.set(key, far);
    return far.value;
  }
  counts.miss += 1;
  const value = await load();
  near.set(key, { value });
  await guarded(() => store.set(full, { value }, { ex: ttlSeconds }));
  return value;
}

/** Forgets everything kept under these tags, here at once and in other processes within two seconds. */
export async function invalidate(...tags: string[]): Promise<void> {
  near.clear();
  const store = redis();
  if (!store) return;
  await guarded(() => {
    const pipeline = store.pipeline();
    for (const tag of tags) pipeline.incr(tagKey(tag));
    return pipeline.exec();
  });
}

export function cacheCounts(): Readonly<typeof counts> {
  return counts;
}
