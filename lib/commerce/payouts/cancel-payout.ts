import type { Verb } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import type { PayoutId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { PayoutGone } from "./errors";
import { giveBack } from "./give-back";
import { canAnswerForPayouts } from "./policy";

/** Stops a payout that has not left yet; its money goes back into the balance. @throws NotFound, Forbidden for one's own page, PayoutGone */
export async function cancelPayout({ ctx, input }: Verb<{ payoutId: PayoutId; reason: string }>): Promise<void> {
  authorize(canAnswerForPayouts(ctx.actor), "payout");
  const payout = await ctx.db.payout.findUnique({ where: { id: input.payoutId } });
  if (!payout) throw new NotFound("payout");
  authorize(canAnswerForPayouts(ctx.actor, payout.creatorId), "payout");
  // One that waits for its second yes has not been asked of the provider; one that is pending may be on the wire this very moment.
  if (payout.state !== "awaiting_approval") throw new PayoutGone();
  await giveBack(ctx, payout, { sent: false, state: "cancelled", why: input.reason });
}
