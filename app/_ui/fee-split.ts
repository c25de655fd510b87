import { type Sharer, shareOut } from "@/lib/commerce/purchases/share-out";
import { share } from "@/lib/platform/money/share";

/** What becomes of a price, in integers. The numbers come from the caller; the law of rounding lives here and where sales are shared out. */
export type FeeRules = { platformBps: number; processingBps: number; processingFixedMinor: number; /** Of a page that shares: with whom. */ splits?: Sharer[] };
export type FeeSplit = { gross: number; platform: number; processing: number; net: number; /** What collaborators have beside `net`. */ shared?: number };

/** A fee schedule in the shape that the bars of the pages use. */
export const rulesOf = ({ platformBps, estimateProcessingBps, estimateProcessingFixed }: { platformBps: number; estimateProcessingBps: number; estimateProcessingFixed: number }): FeeRules => ({ platformBps, processingBps: estimateProcessingBps, processingFixedMinor: estimateProcessingFixed });

/** Parts always add up to the gross; the artist never goes below nothing. */
export function splitPrice(gross: number, { platformBps, processingBps, processingFixedMinor, splits = [] }: FeeRules): FeeSplit {
  const processing = Math.min(gross, share(gross, processingBps) + (gross > 0 ? processingFixedMinor : 0));
  const platform = Math.min(gross - processing, share(gross, platformBps));
  const left = gross - processing - platform;
  if (splits.length === 0) return { gross, platform, processing, net: left };
  const [, ...others] = shareOut({ gross, platformFee: platform, processingFee: processing, net: left }, "owner", splits);
  const shared = others.reduce((sum, { net }) => sum + net, 0);
  return { gross, platform, processing, net: left - shared, shared };
}

/** "Wild Hart", "Wild Hart and Oskar", "Wild Hart and 2 others". */
export function sayShared(splits: Sharer[] = []): string {
  const [first, second, ...more] = splits.map(({ name }) => name);
  if (!first || !second) return first ?? "";
  return `${first} and ${more.length > 0 ? `${more.length + 1} others` : second}`;
}
