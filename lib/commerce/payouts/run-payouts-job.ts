import { later } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/db";
import { defineJob, enqueue } from "@/lib/platform/jobs";
import { markPending } from "@/lib/platform/jobs/pending";
import { runPayouts } from "./run-payouts";

/** A stretch of the run stays well below the time after which the queue gives a job to another. */
const stretchMs = 40_000;

/** A stretch of the day's run; the next one begins where it stopped. Killed in the middle it is done again from its own beginning. */
export const runPayoutsJob = defineJob<{ after: string }>({
  name: "run-payouts",
  lane: "default",
  run: async ({ ctx, data }) => {
    const { next } = await runPayouts(ctx, { after: data.after, until: later(new Date(), stretchMs) });
    if (next !== undefined) await queueStretch(ctx, next);
  },
});

/** Begins the day's run. Beginning it twice pays nobody twice. */
export async function startPayoutRun(ctx: Context): Promise<void> {
  await queueStretch(ctx, "");
}

async function queueStretch(ctx: Context, after: string): Promise<void> {
  await ctx.transaction((tx) => enqueue(tx, runPayoutsJob, { after }));
  markPending();
}
