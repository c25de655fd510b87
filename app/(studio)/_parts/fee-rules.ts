import type { FeeRules } from "@/app/_ui/fee-split";
import { feeScheduleAt } from "@/lib/commerce/fees";
import type { Context } from "@/lib/platform/db";

/** What we take now, in the shape that the bars of the pages use. */
export async function feeRules({ db, now }: Pick<Context, "db" | "now">): Promise<FeeRules> {
  const schedule = await feeScheduleAt(db, now);
  return { platformBps: schedule.platformBps, processingBps: schedule.estimateProcessingBps, processingFixedMinor: schedule.estimateProcessingFixed };
}

/** 1000 → "10 %", 750 → "7.5 %". */
export const percent = (bps: number): string => `${(bps / 100).toLocaleString("en-US", { maximumFractionDigits: 2 })} %`;
