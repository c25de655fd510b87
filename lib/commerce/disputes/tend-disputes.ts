import { disputesRailNamed } from "@/lib/commerce/rails";
import { later, now } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/db";
import { enqueueMany } from "@/lib/platform/jobs";
import { markPending } from "@/lib/platform/jobs/pending";
import { log } from "@/lib/platform/log";
import { decideByRule } from "./decide-by-rule";
import { compileEvidence } from "./evidence/compile-evidence";
import { sendDecisionJob } from "./jobs";
import { catchUpMs, quietMs } from "./rules";
import { applyDispute, syncDispute } from "./sync-dispute";
import { applyWarning } from "./warnings/sync-warning";

const most = 200;

/** Decides those whose time to add to has passed. */
export async function decideDue(ctx: Context): Promise<number> {
  const due = await ctx.db.dispute.findMany({ where: { stage: { in: ["warned", "open"] }, decision: null, answerBy: { lte: ctx.now } }, orderBy: { answerBy: "asc" }, take: most, select: { id: true } });
  let decided = 0;
  for (const { id } of due) if (await ctx.transaction((tx) => decideByRule(tx, ctx, id))) decided += 1;
  markPending();
  return decided;
}

/**
 * What lost webhooks and dead jobs would have told: new disputes and warnings at the provider, open ones of which nothing was heard, money that is
 * to come back, decisions that were not sent. At most 200 of each, until `until`.
 */
export async function catchUpDisputes(ctx: Context, { rail = "stripe", until }: { rail?: string; until: Date }): Promise<{ looked: number; found: number; failed: number }> {
  const counts = { looked: 0, found: 0, failed: 0 };
  const attempt = async (about: string, work: () => Promise<void>): Promise<void> => {
    counts.looked += 1;
    await work().catch((error: unknown) => {
      counts.failed += 1;
      log().warn({ about, error: error instanceof Error ? error.message : "?" }, "could not catch up");
    });
  };
  const since = later(ctx.now, -catchUpMs);
  for await (const page of disputesRailNamed(rail).disputesSince(since)) {
    const lookedAt = now();
    const known = new Set((await ctx.db.dispute.findMany({ where: { providerId: { in: page.map(({ providerId }) => providerId) } }, take: page.length, select: { providerId: true } })).map(({ providerId }) => providerId));
    for (const seen of page.filter(({ providerId }) => !known.has(providerId))) { counts.found += 1; await attempt(seen.providerId, () => applyDispute(ctx, rail, seen, lookedAt)); }
    if (new Date() > until) return counts;
  }
  for await (const page of disputesRailNamed(rail).warningsSince(since)) {
    const known = new Set((await ctx.db.fraudWarning.findMany({ where: { providerId: { in: page.map(({ providerId }) => providerId) } }, take: page.length, select: { providerId: true } })).map(({ providerId }) => providerId));
    for (const seen of page.filter(({ providerId }) => !known.has(providerId))) { counts.found += 1; await attempt(seen.providerId, () => applyWarning(ctx, rail, seen)); }
    if (new Date() > until) return counts;
  }
  for (const { rail: name, providerId } of await quietOnes(ctx)) {
    if (new Date() > until) return counts;
    await attempt(providerId, () => syncDispute(ctx, name, providerId));
  }
  await resume(ctx);
  return counts;
}

/** Open ones that were not looked at lately, and ended ones whose money has not come back yet. Raw: it compares two columns. */
function quietOnes(ctx: Context): Promise<{ rail: string; providerId: string }[]> {
  return ctx.db.$queryRaw`
    SELECT rail, "providerId" FROM "Dispute" WHERE "syncedAt" < ${later(ctx.now, -quietMs)}
      AND (stage IN ('warned', 'warned_answered', 'open', 'submitted') OR (stage IN ('won', 'withdrawn') AND reinstated < withdrawn AND "endedAt" > ${later(ctx.now, -catchUpMs)})) ORDER BY "syncedAt" LIMIT ${most}`;
}

/** What died with its process is done again; it bears it. */
async function resume(ctx: Context): Promise<void> {
  const open = await ctx.db.dispute.findMany({ where: { stage: { in: ["warned", "open"] }, sentAt: null, OR: [{ decidedAt: { lt: later(ctx.now, -quietMs) } }, { compiledAt: null }] }, orderBy: { openedAt: "asc" }, take: most, select: { id: true, decision: true } });
  for (const { id } of open.filter(({ decision }) => decision === null)) await compileEvidence(ctx, id);
  await ctx.transaction((tx) => enqueueMany(tx, sendDecisionJob, open.filter(({ decision }) => decision !== null).map(({ id }) => ({ disputeId: id }))));
}
