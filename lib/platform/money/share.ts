/** `bps` hundredths of a per cent of `amount`, half a cent rounded up. Both are non-negative integers. */
export function share(amount: number, bps: number): number {
  if (!Number.isSafeInteger(amount) || !Number.isSafeInteger(bps) || amount < 0 || bps < 0) throw new RangeError("share() takes non-negative integers");
  return Number((BigInt(amount) * BigInt(bps) + 5_000n) / 10_000n);
}

/** `part` of `whole` applied to `amount`, half a unit rounded up: proportion(100, 1, 3) → 33. Non-negative integers, whole > 0. */
export function proportion(amount: number, part: number, whole: number): number {
  if (![amount, part, whole].every((one) => Number.isSafeInteger(one) && one >= 0) || whole === 0) throw new RangeError("proportion() takes non-negative integers");
  return Number((2n * BigInt(amount) * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole)));
}
