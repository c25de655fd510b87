import type { Database, Tx } from "@/lib/platform/db";
import { type AccountName, accounts } from "./accounts";

/** The sum of an account, in minor units with its sign in the books (a debt of ours is negative). Reads at most sixteen rows. */
export async function accountSum(db: Database | Tx, { code }: AccountName, currency: string): Promise<number> {
  const [row] = await db.$queryRaw<{ amount: bigint | null }[]>`
    SELECT sum(b.amount)::bigint AS amount FROM "LedgerAccount" a JOIN "LedgerBalance" b ON b."accountId" = a.id WHERE a.code = ${code} AND a.currency = ${currency}`;
  return Number(row?.amount ?? 0);
}

/** What we owe a creator and nothing keeps from them, in minor units; negative when they owe us. The same few rows however much was booked. */
export async function creatorBalance(db: Database | Tx, creatorId: string, currency: string): Promise<number> {
  return 0 - (await accountSum(db, accounts.creator(creatorId), currency));
}

export interface CreatorBalances {
  /** Owed and free. */
  available: number;
  /** Owed and kept back. */
  held: number;
  /** On its way to their bank. */
  inPayout: number;
}

/** The three balances of a creator. One statement, three rows. */
export async function creatorBalances(db: Database | Tx, creatorId: string, currency: string): Promise<CreatorBalances> {
  const names = { available: accounts.creator(creatorId), held: accounts.held(creatorId), inPayout: accounts.payout(creatorId) };
  const rows = await db.$queryRaw<{ code: string; amount: bigint }[]>`
    SELECT a.code, b.amount FROM "LedgerAccount" a JOIN "LedgerBalance" b ON b."accountId" = a.id WHERE a.code = ANY(${Object.values(names).map(({ code }) => code)}) AND a.currency = ${currency}`;
  const owed = ({ code }: AccountName): number => 0 - Number(rows.find((row) => row.code === code)?.amount ?? 0);
  return { available: owed(names.available), held: owed(names.held), inPayout: owed(names.inPayout) };
}

export interface LedgerLine {
  account: string;
  amount: number;
  line: string;
}

/** The booked lines of one cause, as they stand in the books. */
export async function linesOfCause(db: Database, causeId: string): Promise<LedgerLine[]> {
  const rows = await db.ledgerEntry.findMany({ where: { transaction: { causeId } }, orderBy: { id: "asc" }, take: 100, select: { amount: true, line: true, account: { select: { code: true } } } });
  return rows.map((row) => ({ account: row.account.code, amount: Number(row.amount), line: row.line }));
}
