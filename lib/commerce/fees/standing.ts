import { days, later } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { InvalidInput } from "@/lib/platform/errors";
import { FeesNotPossible } from "./errors";
import { mailingDays, noticeDays } from "./rules";

export interface FeeNumbers {
  effectiveFrom: Date;
  platformBps: number;
  estimateProcessingBps: number;
  estimateProcessingFixed: number;
}

/** Whoever changes what is to come does so alone: schedules are a chain, and each is judged by the one before it. */
export async function lockFees(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('fee-schedules'))::text`;
}

/** The end of the chain: in force, or the last that is to come. */
export async function lastSchedule(tx: Tx): Promise<FeeNumbers & { id: string }> {
  return tx.feeSchedule.findFirstOrThrow({ orderBy: { effectiveFrom: "desc" } });
}

/** Whether creators can still be told in time of what begins at `from`. */
export const inTimeToTell = (from: Date, now: Date): boolean => from >= later(now, days(noticeDays + mailingDays));

/** Whether a schedule can follow the last one, and whether it takes more. Pure. @throws InvalidInput, FeesNotPossible */
export function follows(last: FeeNumbers, next: FeeNumbers, now: Date): { raises: boolean } {
  const fault = (text: string): never => { throw new InvalidInput("body.effectiveFrom", text); };
  if (next.effectiveFrom <= now) fault("Choose a day that lies ahead: what is in force is not changed.");
  if (next.effectiveFrom <= last.effectiveFrom) fault(`Choose a day after ${last.effectiveFrom.toISOString().slice(0, 10)}: another schedule begins then. Withdraw that one first, or follow it.`);
  const raises = next.platformBps > last.platformBps;
  if (raises && !inTimeToTell(next.effectiveFrom, now)) fault(`These fees are higher: creators hear of that ${noticeDays} days before, and the mails have a day to go out. Choose ${later(now, days(noticeDays + mailingDays + 1)).toISOString().slice(0, 10)} or later.`);
  const same = (["platformBps", "estimateProcessingBps", "estimateProcessingFixed"] as const).every((name) => next[name] === last[name]);
  if (same) throw new FeesNotPossible("These are the fees of the schedule before it. Change a number, or leave it.");
  return { raises };
}
