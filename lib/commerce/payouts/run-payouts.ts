import type { Context, Tx } from "@/lib/platform/db";
import { enqueueMany } from "@/lib/platform/jobs";
import { markPending } from "@/lib/platform/jobs/pending";
import { log } from "@/lib/platform/log";
import { beginPayouts, type Chosen } from "./begin-payouts";
import { type Candidate, nextAccounts, readCandidates } from "./facts";
import { sendPayoutJob } from "./jobs";
import { batchSize, mostNoted } from "./rules";
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
    const batch = await runBatch(ctx, { currency, day, after: cursor });
    outcome.looked += batch.looked;
    outcome.begun += batch.begun;
    outcome.skipped += batch.looked - batch.begun;
    if (batch.begun > 0) markPending();
    if (batch.last === undefined) return outcome;
    cursor = batch.last;
    if (until && new Date() > until) return { ...outcome, next: cursor };
  }
}

interface Asked {
  currency: string;
  day: Date;
}

async function runBatch(ctx: Context, { after, ...asked }: Asked & { after: string }): Promise<{ looked: number; begun: number; last: string | undefined }> {
  const next = await nextAccounts(ctx.db, asked.currency, after, batchSize);
  const begun = next.length === 0 ? 0 : await payTogether(ctx, next, asked);
  return { looked: next.length, begun, last: next.length < batchSize ? undefined : next.at(-1)?.creatorId };
}

type Account = { accountId: string; creatorId: string };

/** All of them in one transaction; where that fails, each in its own, so that what is wrong with one keeps nobody else from their money. */
async function payTogether(ctx: Context, all: Account[], asked: Asked): Promise<number> {
  try {
    return await ctx.transaction((tx) => payEach(tx, ctx, all, asked));
  } catch (error) {
    log().error({ err: error, creators: all.length }, "a batch of payouts failed; each is begun by itself");
    return payOneByOne(ctx, all, asked);
  }
}

async function payOneByOne(ctx: Context, all: Account[], asked: Asked): Promise<number> {
  let [begun, failed] = [0, 0];
  for (const one of all) {
    try {
      begun += await ctx.transaction((tx) => payEach(tx, ctx, [one], asked));
    } catch (error) {
      failed += 1;
      log().error({ err: error, creatorId: one.creatorId }, "a payout could not be begun; the others go on");
      // Nothing works at all: the queue tries the whole stretch again.
      if (failed === all.length && all.length > 1) throw error;
    }
  }
  return begun;
}

async function payEach(tx: Tx, ctx: Context, accounts: Account[], { currency, day }: Asked): Promise<number> {
  const candidates = await readCandidates(tx, { accountIds: accounts.map(({ accountId }) => accountId), currency, day, asked: false });
  const selected = candidates.map((candidate) => ({ candidate, selection: selectPayout(candidate.facts) }));
  const chosen: Chosen[] = selected.flatMap(({ candidate, selection }) => (selection.pay === undefined || candidate.paidToday ? [] : [{ candidate, gross: selection.pay, rest: selection.rest ?? 0, method: "standard" as const }]));
  const begun = await beginPayouts(tx, ctx, { chosen, day, currency });
  const notes = selected.flatMap(({ candidate, selection }) => (selection.skip && selection.skip !== "nothing" && !candidate.paidToday ? [noteOf(candidate, selection)] : []));
  if (notes.length > 0) await tx.payoutNote.createMany({ data: notes.map((note) => ({ ...note, day, currency, createdAt: ctx.now })), skipDuplicates: true });
  await enqueueMany(tx, sendPayoutJob, begun.filter(({ state }) => state === "pending").map(({ id }) => ({ payoutId: id })));
  return begun.length;
}

/** As much as the column holds: the words say the amount as it is. */
const noted = (amount: number): number => Math.max(-mostNoted, Math.min(amount, mostNoted));
const noteOf = ({ creatorId, facts }: Candidate, { skip, text }: { skip: string; text: string }): { creatorId: string; code: string; text: string; amount: number } => ({ creatorId, code: skip, text, amount: noted(facts.balance) });
