import { randomBytes } from "node:crypto";

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** A fresh id in Stripe's form: the prefix and 24 letters (58 for Checkout Sessions). */
export function newId(prefix: string): string {
  return `${prefix}_${randomText(prefix === "cs_test" ? 58 : prefix === "acct" ? 16 : 24)}`;
}

export function randomText(length: number): string {
  return [...randomBytes(length)].map((byte) => letters.charAt(byte % letters.length)).join("");
}
