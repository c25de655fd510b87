import type { Context } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/db";
import { asId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import type { Payee } from "./desk";
import { canAnswerForPayouts } from "./policy";
import type { PayoutView } from "./schema";

/** Above this the desk says "this many or more". */
const countUpTo = 10_000;
const underWay = ["awaiting_approval", "pending", "transferred", "in_transit", "failed"] as const;

export interface PayoutFigures {
  /** Those under way, by state. */
  underWay: { state: PayoutView["state"]; payouts: number; amount: number }[];
  holds: number;
  holdsWithoutEnd: number;
  countedUpTo: number;
}

/** What is on its way and what is kept back. Through Payout(state, …) and the holds in force. @throws NotFound for who is no administrator */
export async function payoutFigures(ctx: Context, currency = "usd"): Promise<PayoutFigures> {
  authorize(canAnswerForPayouts(ctx.actor));
  const [states, holds, holdsWithoutEnd] = await Promise.all([
    ctx.db.$queryRaw<{ state: PayoutView["state"]; payouts: number; amount: bigint }[]>(Prisma.join(underWay.map((state) => sumOf(state, currency)), " UNION ALL ")),
    ctx.db.payoutHold.count({ where: { liftedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: ctx.now } }] } }),
    ctx.db.payoutHold.count({ where: { liftedAt: null, endsAt: null } }),
  ]);
  return { underWay: states.map(({ amount, ...row }) => ({ ...row, amount: Number(amount) })), holds, holdsWithoutEnd, countedUpTo: countUpTo };
}

/** Each state by its own statement: the planner knows how many there are of which. */
const sumOf = (state: PayoutView["state"], currency: string): Prisma.Sql => Prisma.sql`
  SELECT ${state} AS state, count(*)::int AS payouts, coalesce(sum(amount), 0)::bigint AS amount FROM (SELECT amount FROM "Payout" WHERE state = ${state}::"PayoutState" AND currency = ${currency} LIMIT ${countUpTo}) AS few`;

export interface DeskNote {
  payee: Payee;
  code: string;
  text: string;
  amount: number;
  currency: string;
}
export interface NotesOfDay {
  day: string;
  /** How many were not paid by each reason, 10,000 at most. */
  codes: { code: string; notes: number }[];
  notes: DeskNote[];
  /** The last one shown: give it as `after` for the next. */
  next: string | undefined;
}

/** Why creators were not paid on a day (the last one that was run, when none is named), by reason. Through PayoutNote(day, code, creatorId). @throws NotFound for who is no administrator */
export async function notesOfDay(ctx: Context, { day, code, after, limit = 50 }: { day?: string | undefined; code?: string | undefined; after?: string | undefined; limit?: number }): Promise<NotesOfDay> {
  authorize(canAnswerForPayouts(ctx.actor));
  const at = day ? new Date(`${day}T00:00:00Z`) : (await ctx.db.payoutNote.findFirst({ orderBy: { day: "desc" }, select: { day: true } }))?.day;
  if (!at) return { day: ctx.now.toISOString().slice(0, 10), codes: [], notes: [], next: undefined };
  const codes = await ctx.db.$queryRaw<{ code: string; notes: number }[]>`SELECT code, count(*)::int AS notes FROM (SELECT code FROM "PayoutNote" WHERE day = ${at} LIMIT ${countUpTo}) AS few GROUP BY code ORDER BY 2 DESC`;
  const rows = await ctx.db.$queryRaw<{ creatorId: string; code: string; text: string; amount: number; currency: string; name: string; handle: string }[]>`
    SELECT n.*, c.name, c.handle FROM (SELECT * FROM "PayoutNote" WHERE day = ${at} ${code ? Prisma.sql`AND code = ${code} AND "creatorId" > ${after ?? ""}` : Prisma.sql`AND (code, "creatorId") > (${after?.split(" ")[0] ?? ""}, ${after?.split(" ")[1] ?? ""})`}
      ORDER BY code, "creatorId" LIMIT ${limit + 1}) n CROSS JOIN LATERAL (SELECT name, handle FROM "CreatorProfile" WHERE id = n."creatorId" LIMIT 1) c ORDER BY n.code, n."creatorId"`;
  const [shown, last] = [rows.slice(0, limit), rows[limit - 1]];
  return {
    day: at.toISOString().slice(0, 10), codes, next: rows.length > limit && last ? (code ? last.creatorId : `${last.code} ${last.creatorId}`) : undefined,
    notes: shown.map(({ creatorId, name, handle, code: why, text, amount, currency }) => ({ payee: { creatorId: asId("creator", creatorId), name, handle }, code: why, text, amount, currency })),
  };
}
