import { networkOf } from "./address";

/** A page view costs one; a household reads a few a second, with room for a burst. */
const perSecond = 10;
const burst = 240;
/** The router fetches ahead of a click, mostly no more than a page's frame, and a page full of links asks for thirty. */
const fragmentCost = 0.2;
const mostKeys = 20_000;

interface Bucket {
  left: number;
  at: number;
}
const buckets = new Map<string, Bucket>();

/**
 * Whether this address may have one more page now. Counts in this process alone: coarse on purpose, it only blunts floods.
 * `fragment`: asked for by the router and not as a document. It is the caller's word; lying buys five times the flood and no more.
 */
export function takePage(address: string, { fragment = false, nowMs = performance.now() } = {}): boolean {
  const network = networkOf(address);
  const bucket = buckets.get(network) ?? { left: burst, at: nowMs };
  // Set anew at the end, so that the first is always the one not heard of for longest: it alone makes room.
  buckets.delete(network);
  if (buckets.size >= mostKeys) buckets.delete(buckets.keys().next().value ?? "");
  buckets.set(network, bucket);
  bucket.left = Math.min(burst, bucket.left + ((nowMs - bucket.at) * perSecond) / 1_000);
  bucket.at = nowMs;
  const cost = fragment ? fragmentCost : 1;
  if (bucket.left < cost) return false;
  bucket.left -= cost;
  return true;
}
