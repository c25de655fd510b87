import { accounts, postTransaction } from "@/lib/commerce/ledger";
import { days, later } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/db";
import { share } from "@/lib/platform/money";
import { shield } from "../rules";

const midnight = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()));

/**
 * Sets aside the shield's part of what was booked as sold on each of the last days, yesterday last: each day once, however often this
 * runs, and never more than our own fees of that day. Days that a run missed are made up for a week.
 */
export async function fundShield(ctx: Context, currency = "usd"): Promise<{ days: number; amount: number }> {
  const today = midnight(ctx.now);
  let [funded, total] = [0, 0];
  for (let back = 7; back >= 1; back -= 1) {
    const amount = await fundDay(ctx, later(today, -days(back)), currency);
    if (amount !== undefined) [funded, total] = [funded + 1, total + amount];
  }
  return { days: funded, amount: total };
}

/** Undefined: it had been done. By the day of booking, so that a payment of which we heard late is in the day of its booking. */
async function fundDay(ctx: Context, day: Date, currency: string): Promise<number | undefined> {
  return ctx.transaction(async (tx) => {
    const [sold] = await tx.$queryRaw<{ gross: bigint; fees: bigint }[]>`
      SELECT coalesce(sum(s.gross), 0)::bigint AS gross, coalesce(sum(s."platformFee"), 0)::bigint AS fees FROM "LedgerTransaction" t JOIN "Sale" s ON s.id = t."causeId"
      WHERE t.kind = 'sale' AND t."createdAt" >= ${day} AND t."createdAt" < ${later(day, days(1))} AND s.currency = ${currency}`;
    const gross = Number(sold?.gross ?? 0);
    const amount = Math.min(share(gross, shield.fundingBps), Number(sold?.fees ?? 0));
    const made = await tx.shieldFunding.createMany({ data: [{ day, currency, gross, amount, postedAt: ctx.now }], skipDuplicates: true });
    if (made.count === 0) return undefined;
    if (amount === 0) return 0;
    const name = day.toISOString().slice(0, 10);
    await postTransaction(tx, {
      idempotencyKey: `shield-funding:${name}:${currency}`,
      kind: "shield-funding",
      causeId: `shield-funding:${name}`,
      description: `Set aside for the chargeback shield, ${name}`,
      currency,
      occurredAt: ctx.now,
      lines: [
        { account: accounts.platformFees, amount, line: "set aside for the chargeback shield" },
        { account: accounts.shield, amount: -amount, line: "set aside for the chargeback shield" },
      ],
    });
    return amount;
  });
}
