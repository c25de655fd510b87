/** A generator from a seed (mulberry32): the same seed, the same world. */
export type Random = () => number;

export function random(seed: number): Random {
  let a = seed | 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A seed from words, so that a handle or a title is enough (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 2_166_136_261;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16_777_619);
  return hash >>> 0;
}

export function pick<T>(r: Random, from: readonly [T, ...T[]]): T {
  return from[Math.floor(r() * from.length)] ?? from[0];
}
