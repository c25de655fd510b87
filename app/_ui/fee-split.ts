import { share } from "@/lib/platform/money/share";

/** What becomes of a price, in integers. The numbers come from the caller; the law of rounding lives here. */
export type FeeRules = { platformBps: number; processingBps: number; processingFixedMinor: number };
export type FeeSplit = { gross: number; platform: number; processing: number; net: number };

/** Parts always add up to the gross; the artist never goes below nothing. */
export function splitPrice(gross: number, rules: FeeRules): FeeSplit {
  const processing = Math.min(gross, share(gross, rules.processingBps) + (gross > 0 ? rules.processingFixedMinor : 0));
  const platform = Math.min(gross - processing, share(gross, rules.platformBps));
  return { gross, platform, processing, net: gross - processing - platform };
}
