import type { Context, Tx } from "@/lib/platform/db";
import { enqueueMany } from "@/lib/platform/jobs";
import { markPending } from "@/lib/platform/jobs/pending";
import { beginPayouts, type Chosen } from "./begin-payouts";
import { type Candidate, nextAccounts, readCandidates } from "./facts";
import { sendPayoutJob } from "./jobs";
import { batchSize } from "./rules";
import { selectPayout } from "./select-payout";

export interface RunOutcome {
  looked: number;
  begun: number;
  skipped: number;
  /** Where to go on; absent when everyone was looked at. */
  next?: string;
}

/**
 * The daily run: everyone with a balance is paid or told why not. Each batch is one transaction, and a creator has one payout a day and
 * one on its way, so that runs may race, be killed and begin again. Stops at `until`, and says where to go on.
 */
export async function runPayouts(ctx: Context, { currency = "usd", until, after = "" }: { currency?: string; until?: Date; after?: string } = {}): Promise<RunOutcome> {
  const day = new Date(Date.UTC(ctx.now.getUTCFullYear(), ctx.now.getUTCMonth(), ctx.now.getUTCDate()));
  const outcome: RunOutcome = { looked: 0, begun: 0, skipped: 0 };
  for (let cursor = after; ; ) {
    const batch = await ctx.transaction((tx) => runBatch(tx, ctx, { currency, day, after: cursor }));
    outcome.looked += batch.looked;
    outcome.begun += batch.begun;
    outcome.skipped += batch.looked - batch.begun;
    if (batch.begun > 0) markPending();
    if (batch.last === undefined) return outcome;
    cursor = batch.last;
    if (until && new Date() > until) return { ...outcome, next: cursor };
  }
}

async function runBatch(tx: Tx, ctx: Context, { currency, day, after }: { currency: string; day: Date; after: string }): Promise<{ looked: number; begun: number; last: string | undefined }> {
  const next = await nextAccounts(tx, currency, after, batchSize);
  const candidates = await readCandidates(tx, { accountIds: next.map(({ accountId }) => accountId), currency, day, asked: false });
  const selected = candidates.map((candidate) => ({ candidate, selection: selectPayout(candidate.facts) }));
  const chosen: Chosen[] = selected.flatMap(({ candidate, selection }) => (selection.pay === undefined || candidate.paidToday ? [] : [{ candidate, gross: selection.pay, method: "standard" as const }]));
  const begun = await beginPayouts(tx, ctx, { chosen, day, currency });
  const notes = selected.flatMap(({ candidate, selection }) => (selection.skip && selection.skip !== "nothing" && !candidate.paidToday ? [noteOf(candidate, selection)] : []));
  if (notes.length > 0) await tx.payoutNote.createMany({ data: notes.map((note) => ({ ...note, day, currency, createdAt: ctx.now })), skipDuplicates: true });
  await enqueueMany(tx, sendPayoutJob, begun.filter(({ state }) => state === "pending").map(({ id }) => ({ payoutId: id })));
  return { looked: next.length, begun: begun.length, last: next.length < batchSize ? undefined : next.at(-1)?.creatorId };
}

const noteOf = ({ creatorId, facts }: Candidate, { skip, text }: { skip: string; text: string }): { creatorId: string; code: string; text: string; amount: number } => ({ creatorId, code: skip, text, amount: facts.balance });
