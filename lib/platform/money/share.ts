/** `bps` hundredths of a per cent of `amount`, half a cent rounded up. Both are non-negative integers. */
export function share(amount: number, bps: number): number {
  if (!Number.isSafeInteger(amount) || !Number.isSafeInteger(bps) || amount < 0 || bps < 0) throw new RangeError("share() takes non-negative integers");
  return Number((BigInt(amount) * BigInt(bps) + 5_000n) / 10_000n);
}
