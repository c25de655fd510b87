import { payoutRailNamed } from "@/lib/commerce/rails";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/db";
import type { PayoutModel } from "@/lib/platform/db/generated/models";
import { emit } from "@/lib/platform/events";
import { defineJob, enqueue } from "@/lib/platform/jobs";
import { bookSent } from "./book-movements";
import { ProviderShort } from "./errors";
import { giveBack } from "./give-back";
import { obstacleForCreator } from "./obstacles";
import { orderOf, returnPayoutJob } from "./return-payout";
import { syncPayoutAccount } from "./sync-account";
import { applyPayout } from "./sync-payout";

/** Sends a payout on its way: to the creator's account at the rail, then to their bank. Every step is asked for under the row's own key. */
export const sendPayoutJob = defineJob<{ payoutId: string }>({
  name: "send-payout",
  lane: "default",
  run: async ({ ctx, data }) => {
    const payout = await ctx.db.payout.findUnique({ where: { id: data.payoutId } });
    if (payout?.state === "pending" && !(await transfer(ctx, payout))) return;
    const moved = await ctx.db.payout.findUnique({ where: { id: data.payoutId } });
    if (moved?.state === "transferred") await payOut(ctx, moved);
  },
});

async function transfer(ctx: Context, payout: PayoutModel): Promise<boolean> {
  // The account is looked at once more: what is sent to a bank that was changed a minute ago is hard to get back.
  await syncPayoutAccount(ctx, { rail: payout.rail, providerId: payout.destination });
  const obstacle = payout.sendingAt ? undefined : await obstacleTo(ctx, payout);
  if (obstacle) { await giveBack(ctx, payout, { sent: false, state: "cancelled", why: obstacle }); return false; }
  // Said before it is done: whoever comes after a crash, or at the same moment, does not take back what may have left.
  const claimed = await ctx.db.payout.updateMany({ where: { id: payout.id, state: "pending" }, data: { sendingAt: payout.sendingAt ?? ctx.now } });
  if (claimed.count === 0) return false;
  const answer = await payoutRailNamed(payout.rail).transfer(orderOf(payout));
  if (answer.refused?.code === "balance_insufficient") throw new ProviderShort(answer.refused.message);
  if (answer.refused) { await giveBack(ctx, payout, { sent: false, state: "cancelled", why: answer.refused.message, code: answer.refused.code, refused: true }); return false; }
  await ctx.transaction(async (tx) => {
    const changed = await tx.payout.updateMany({ where: { id: payout.id, state: "pending" }, data: { state: "transferred", transferId: answer.done, transferredAt: ctx.now } });
    if (changed.count === 0) return;
    await bookSent(tx, payout, ctx.now);
    audit(tx, ctx, "payout.transferred", { subject: payout.id, transferId: answer.done });
    emit(tx, "payout.sent", { payoutId: payout.id });
  });
  return true;
}

async function obstacleTo(ctx: Context, payout: PayoutModel): Promise<string | undefined> {
  const [account, obstacle] = await Promise.all([ctx.db.payoutAccount.findUnique({ where: { creatorId: payout.creatorId } }), obstacleForCreator(ctx.db, payout.creatorId, ctx.now)]);
  if (account?.providerId !== payout.destination || account.bankFingerprint !== payout.bankFingerprint) return "The bank account was changed after this payout was begun.";
  if (obstacle) return obstacle.reason;
  return account.transfersActive && account.payoutsEnabled ? undefined : "The payment provider does not pay this account at the moment.";
}

async function payOut(ctx: Context, payout: PayoutModel): Promise<void> {
  const answer = await payoutRailNamed(payout.rail).payOut(orderOf(payout));
  if (answer.done) return applyPayout(ctx, payout.id, answer.done);
  // What was moved and is not free yet is asked for again; what is refused for good goes back.
  if (answer.refused.code === "balance_insufficient") throw new ProviderShort(answer.refused.message);
  const { code, message } = answer.refused;
  await ctx.transaction(async (tx) => {
    const failed = await tx.payout.updateMany({ where: { id: payout.id, state: "transferred" }, data: { state: "failed", failureCode: code, failureMessage: message } });
    if (failed.count > 0) await enqueue(tx, returnPayoutJob, { payoutId: payout.id });
  });
}

export const jobs = [sendPayoutJob, returnPayoutJob];
