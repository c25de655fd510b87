import { railNamed } from "@/lib/commerce/rails";
import type { Context } from "@/lib/platform/db";
import type { OverdueModel, SubscriptionModel } from "@/lib/platform/db/generated/models";
import { days, later } from "@/lib/platform/clock";
import { emit } from "@/lib/platform/events";
import { log } from "@/lib/platform/log";
import { dunningStep } from "../lifecycle";
import { memberDunning } from "../rules";
import { syncSubscription } from "../sync-subscription";

type Late = OverdueModel & { subscription: SubscriptionModel };

/** Warns before access ends over a bill that was refused, and ends what was not paid in time. The soonest first, at most `limit`. */
export async function tendOverdue(ctx: Context, { limit = 100, until }: { limit?: number; until: Date }): Promise<{ warned: number; ended: number; failed: number }> {
  const soon = later(ctx.now, days(memberDunning.warnDaysBefore));
  const late = await ctx.db.overdue.findMany({ where: { closedAt: null, accessEndsAt: { lte: soon } }, orderBy: { accessEndsAt: "asc" }, take: limit, include: { subscription: true } });
  const count = { warned: 0, ended: 0, failed: 0 };
  for (const one of late) {
    if (new Date() > until) break;
    try {
      const done = await tend(ctx, one);
      if (done !== "wait") count[done === "warn" ? "warned" : "ended"] += 1;
    } catch (error) {
      count.failed += 1;
      log().warn({ overdueId: one.id, error: error instanceof Error ? error.message : "?" }, "could not tend a late payment");
    }
  }
  return count;
}

async function tend(ctx: Context, { subscription, ...overdue }: Late): Promise<"wait" | "warn" | "end"> {
  const { currentPeriodEnd, trialEndsAt, rail, providerId } = subscription;
  const step = dunningStep({ ...overdue, tried: trialEndsAt !== null && currentPeriodEnd <= trialEndsAt }, ctx.now);
  if (step === "warn") await warn(ctx, overdue.id);
  if (step === "end") await end(ctx, overdue.id, { rail, providerId });
  return step;
}

async function warn(ctx: Context, overdueId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const noted = await tx.overdue.updateMany({ where: { id: overdueId, closedAt: null, warnedAt: null }, data: { warnedAt: ctx.now } });
    if (noted.count > 0) emit(tx, "payment.last-warning", { overdueId });
  });
}

/** Looks once more first: a payment that no webhook told of is as good as any. */
async function end(ctx: Context, overdueId: string, which: { rail: string; providerId: string }): Promise<void> {
  await syncSubscription({ ctx, input: which });
  if ((await ctx.db.overdue.count({ where: { id: overdueId, closedAt: null } })) === 0) return;
  await railNamed(which.rail).endSubscription(which.providerId);
  await syncSubscription({ ctx, input: which });
}
