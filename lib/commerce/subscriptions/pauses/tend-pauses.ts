import { later } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/db";
import { emit } from "@/lib/platform/events";
import { remindMs } from "../rules";
import { syncSubscription } from "../sync-subscription";

/** Has those told whose pause ends within three days, and looks at those whose pause is over. The soonest first, at most `limit`. */
export async function tendPauses(ctx: Context, { limit = 100, until }: { limit?: number; until: Date }): Promise<number> {
  const due = await ctx.db.membershipPause.findMany({
    where: { endedAt: null, OR: [{ resumesAt: { lte: ctx.now } }, { resumesAt: { lte: later(ctx.now, remindMs) }, remindedAt: null }] },
    orderBy: { resumesAt: "asc" },
    take: limit,
    include: { subscription: { select: { rail: true, providerId: true } } },
  });
  for (const pause of due) {
    if (new Date() > until) break;
    if (pause.resumesAt <= ctx.now) await syncSubscription({ ctx, input: pause.subscription });
    else await remind(ctx, pause.id);
  }
  return due.length;
}

async function remind(ctx: Context, pauseId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const noted = await tx.membershipPause.updateMany({ where: { id: pauseId, remindedAt: null, endedAt: null }, data: { remindedAt: ctx.now } });
    if (noted.count > 0) emit(tx, "subscription.pause-ending", { pauseId });
  });
}
