import { obstacleForCreator } from "@/lib/commerce/payouts";
import { pageOfActor } from "@/lib/content/creators";
import { audit } from "@/lib/platform/audit";
import type { Context, Tx, Verb } from "@/lib/platform/db";
import { emit } from "@/lib/platform/events";
import type { SplitId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { PayoutsHeld, SplitOver } from "./errors";
import { findLocked, inWholeSeconds } from "./lock-splits";
import { canAccept } from "./policy";
import { splitById } from "./queries";
import type { SplitView } from "./schema";

/** Takes a share that was offered: it holds for what is sold from now on, or from its day. Repeating it changes nothing. @throws NotFound, Forbidden, SplitOver, PayoutsHeld */
export async function acceptSplit({ ctx, input }: Verb<{ splitId: SplitId }>): Promise<SplitView> {
  await ctx.transaction(async (tx) => {
    const split = await findLocked(tx, input.splitId);
    authorize(canAccept(ctx.actor, split), "split");
    if (split.endedAt) throw new SplitOver();
    if (split.acceptedAt) return;
    if (await obstacleForCreator(tx, split.creatorId, ctx.now)) throw new PayoutsHeld(false);
    await tx.revenueSplit.update({ where: { id: split.id }, data: { acceptedAt: await momentFor(tx, ctx, split.creatorId) } });
    audit(tx, ctx, "split.accepted", { subject: split.id, creatorId: split.creatorId, collaboratorId: split.collaboratorId, shareBps: split.shareBps });
    emit(tx, "split.accepted", { splitId: split.id });
  });
  return splitById(ctx, input.splitId, pageOfActor(ctx.actor));
}

/** Never before the end of another one, whose part may be needed for this: at no moment is more than everything shared, whatever clocks say. */
async function momentFor(tx: Tx, { now }: Context, creatorId: string): Promise<Date> {
  const { _max } = await tx.revenueSplit.aggregate({ where: { creatorId }, _max: { endedAt: true } });
  const moment = inWholeSeconds(now);
  return _max.endedAt && _max.endedAt > moment ? _max.endedAt : moment;
}
