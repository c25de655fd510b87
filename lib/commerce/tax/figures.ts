import { type Database, Prisma } from "@/lib/platform/db";
import { yearBounds } from "./dates";

/** A year of one creator, in minor units of US dollars. */
export interface YearFigures {
  /** What fans paid, before every fee, refund and dispute: box 1a nets nothing. */
  gross: number;
  payments: number;
  months: number[];
  /** What came with the platform's own money: prizes, bonuses. */
  rewards: number;
  /** Kept back from payouts for the tax office. */
  withheld: number;
  /** Platform and processing fees by quarter, and sales by quarter, for DAC7. */
  quarters: { gross: number; fees: number; payments: number }[];
  /** Whether there were sales in another currency, which no form here reports. */
  otherCurrency: boolean;
}

/** Rewards paid to some creators in a time. A port: until there is a programme of them the books say so by kind. */
export type RewardSource = (db: Database, creatorIds: string[], from: Date, to: Date) => Promise<{ creatorId: string; amount: number; isSale: boolean }[]>;

/** Transactions of kind "reward", by the creator whose account they were paid to. One that names a sale as its cause would be reported twice. */
export const ledgerRewards: RewardSource = async (db, creatorIds, from, to) => {
  const rows = await db.$queryRaw<{ creatorId: string; amount: bigint; isSale: boolean }[]>`
    SELECT a."creatorId", -sum(e.amount)::bigint AS amount, bool_or(EXISTS (SELECT 1 FROM "Sale" s WHERE s.id = t."causeId")) AS "isSale"
    FROM "LedgerAccount" a JOIN "LedgerEntry" e ON e."accountId" = a.id JOIN "LedgerTransaction" t ON t.id = e."transactionId"
    WHERE a."creatorId" IN (${Prisma.join(creatorIds)}) AND a.currency = 'usd' AND t.kind = 'reward' AND t."occurredAt" >= ${from} AND t."occurredAt" < ${to} GROUP BY a."creatorId"`;
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
};

const nothing = (): YearFigures => ({ gross: 0, payments: 0, months: Array.from({ length: 12 }, () => 0), rewards: 0, withheld: 0, quarters: Array.from({ length: 4 }, () => ({ gross: 0, fees: 0, payments: 0 })), otherCurrency: false });

interface SaleRow {
  creatorId: string;
  currency: string;
  month: number;
  gross: bigint;
  fees: bigint;
  payments: bigint;
}

/**
 * The figures of a year for a batch of creators. Three statements: sales through Sale(creatorId, occurredAt), what was withheld and
 * what was rewarded through the books. Of a sale that several share each is a payee of their part †. @throws Error when the same money is a sale and a reward
 */
export async function figuresOf(db: Database, creatorIds: string[], year: number, rewardSource: RewardSource = ledgerRewards): Promise<Map<string, YearFigures>> {
  const { from, to } = yearBounds(year);
  const found = new Map(creatorIds.map((id) => [id, nothing()]));
  if (creatorIds.length === 0) return found;
  const sales = await db.$queryRaw<SaleRow[]>`
    SELECT "creatorId", currency, extract(month FROM "occurredAt")::int AS month, sum(gross)::bigint AS gross, sum("platformFee" + "processingFee")::bigint AS fees, count(*) AS payments
    FROM (
      SELECT s."creatorId", s.currency, s."occurredAt", s.gross, s."platformFee", s."processingFee" FROM "Sale" s
      WHERE s."creatorId" IN (${Prisma.join(creatorIds)}) AND s."occurredAt" >= ${from} AND s."occurredAt" < ${to} AND NOT EXISTS (SELECT 1 FROM "SaleShare" h WHERE h."saleId" = s.id)
      UNION ALL
      SELECT h."creatorId", s.currency, s."occurredAt", h.gross, h."platformFee", h."processingFee" FROM "SaleShare" h JOIN "Sale" s ON s.id = h."saleId"
      WHERE h."creatorId" IN (${Prisma.join(creatorIds)}) AND s."occurredAt" >= ${from} AND s."occurredAt" < ${to}) AS own
    GROUP BY 1, 2, 3`;
  for (const row of sales) addSales(found.get(row.creatorId), row);
  for (const { creatorId, amount } of await withheldIn(db, creatorIds, from, to)) (found.get(creatorId) ?? nothing()).withheld = amount;
  for (const { creatorId, amount, isSale } of await rewardSource(db, creatorIds, from, to)) {
    if (isSale) throw new Error(`a reward of ${creatorId} names a sale as its cause: the same money would be on two forms`);
    (found.get(creatorId) ?? nothing()).rewards = amount;
  }
  return found;
}

function addSales(figures: YearFigures | undefined, row: SaleRow): void {
  if (!figures) return;
  if (row.currency !== "usd") {
    figures.otherCurrency = true;
    return;
  }
  const [gross, fees, payments] = [Number(row.gross), Number(row.fees), Number(row.payments)];
  figures.gross += gross;
  figures.payments += payments;
  figures.months[row.month - 1] = (figures.months[row.month - 1] ?? 0) + gross;
  const quarter = figures.quarters[Math.floor((row.month - 1) / 3)];
  if (quarter) Object.assign(quarter, { gross: quarter.gross + gross, fees: quarter.fees + fees, payments: quarter.payments + payments });
}

/** What was booked to the tax office's account in the same transaction as a line of a creator. */
async function withheldIn(db: Database, creatorIds: string[], from: Date, to: Date): Promise<{ creatorId: string; amount: number }[]> {
  const rows = await db.$queryRaw<{ creatorId: string; amount: bigint }[]>`
    SELECT c."creatorId", -sum(e.amount)::bigint AS amount
    FROM "LedgerAccount" w JOIN "LedgerEntry" e ON e."accountId" = w.id JOIN "LedgerTransaction" t ON t.id = e."transactionId"
    CROSS JOIN LATERAL (SELECT a."creatorId" FROM "LedgerEntry" o JOIN "LedgerAccount" a ON a.id = o."accountId" WHERE o."transactionId" = t.id AND a."creatorId" IS NOT NULL LIMIT 1) c
    WHERE w.code = 'tax:withheld' AND w.currency = 'usd' AND t."occurredAt" >= ${from} AND t."occurredAt" < ${to} AND c."creatorId" IN (${Prisma.join(creatorIds)}) GROUP BY c."creatorId"`;
  return rows.map((row) => ({ creatorId: row.creatorId, amount: Number(row.amount) }));
}
