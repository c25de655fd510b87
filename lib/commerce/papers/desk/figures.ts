import { accounts, accountSum } from "@/lib/commerce/ledger";
import type { Context } from "@/lib/platform/db";
import { asId, type CreatorId, prefixes } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { bookAccounts } from "./filter";
import { canReadBooks } from "./policy";

export interface BookBalances {
  /** Of each account that is ours, as it grows: what it holds, owes or earned. */
  ours: { name: keyof typeof bookAccounts; label: string; kind: string; code: string; amount: number }[];
  /** Owed to all creators together: theirs, held and on its way. The books sum to zero, so it is what the others leave. */
  creators: number;
}

/** What every account of ours holds, and what creators are owed in all. Reads the few accounts that belong to no creator. @throws NotFound for who is no administrator */
export async function bookBalances(ctx: Context, currency = "usd"): Promise<BookBalances> {
  authorize(canReadBooks(ctx.actor));
  const rows = await ctx.db.$queryRaw<{ code: string; amount: bigint }[]>`
    SELECT a.code, (SELECT coalesce(sum(b.amount), 0)::bigint FROM "LedgerBalance" b WHERE b."accountId" = a.id) AS amount FROM "LedgerAccount" a WHERE a."creatorId" IS NULL AND a.currency = ${currency} LIMIT 100`;
  const sums = new Map(rows.map(({ code, amount }) => [code, Number(amount)]));
  const ours = Object.entries(bookAccounts).map(([name, { label, kind, code }]) => {
    const booked = sums.get(code) ?? 0;
    return { name: name as keyof typeof bookAccounts, label, kind, code, amount: kind === "asset" || kind === "expense" ? booked : 0 - booked };
  });
  return { ours, creators: [...sums.values()].reduce((sum, amount) => sum + amount, 0) };
}

/** What a creator's three accounts hold. */
export async function balancesOf(ctx: Context, creatorId: string, currency = "usd"): Promise<{ own: number; held: number; payout: number }> {
  authorize(canReadBooks(ctx.actor));
  const [own, held, payout] = await Promise.all([accounts.creator(creatorId), accounts.held(creatorId), accounts.payout(creatorId)].map((account) => accountSum(ctx.db, account, currency)));
  return { own: 0 - (own ?? 0), held: 0 - (held ?? 0), payout: 0 - (payout ?? 0) };
}

export interface MoneyDay {
  day: string;
  /** Of creators, after fees. */
  earned: number;
  paidOut: number;
}

/** What creators earned and were paid on each of the last days, today last (UTC). Through LedgerDay(day, kind). @throws NotFound for who is no administrator */
export async function moneyByDay(ctx: Context, count = 30, currency = "usd"): Promise<MoneyDay[]> {
  authorize(canReadBooks(ctx.actor));
  const start = new Date(Date.UTC(ctx.now.getUTCFullYear(), ctx.now.getUTCMonth(), ctx.now.getUTCDate() - count + 1));
  const rows = await ctx.db.$queryRaw<{ day: Date; earned: bigint; paid: bigint }[]>`
    SELECT day, -sum(amount) FILTER (WHERE kind = 'sale')::bigint AS earned, sum(amount) FILTER (WHERE kind = 'payout')::bigint AS paid FROM "LedgerDay" WHERE day >= ${start} AND kind IN ('sale', 'payout') AND currency = ${currency} GROUP BY day`;
  const byDay = new Map(rows.map((row) => [row.day.toISOString().slice(0, 10), row]));
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(start.getTime() + index * 86_400_000).toISOString().slice(0, 10);
    const row = byDay.get(day);
    return { day, earned: Number(row?.earned ?? 0), paidOut: Number(row?.paid ?? 0) };
  });
}

/** A creator by their id or the address of their page, open or not; undefined: there is none. @throws NotFound for who is no administrator */
export async function findPayee(ctx: Context, idOrHandle: string): Promise<{ creatorId: CreatorId; name: string; handle: string } | undefined> {
  authorize(canReadBooks(ctx.actor));
  const asked = idOrHandle.replace(/^@/u, "");
  const page = await ctx.db.creatorProfile.findFirst({ where: asked.startsWith(`${prefixes.creator}_`) ? { id: asked } : { handle: asked }, select: { id: true, name: true, handle: true } });
  return page ? { creatorId: asId("creator", page.id), name: page.name, handle: page.handle } : undefined;
}
