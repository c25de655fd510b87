import { audit } from "@/lib/platform/audit";
import type { Context, Tx, Verb } from "@/lib/platform/db";
import { NotFound, Unauthenticated } from "@/lib/platform/errors";
import type { BuyerBlockId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { NoSuchBlock } from "../errors";
import { canAnswerForDisputes } from "../policy";

/** An administrator lets somebody buy again, and says why. @throws NotFound, Forbidden for one's own page, NoSuchBlock */
export async function liftBlock({ ctx, input }: Verb<{ blockId: BuyerBlockId; reason: string }>): Promise<void> {
  authorize(canAnswerForDisputes(ctx.actor), "block");
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  const byUserId = ctx.actor.userId;
  await ctx.transaction(async (tx) => {
    const block = await tx.buyerBlock.findUnique({ where: { id: input.blockId } });
    if (!block) throw new NotFound("block");
    authorize(canAnswerForDisputes(ctx.actor, block.creatorId), "block");
    const lifted = await tx.buyerBlock.updateMany({ where: { id: block.id, liftedAt: null }, data: { liftedAt: ctx.now, liftedByUserId: byUserId, liftedReason: input.reason } });
    if (lifted.count === 0) throw new NoSuchBlock();
    audit(tx, ctx, "buyer.unblocked", { subject: block.id, userId: block.userId, reason: input.reason });
  });
}

/** Ends the blocks of one cause because what they waited for has happened. */
export async function liftBlocksOf(tx: Tx, ctx: Context, { causeId, rule, why }: { causeId: string; rule: string; why: string }): Promise<void> {
  const lifted = await tx.buyerBlock.updateMany({ where: { causeId, rule, liftedAt: null }, data: { liftedAt: ctx.now, liftedReason: why } });
  if (lifted.count > 0) audit(tx, ctx, "buyer.unblocked", { subject: causeId, rule, why });
}
