import { audit } from "@/lib/platform/audit";
import type { Context, Tx } from "@/lib/platform/db";
import type { PayoutModel } from "@/lib/platform/db/generated/models";
import { emit } from "@/lib/platform/events";
import { bookReturned } from "./book-movements";
import { placeHold } from "./place-hold";

interface Ending {
  sent: boolean;
  state: "cancelled" | "returned";
  why: string;
  code?: string;
  /** The provider has said no for good, so it has not left. */
  refused?: boolean;
  reversalId?: string;
}

/** Ends a payout and books all of it back into the balance, once; one that is being sent this moment is left alone. */
export const giveBack = (ctx: Context, payout: PayoutModel, ending: Ending): Promise<void> => ctx.transaction((tx) => giveBackIn(tx, ctx, payout, ending));

/** What has not left of a creator's payouts goes back into their balance, in the caller's transaction: somebody with a better claim to it looks for it there. The next run begins anew with the rest. */
export async function giveBackUnsent(tx: Tx, ctx: Context, { creatorId, currency, why }: { creatorId: string; currency: string; why: string }): Promise<void> {
  const waiting = await tx.payout.findMany({ where: { creatorId, currency, state: { in: ["awaiting_approval", "pending"] }, sendingAt: null }, take: 10 });
  for (const payout of waiting) await giveBackIn(tx, ctx, payout, { sent: false, state: "cancelled", why });
}

async function giveBackIn(tx: Tx, ctx: Context, payout: PayoutModel, { sent, state, why, code, refused, reversalId }: Ending): Promise<void> {
  const from = sent ? (["failed"] as const) : (["awaiting_approval", "pending"] as const);
  const data = { state, endedAt: ctx.now, ...(reversalId ? { reversalId } : {}), ...(sent ? {} : { failureCode: code ?? "cancelled", failureMessage: why }) };
  const changed = await tx.payout.updateMany({ where: { id: payout.id, state: { in: [...from] }, ...(sent || refused ? {} : { sendingAt: null }) }, data });
  if (changed.count === 0) return;
  await bookReturned(tx, payout, { sent, at: ctx.now });
  audit(tx, ctx, `payout.${state}`, { subject: payout.id, why });
  emit(tx, "payout.returned", { payoutId: payout.id });
  if (!sent) return;
  await placeHold(tx, ctx, {
    creatorId: payout.creatorId,
    rule: "bank-refused",
    reason: `Your bank (account ending in ${payout.bankLast4 ?? "????"}) sent your last payout back: ${why}`,
    whatToDo: "Correct your bank account, or name another one: Studio → Money → Payouts. The next payout follows after that.",
  });
}
