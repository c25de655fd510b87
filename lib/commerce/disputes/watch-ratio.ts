import { audit } from "@/lib/platform/audit";
import type { Context, Database } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { reportError } from "@/lib/platform/sentry";
import { ratioThresholdsBps } from "./rules";

export interface MonthRatio {
  month: Date;
  disputes: number;
  warnings: number;
  sales: number;
  /** Hundredths of a per cent, cut. */
  ratioBps: number;
}

const monthOf = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1));

/** (Fraud warnings + disputes) to settled sales of the month that `at` is in, as Visa counts it (VAMP). Questions of a bank are no disputes. */
export async function ratioOfMonth(db: Database, at: Date): Promise<MonthRatio> {
  const month = monthOf(at);
  const next = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1));
  const within = { gte: month, lt: next };
  const [disputes, warnings, sales] = await Promise.all([
    db.dispute.count({ where: { openedAt: within, stage: { in: ["open", "submitted", "won", "withdrawn", "lost"] } } }),
    db.fraudWarning.count({ where: { warnedAt: within } }),
    db.sale.count({ where: { occurredAt: within } }),
  ]);
  return { month, disputes, warnings, sales, ratioBps: sales === 0 ? 0 : Math.floor(((disputes + warnings) * 10_000) / sales) };
}

/** Compares this month's ratio with the lines, and tells us once for each line and month that it is over. */
export async function watchRatio(ctx: Context): Promise<MonthRatio & { raised: number }> {
  const found = await ratioOfMonth(ctx.db, ctx.now);
  let raised = 0;
  for (const thresholdBps of ratioThresholdsBps.filter((threshold) => found.ratioBps >= threshold)) {
    const isNew = await ctx.transaction(async (tx) => {
      const made = await tx.disputeRatioAlert.createMany({ data: [{ ...found, thresholdBps, raisedAt: ctx.now }], skipDuplicates: true });
      if (made.count > 0) audit(tx, ctx, "dispute-ratio.raised", { subject: found.month.toISOString().slice(0, 7), thresholdBps, ratioBps: found.ratioBps });
      return made.count > 0;
    });
    if (!isNew) continue;
    raised += 1;
    const words = `${found.disputes} disputes and ${found.warnings} fraud warnings of ${found.sales} sales this month: ${found.ratioBps} bps, over the line of ${thresholdBps}`;
    log().error({ ...found, thresholdBps }, words);
    reportError(new Error(words), { route: "watch-dispute-ratio", method: "CRON", requestId: ctx.requestId });
  }
  return { ...found, raised };
}
