import type { Context } from "@/lib/platform/db";
import { tendChanges } from "./changes/tend-changes";
import { tendOverdue } from "./dunning/tend-overdue";
import { tendPauses } from "./pauses/tend-pauses";
import { remindOfTrials } from "./trials/remind-of-trials";

/** What memberships need when nobody asks: warnings and ends over late payments, reminders before trials and pauses end. Repeating it changes nothing. */
export async function tendMemberships(ctx: Context, until: Date): Promise<{ trials: number; pauses: number; changes: number; warned: number; ended: number; failed: number }> {
  return { trials: await remindOfTrials(ctx), pauses: await tendPauses(ctx, { until }), changes: await tendChanges(ctx, { until }), ...(await tendOverdue(ctx, { until })) };
}
