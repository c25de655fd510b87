/** What becomes of a price, in integers. The numbers come from the caller; the law of rounding lives here. */
export type FeeRules = { platformBps: number; processingBps: number; processingFixedMinor: number };
export type FeeSplit = { gross: number; platform: number; processing: number; net: number };

/** A share in basis points, half a cent upward. */
export function shareOf(amount: number, bps: number): number {
  return Math.floor((amount * bps + 5_000) / 10_000);
}

/** Parts always add up to the gross; the artist never goes below nothing. */
export function splitPrice(gross: number, rules: FeeRules): FeeSplit {
  const processing = Math.min(gross, shareOf(gross, rules.processingBps) + (gross > 0 ? rules.processingFixedMinor : 0));
  const platform = Math.min(gross - processing, shareOf(gross, rules.platformBps));
  return { gross, platform, processing, net: gross - processing - platform };
}
