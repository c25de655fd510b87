import { z } from "zod";
import type { Context } from "@/lib/platform/db";
import { authorize } from "@/lib/platform/policy";
import { yearBounds } from "./dates";
import { figuresOf } from "./figures";
import { canFileTaxForm } from "./policy";

const cents = z.number().int();
const parts = { gross: cents, platformFee: cents, processing: cents, refunds: cents, disputes: cents, rewards: cents, other: cents, withheld: cents, payoutFees: cents, paidOut: cents };
const monthOutput = z.object({ month: z.number().int(), ...parts, owed: cents.describe("Still with us at the end of the month.") });
export const reconciliationOutput = z.object({
  year: z.number().int(),
  currency: z.string(),
  box1a: cents.describe("As the 1099-K says it."),
  carriedIn: cents.describe("Owed to you when the year began."),
  total: z.object(parts),
  carriedOut: cents.describe("Owed to you when the year ended, or today."),
  held: cents.describe("Of which kept back."),
  agrees: z.boolean().describe("Whether the books explain every cent between box 1a and your bank."),
  months: z.array(monthOutput),
});
export type Reconciliation = z.infer<typeof reconciliationOutput>;
type Parts = Record<keyof typeof parts, number>;

interface Row {
  month: number | null;
  kind: string;
  line: string;
  code: string;
  amount: bigint;
}

const none = (): Parts => ({ gross: 0, platformFee: 0, processing: 0, refunds: 0, disputes: 0, rewards: 0, other: 0, withheld: 0, payoutFees: 0, paidOut: 0 });

/** Where a line of a creator's accounts belongs. Moves between their own accounts (held, on its way) meet in one place and cancel out. */
function placeOf(kind: string, line: string): keyof Parts {
  if (kind === "sale") return line.includes("processing") ? "processing" : line.includes("fee") ? "platformFee" : "gross";
  if (kind.startsWith("refund")) return "refunds";
  if (kind === "dispute" || kind.startsWith("shield")) return "disputes";
  if (kind.startsWith("payout") || kind.includes("withh")) return "paidOut";
  return kind === "reward" ? "rewards" : "other";
}

/**
 * From box 1a of a year to what reached the bank, month by month, out of the books alone: every line on the creator's accounts,
 * by what moved it. Carried in + gross − fees − refunds − disputes − withheld − payout fees − paid out = carried out, to the cent. Four statements.
 */
export async function reconcileYear(ctx: Context, year: number): Promise<Reconciliation> {
  authorize(canFileTaxForm(ctx.actor));
  const creatorId = ctx.actor.kind === "user" ? (ctx.actor.creatorId ?? "") : "";
  const { from, to } = yearBounds(year);
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT CASE WHEN t."occurredAt" >= ${from} THEN extract(month FROM t."occurredAt")::int END AS month, t.kind, e.line, a.code, sum(e.amount)::bigint AS amount
    FROM "LedgerAccount" a JOIN "LedgerEntry" e ON e."accountId" = a.id JOIN "LedgerTransaction" t ON t.id = e."transactionId"
    WHERE a."creatorId" = ${creatorId} AND a.currency = 'usd' AND t."occurredAt" < ${to} GROUP BY 1, 2, 3, 4`;
  const beside = await asides(ctx, creatorId, from, to);
  const box1a = (await figuresOf(ctx.db, [creatorId], year)).get(creatorId)?.gross ?? 0;
  return sumUp({ year, box1a, heldCode: `creator:${creatorId}:held`, rows, beside });
}

interface Aside {
  month: number;
  code: string;
  amount: bigint;
}

/** What a payout left with the tax office and with us, by month: booked in the same transaction as the creator's own line. */
async function asides(ctx: Context, creatorId: string, from: Date, to: Date): Promise<Aside[]> {
  return ctx.db.$queryRaw<Aside[]>`
    SELECT extract(month FROM t."occurredAt")::int AS month, w.code, -sum(e.amount)::bigint AS amount
    FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id JOIN "LedgerAccount" w ON w.id = e."accountId" AND w.currency = 'usd' AND (w.code = 'tax:withheld' OR w.code = 'platform:fees' AND t.kind LIKE 'payout%')
    WHERE t.id IN (SELECT o."transactionId" FROM "LedgerAccount" a JOIN "LedgerEntry" o ON o."accountId" = a.id WHERE a."creatorId" = ${creatorId}) AND t."occurredAt" >= ${from} AND t."occurredAt" < ${to} GROUP BY 1, 2`;
}

/** Adds up. A credit of a creator's account is what we owe them, so signs are turned once, here. */
function sumUp({ year, box1a, heldCode, rows, beside }: { year: number; box1a: number; heldCode: string; rows: Row[]; beside: Aside[] }): Reconciliation {
  const owedBy = (pick: (row: Row) => boolean): number => rows.filter(pick).reduce((sum, row) => sum - Number(row.amount), 0);
  const carriedIn = owedBy((row) => row.month === null);
  const total = none();
  let owed = carriedIn;
  const months = Array.from({ length: 12 }, (_, index) => {
    const month = none();
    for (const row of rows) if (row.month === index + 1) month[placeOf(row.kind, row.line)] -= Number(row.amount);
    // What left for the tax office, and what an instant payout cost, left with a payout; it is shown apart.
    for (const { month: at, code, amount } of beside) if (at === index + 1) month[code === "tax:withheld" ? "withheld" : "payoutFees"] -= Number(amount);
    month.paidOut -= month.withheld + month.payoutFees;
    for (const key of Object.keys(month) as (keyof Parts)[]) total[key] += month[key];
    owed += Object.values(month).reduce((sum, amount) => sum + amount, 0);
    return { month: index + 1, ...month, owed };
  });
  const held = owedBy((row) => row.code === heldCode);
  return { year, currency: "usd", box1a, carriedIn, total, carriedOut: owed, held, agrees: total.gross === box1a && owed === owedBy(() => true), months };
}
