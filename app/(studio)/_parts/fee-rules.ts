import { type FeeRules, rulesOf } from "@/app/_ui/fee-split";
import { termsOfSale } from "@/lib/commerce/purchases";
import type { CreatorId } from "@/lib/platform/ids";
import type { Context } from "@/lib/platform/db";

/** What we take of a page's sale now, and with whom the page shares the rest, in the shape that the bars of the pages use. One statement. */
export async function feeRules({ db, now }: Pick<Context, "db" | "now">, creatorId: CreatorId): Promise<FeeRules> {
  const { schedule, splits } = await termsOfSale(db, creatorId, now);
  return { ...rulesOf(schedule), splits };
}

/** 1000 → "10 %", 750 → "7.5 %". */
export const percent = (bps: number): string => `${(bps / 100).toLocaleString("en-US", { maximumFractionDigits: 2 })} %`;
