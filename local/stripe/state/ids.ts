import { randomBytes } from "node:crypto";

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** A fresh id in Stripe's form: the prefix and 24 letters (58 for Checkout Sessions). */
export function newId(prefix: string): string {
  return `${prefix}_${randomText(prefix === "cs_test" ? 58 : prefix === "acct" ? 16 : 24)}`;
}

export function randomText(length: number): string {
  let text = "";
  for (let index = 0; index < length; index += 1) text += letters.charAt(nextByte() % letters.length);
  return text;
}

/** Randomness is drawn in larger portions: an id is made for every event. */
let pool = randomBytes(4096);
let used = 0;

function nextByte(): number {
  if (used === pool.length) {
    pool = randomBytes(4096);
    used = 0;
  }
  used += 1;
  return pool[used - 1] ?? 0;
}
