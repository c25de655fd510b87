import { accountIds, type AccountName, accounts } from "@/lib/commerce/ledger";
import { withholdingFor, withholdingStates } from "@/lib/commerce/tax";
import { audit } from "@/lib/platform/audit";
import type { Context, Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { share } from "@/lib/platform/money";
import { type Candidate, isReady } from "./facts";
import { approvalAbove, instant } from "./rules";

export interface Chosen {
  candidate: Candidate;
  gross: number;
  /** What is settled with it and stays for the next one. */
  rest: number;
  method: "standard" | "instant";
}

interface Planned extends Chosen {
  id: string;
  transactionId: string;
  /** The line that carries the rest to the next payout. */
  carryId: string;
  withheld: number;
  fee: number;
  amount: number;
  state: "awaiting_approval" | "pending";
}

export interface Begun {
  id: string;
  creatorId: string;
  state: "awaiting_approval" | "pending";
  amount: number;
}

/**
 * Takes the money of these payouts out of the creators' balances, and says which lines each settles. The caller holds the locks of
 * `readCandidates`. One that another run began first is left out. The same nine statements for one or two hundred.
 */
export async function beginPayouts(tx: Tx, ctx: Context, { chosen, day, currency }: { chosen: Chosen[]; day: Date; currency: string }): Promise<Begun[]> {
  if (chosen.length === 0) return [];
  const planned = (await plan(tx, ctx, chosen)).filter(({ amount }) => amount > 0);
  if (planned.length === 0) return [];
  const won = await insertPayouts(tx, ctx, planned, day, currency);
  if (won.length === 0) return [];
  await book(tx, ctx, won, currency);
  await settle(tx, won, day);
  for (const { id, candidate, gross, withheld, fee, amount } of won) audit(tx, ctx, "payout.begun", { subject: id, creatorId: candidate.creatorId, gross, withheld, fee, amount });
  return won.map(({ id, candidate, state, amount }) => ({ id, creatorId: candidate.creatorId, state, amount }));
}

async function plan(tx: Tx, ctx: Context, chosen: Chosen[]): Promise<Planned[]> {
  const states = await withholdingStates(tx, chosen.map(({ candidate }) => candidate.creatorId), ctx.now);
  return chosen.map((one) => {
    const state = states.get(one.candidate.creatorId) ?? { creatorId: one.candidate.creatorId, form: null, year: { gross: 0, payments: 0 } };
    const { withheld } = withholdingFor(state, one.gross, ctx.now);
    const fee = one.method === "instant" ? Math.max(share(one.gross - withheld, instant.feeBps), instant.leastFee) : 0;
    const amount = one.gross - withheld - fee;
    return { ...one, id: newId("payout"), transactionId: newId("ledgerTransaction"), carryId: newId("ledgerEntry"), withheld, fee, amount, state: amount > approvalAbove ? "awaiting_approval" : "pending" };
  });
}

async function insertPayouts(tx: Tx, ctx: Context, planned: Planned[], day: Date, currency: string): Promise<Planned[]> {
  const made = await tx.payout.createManyAndReturn({
    data: planned.map(({ id, candidate, gross, withheld, fee, amount, method, state }) => ({
      id, creatorId: candidate.creatorId, currency, gross, withheld, fee, amount, method, day, state, rail: candidate.rail, destination: candidate.destination, bankFingerprint: candidate.bankFingerprint, bankLast4: candidate.bankLast4, createdAt: ctx.now,
    })),
    skipDuplicates: true,
    select: { id: true },
  });
  const ids = new Set(made.map(({ id }) => id));
  return planned.filter(({ id }) => ids.has(id));
}

async function book(tx: Tx, ctx: Context, won: Planned[], currency: string): Promise<void> {
  await tx.ledgerTransaction.createMany({ data: won.map(({ id, transactionId }) => ({ id: transactionId, idempotencyKey: `payout:${id}`, kind: "payout", causeId: id, description: "A payout, taken from the balance", occurredAt: ctx.now, createdAt: ctx.now })) });
  const names = won.flatMap(({ candidate }) => [accounts.creator(candidate.creatorId), accounts.payout(candidate.creatorId)]);
  const ids = await accountIds(tx, [...names, accounts.withheldTax, accounts.platformFees], currency);
  const entries = won.flatMap(({ candidate, transactionId, carryId, gross, rest, amount, withheld, fee }) => {
    const line = (account: AccountName, value: number, text: string) => ({ id: newId("ledgerEntry"), transactionId, accountId: ids.get(account.code) ?? "", amount: BigInt(value), currency, line: text });
    return [
      line(accounts.creator(candidate.creatorId), gross, "payout"),
      // Lines are settled whole: what is more than one payout takes is settled as well, and begins again as a line of its own.
      line(accounts.creator(candidate.creatorId), rest, "more than one payout takes; it follows with the next"),
      { ...line(accounts.creator(candidate.creatorId), -rest, "left by the payout before, which was as large as they get"), id: carryId },
      line(accounts.payout(candidate.creatorId), -amount, "on its way to your bank"),
      line(accounts.withheldTax, -withheld, "backup withholding"),
      line(accounts.platformFees, -fee, "instant payout"),
    ].filter((entry) => entry.amount !== 0n);
  });
  await tx.ledgerEntry.createMany({ data: entries });
}

/** Moves the lines each payout settles from those that wait, its own among them; together they are nothing, or we stop. */
async function settle(tx: Tx, won: Planned[], day: Date): Promise<void> {
  const pairs = { ids: won.map(({ id }) => id), accountIds: won.map(({ candidate }) => candidate.accountId), carryIds: won.map(({ carryId }) => carryId) };
  const sums = await tx.$queryRaw<{ payoutId: string; sum: bigint }[]>`
    WITH payouts AS (SELECT * FROM unnest(${pairs.ids}::text[], ${pairs.accountIds}::text[]) AS p("payoutId", "accountId")),
      gone AS (DELETE FROM "UnsettledEntry" u USING payouts p WHERE u."accountId" = ANY(${pairs.accountIds}) AND u."accountId" = p."accountId" AND u."entryId" <> ALL(${pairs.carryIds}) AND ${isReady(day)} RETURNING u."entryId", p."payoutId", u.amount),
      kept AS (INSERT INTO "PayoutEntry" ("entryId", "payoutId") SELECT "entryId", "payoutId" FROM gone)
    SELECT "payoutId", sum(amount)::bigint AS sum FROM gone GROUP BY "payoutId"`;
  const wrong = sums.filter(({ sum }) => sum !== 0n);
  if (wrong.length > 0 || sums.length !== won.length) throw new Error(`payouts do not settle what they pay: ${wrong.map(({ payoutId, sum }) => `${payoutId} ${sum}`).join(", ")}`);
}
