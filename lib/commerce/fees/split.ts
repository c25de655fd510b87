import type { Database } from "@/lib/platform/db";
import { share } from "@/lib/platform/money";

export interface FeeSchedule {
  id: string;
  effectiveFrom: Date;
  platformBps: number;
  estimateProcessingBps: number;
  estimateProcessingFixed: number;
}

export type ComingFees = FeeSchedule & { note: string };

/** Where one payment goes, in minor units: the four add up. */
export interface Split {
  gross: number;
  platformFee: number;
  processingFee: number;
  net: number;
}

/** The schedule in force at a moment: the last one that began before it. One row by unique index. */
export async function feeScheduleAt(db: Pick<Database, "feeSchedule">, at: Date): Promise<FeeSchedule> {
  const found = await db.feeSchedule.findFirst({ where: { effectiveFrom: { lte: at } }, orderBy: { effectiveFrom: "desc" } });
  if (!found) throw new Error("no fee schedule was in force at that time; add a row to FeeSchedule");
  return found;
}

/** The next schedule that is to come, if one is agreed to, with its sentence for creators. */
export async function nextFees(db: Pick<Database, "feeSchedule">, now: Date): Promise<ComingFees | null> {
  return db.feeSchedule.findFirst({ where: { effectiveFrom: { gt: now } }, orderBy: { effectiveFrom: "asc" } });
}

/** What a payment was: the platform's share by the schedule, processing as the provider charged it, the rest the creator's. */
export function splitPayment(gross: number, processingFee: number, schedule: Pick<FeeSchedule, "platformBps">): Split {
  const platformFee = share(gross, schedule.platformBps);
  return { gross, platformFee, processingFee, net: gross - platformFee - processingFee };
}

/** What a payment would be, by the provider's list price for cards. Shown before a price is set; never booked. */
export function estimateSplit(gross: number, schedule: FeeSchedule): Split {
  return splitPayment(gross, share(gross, schedule.estimateProcessingBps) + schedule.estimateProcessingFixed, schedule);
}
