import { type PayoutOrder, payoutRailNamed } from "@/lib/commerce/rails";
import type { PayoutModel } from "@/lib/platform/db/generated/models";
import { defineJob } from "@/lib/platform/jobs";
import { ProviderShort } from "./errors";
import { giveBack } from "./give-back";

/** A payout as the rail is asked for it. */
export const orderOf = (payout: PayoutModel): PayoutOrder => ({ payoutId: payout.id, account: payout.destination, amount: payout.amount, currency: payout.currency, method: payout.method === "instant" ? "instant" : "standard" });

/** Brings the money of a payout that failed back from the creator's account, and into their balance. */
export const returnPayoutJob = defineJob<{ payoutId: string }>({
  name: "return-payout",
  lane: "default",
  run: async ({ ctx, data }) => {
    const payout = await ctx.db.payout.findUnique({ where: { id: data.payoutId } });
    if (payout?.state !== "failed" || payout.transferId === null) return;
    const answer = await payoutRailNamed(payout.rail).reverse(payout.transferId, orderOf(payout));
    if (answer.refused) throw new ProviderShort(answer.refused.message);
    await giveBack(ctx, payout, { sent: true, state: "returned", why: payout.failureMessage ?? "", reversalId: answer.done });
  },
});
