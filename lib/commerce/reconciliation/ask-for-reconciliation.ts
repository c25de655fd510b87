import { audit } from "@/lib/platform/audit";
import { later } from "@/lib/platform/clock";
import type { Verb } from "@/lib/platform/db";
import { defineJob, enqueue } from "@/lib/platform/jobs";
import { markPending } from "@/lib/platform/jobs/pending";
import { authorize } from "@/lib/platform/policy";
import { canReconcile } from "./policy";
import { reconcile } from "./reconcile";

/** A job stays well below the time after which the queue gives it to another; what is left of the movements comes with the next. */
const pullMs = 40_000;

/** One comparison, asked for by a person. What it finds is a row; a difference is no failure of the job. */
const reconcileJob = defineJob<{ rail: string; currency: string }>({
  name: "reconcile-now",
  lane: "default",
  run: async ({ ctx, data }) => {
    await reconcile(ctx, { ...data, until: later(new Date(), pullMs) });
  },
});

/** Has our books compared with the provider's now, without waiting for the hour. @throws NotFound for who is no administrator */
export async function askForReconciliation({ ctx, input }: Verb<{ reason: string }>): Promise<void> {
  authorize(canReconcile(ctx.actor));
  await ctx.transaction(async (tx) => {
    audit(tx, ctx, "reconciliation.asked", { subject: "stripe", reason: input.reason });
    await enqueue(tx, reconcileJob, { rail: "stripe", currency: "usd" });
  });
  markPending();
}

export const jobs = [reconcileJob];
