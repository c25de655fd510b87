import { accounts, creatorBalances } from "@/lib/commerce/ledger";
import { type Context, type Database, Prisma } from "@/lib/platform/db";
import type { PayoutModel } from "@/lib/platform/db/generated/models";
import { NotFound } from "@/lib/platform/errors";
import { asId, type CreatorId, type PayoutId } from "@/lib/platform/ids";
import { decodeCursor, type Page, type PageQuery, toPage } from "@/lib/platform/lists";
import { readCandidates, scheduleOf } from "./facts";
import { minimums } from "./rules";
import type { PayoutStatus, PayoutView } from "./schema";
import { nextPayday, selectPayout } from "./select-payout";

export const toPayout = (row: PayoutModel): PayoutView => ({
  id: asId("payout", row.id), gross: row.gross, withheld: row.withheld, fee: row.fee, amount: row.amount, currency: row.currency, method: row.method, state: row.state, bankLast4: row.bankLast4, failureMessage: row.failureMessage,
  createdAt: row.createdAt.toISOString(), arrivesAt: row.arrivesAt?.toISOString() ?? null, paidAt: row.paidAt?.toISOString() ?? null,
});

/** A creator's payouts, newest first; through Payout(creatorId, createdAt, id). */
export async function payoutsOfCreator(db: Database, creatorId: CreatorId, { limit, cursor }: PageQuery): Promise<Page<PayoutView>> {
  const position = decodeCursor(cursor);
  const rows = await db.$queryRaw<PayoutModel[]>`
    SELECT * FROM "Payout" WHERE "creatorId" = ${creatorId} ${position ? Prisma.sql`AND ("createdAt", id) < (${position.at}, ${position.id})` : Prisma.empty} ORDER BY "createdAt" DESC, id DESC LIMIT ${limit + 1}`;
  return toPage(rows, limit, (row) => ({ at: row.createdAt, id: row.id }), toPayout);
}

export interface SettledLine {
  day: string;
  kind: string;
  lines: number;
  amount: number;
}

/** What one payout settles, by day and kind, for its creator or an administrator; oldest first, at most 400 rows. @throws NotFound */
export async function explainPayout(ctx: Context, payoutId: PayoutId): Promise<{ payout: PayoutView; settled: SettledLine[] }> {
  const payout = await ctx.db.payout.findUnique({ where: { id: payoutId } });
  const may = ctx.actor.kind === "user" && (ctx.actor.capabilities.has("administer") || ctx.actor.creatorId === payout?.creatorId);
  if (!payout || !may) throw new NotFound("payout");
  const rows = await ctx.db.$queryRaw<{ day: Date; kind: string; lines: number; amount: bigint }[]>`
    SELECT t."occurredAt"::date AS day, t.kind, count(*)::int AS lines, -sum(e.amount)::bigint AS amount FROM "PayoutEntry" p JOIN "LedgerEntry" e ON e.id = p."entryId" JOIN "LedgerTransaction" t ON t.id = e."transactionId"
    WHERE p."payoutId" = ${payoutId} AND NOT (t.kind = 'payout' AND t."causeId" = p."payoutId") GROUP BY 1, 2 ORDER BY 1, 2 LIMIT 400`;
  return { payout: toPayout(payout), settled: rows.map((row) => ({ day: row.day.toISOString().slice(0, 10), kind: row.kind, lines: row.lines, amount: Number(row.amount) })) };
}

/** Where a creator's money stands and what keeps it: balances, the next payout or why there is none, holds, the notes of the last days. Seven statements. */
export async function payoutStatus(ctx: Context, creatorId: CreatorId, currency = "usd"): Promise<PayoutStatus> {
  const day = new Date(Date.UTC(ctx.now.getUTCFullYear(), ctx.now.getUTCMonth(), ctx.now.getUTCDate()));
  const [balances, account, holds, notes, candidate] = await Promise.all([
    creatorBalances(ctx.db, creatorId, currency),
    ctx.db.payoutAccount.findUnique({ where: { creatorId } }),
    ctx.db.payoutHold.findMany({ where: { creatorId, liftedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: ctx.now } }] }, orderBy: { startsAt: "asc" }, take: 10 }),
    ctx.db.payoutNote.findMany({ where: { creatorId, currency }, orderBy: { day: "desc" }, take: 7 }),
    ctx.transaction(async (tx) => {
      const row = await tx.ledgerAccount.findUnique({ where: { code_currency: { code: accounts.creator(creatorId).code, currency } }, select: { id: true } });
      return (await readCandidates(tx, { accountIds: row ? [row.id] : [], currency, day, asked: true }))[0];
    }),
  ]);
  const selection = candidate && selectPayout(candidate.facts);
  return {
    currency,
    ...balances,
    ready: Math.max(candidate?.facts.ready ?? 0, 0),
    minimum: minimums[currency] ?? 0,
    account: account && {
      complete: account.transfersActive && account.payoutsEnabled && account.bankFingerprint !== null, needs: Array.isArray(account.requirements) ? account.requirements.map(String) : [], disabledReason: account.disabledReason,
      bankName: account.bankName, bankLast4: account.bankLast4, instantAvailable: account.instantAvailable, schedule: account.schedule, scheduleDay: account.scheduleDay,
    },
    next: { pays: selection?.pay ?? null, reason: selection === undefined ? "There is nothing to pay out." : selection.skip === undefined ? null : selection.text, payday: account ? (nextPayday(scheduleOf(account.schedule, account.scheduleDay), day)?.toISOString().slice(0, 10) ?? null) : null },
    holds: holds.map((hold) => ({ id: asId("payoutHold", hold.id), rule: hold.rule, reason: hold.reason, whatToDo: hold.whatToDo, byUs: hold.ownerUserId !== null, startsAt: hold.startsAt.toISOString(), endsAt: hold.endsAt?.toISOString() ?? null })),
    notes: notes.map((note) => ({ day: note.day.toISOString().slice(0, 10), code: note.code, text: note.text, amount: note.amount })),
  };
}
