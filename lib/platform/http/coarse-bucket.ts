/** A page view costs one; a person who reads fast needs two a second, with room for a burst. */
const perSecond = 5;
const burst = 120;
const mostKeys = 20_000;

interface Bucket {
  left: number;
  at: number;
}
const buckets = new Map<string, Bucket>();

/** Whether this address may have one more page now. Counts in this process alone: coarse on purpose, it only blunts floods. */
export function takePage(address: string, nowMs = performance.now()): boolean {
  let bucket = buckets.get(address);
  if (!bucket) {
    if (buckets.size >= mostKeys) buckets.clear();
    bucket = { left: burst, at: nowMs };
    buckets.set(address, bucket);
  }
  bucket.left = Math.min(burst, bucket.left + ((nowMs - bucket.at) * perSecond) / 1_000);
  bucket.at = nowMs;
  if (bucket.left < 1) return false;
  bucket.left -= 1;
  return true;
}
