import { accounts } from "@/lib/commerce/ledger";
import type { Verb } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { asId, type PayoutId } from "@/lib/platform/ids";
import { enqueueMany } from "@/lib/platform/jobs";
import { markPending } from "@/lib/platform/jobs/pending";
import { beginPayouts } from "./begin-payouts";
import { NotPayable } from "./errors";
import { readCandidates } from "./facts";
import { sendPayoutJob } from "./jobs";
import { selectPayout } from "./select-payout";

/** Sends what is ready now, on the creator's own wish: instantly where their bank takes it, for its price. @throws NotFound, NotPayable with the reason */
export async function requestPayout({ ctx, input }: Verb<{ method: "standard" | "instant" }>): Promise<PayoutId> {
  const { actor } = ctx;
  if (actor.kind !== "user" || !actor.creatorId) throw new NotFound("page");
  const day = new Date(Date.UTC(ctx.now.getUTCFullYear(), ctx.now.getUTCMonth(), ctx.now.getUTCDate()));
  const code = accounts.creator(actor.creatorId).code;
  const id = await ctx.transaction(async (tx) => {
    const account = await tx.ledgerAccount.findUnique({ where: { code_currency: { code, currency: "usd" } }, select: { id: true } });
    const [candidate] = await readCandidates(tx, { accountIds: account ? [account.id] : [], currency: "usd", day, asked: true });
    if (!candidate) throw new NotPayable("There is nothing to pay out.");
    const selection = selectPayout(candidate.facts);
    if (selection.pay === undefined) throw new NotPayable(selection.text);
    if (input.method === "instant" && !candidate.instantAvailable) throw new NotPayable("Your bank does not take instant payouts. The usual way takes two days.");
    const [begun] = await beginPayouts(tx, ctx, { chosen: [{ candidate, gross: selection.pay, rest: selection.rest ?? 0, method: input.method }], day, currency: "usd" });
    if (!begun) throw new NotPayable("A payout was begun for you today already.");
    await enqueueMany(tx, sendPayoutJob, begun.state === "pending" ? [{ payoutId: begun.id }] : []);
    return begun.id;
  });
  markPending();
  return asId("payout", id);
}
