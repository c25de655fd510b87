import { days, later } from "@/lib/platform/clock";
import { graceMs, memberDunning, trialDunning, trialGraceMs } from "./rules";

/** What decides over access, whatever else a membership is. */
export interface Standing {
  status: "active" | "past_due" | "ended";
  /** Until when it is paid, or tried for nothing. */
  currentPeriodEnd: Date;
  trialEndsAt: Date | null;
  cancelRequestedAt: Date | null;
  endedAt: Date | null;
  paused: boolean;
}

/** The first payment has not come: all there was is the trial. */
const onlyTried = ({ trialEndsAt, currentPeriodEnd }: Pick<Standing, "trialEndsAt" | "currentPeriodEnd">): boolean => trialEndsAt !== null && currentPeriodEnd <= trialEndsAt;

const graceOf = (standing: Pick<Standing, "trialEndsAt" | "currentPeriodEnd">): number => (onlyTried(standing) ? trialGraceMs : graceMs);

/** Until when what is paid is seen at most, while the next payment is tried. */
export const graceEnd = (standing: Pick<Standing, "trialEndsAt" | "currentPeriodEnd">): Date => later(standing.currentPeriodEnd, graceOf(standing));

export type Access = { kind: "until"; at: Date } | { kind: "ends"; at: Date } | { kind: "as it was" };

/**
 * What access follows from a standing. "until": it holds so long. "ends": it ends then, if it did not end before.
 * "as it was": a payment that failed buys no new time; the access written with the last one runs out by itself.
 */
export function accessOf(standing: Standing): Access {
  const { status, currentPeriodEnd, cancelRequestedAt, endedAt, paused } = standing;
  if (status === "ended") return { kind: "ends", at: endedAt ?? currentPeriodEnd };
  if (cancelRequestedAt || paused) return { kind: "ends", at: currentPeriodEnd };
  if (status === "past_due") return { kind: "as it was" };
  return { kind: "until", at: graceEnd(standing) };
}

/** When access ends after all, given when it ended so far (undefined: there was none). The one place that moves it. */
export function accessEnd(given: Date | undefined, standing: Standing): Date | undefined {
  const access = accessOf(standing);
  if (access.kind === "as it was") return given;
  if (access.kind === "until") return access.at;
  // What was paid before we heard of the wish to leave is still theirs; what has ended never grows again.
  const owed = standing.status !== "ended" && (given === undefined || given < access.at);
  return owed || (given !== undefined && given > access.at) ? access.at : given;
}

export type Step = "wait" | "warn" | "end";

/** What is to be done now about a bill that was refused: nothing, the last warning, or the end. */
export function dunningStep({ accessEndsAt, failedAt, warnedAt, tried }: { accessEndsAt: Date; failedAt: Date; warnedAt: Date | null; tried: boolean }, now: Date): Step {
  if (now >= accessEndsAt) return "end";
  const { warnDaysBefore } = tried ? trialDunning : memberDunning;
  // Never on the heels of the first mail.
  const due = Math.max(later(accessEndsAt, -days(warnDaysBefore)).getTime(), later(failedAt, days(1)).getTime());
  return warnedAt === null && now.getTime() >= due ? "warn" : "wait";
}

/** What others are told when a standing turns into another. */
export type Turn = "started" | "ended" | "failed" | "recovered";

export function turnsOf(before: Pick<Standing, "status"> | null, after: Pick<Standing, "status">): Turn[] {
  const was = before?.status ?? "ended";
  const turns: Turn[] = [];
  if (was === "ended" && after.status !== "ended") turns.push("started");
  if (was !== "ended" && after.status === "ended") turns.push("ended");
  if (was !== "past_due" && after.status === "past_due") turns.push("failed");
  if (was === "past_due" && after.status === "active") turns.push("recovered");
  return turns;
}
