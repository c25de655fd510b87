import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accounts, accountSum, checkLedger, creatorBalance, faultsOf, postTransaction } from "@/lib/commerce/ledger";
import { newId } from "@/lib/platform/ids";
import { closeWorld, database, openWorld } from "../support/world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

const posting = (lines: { account: (typeof accounts)["platformFees"]; amount: number; line: string }[], idempotencyKey = newId("sale") as string) => ({ idempotencyKey, kind: "sale" as const, causeId: idempotencyKey, description: "test", currency: "usd", occurredAt: new Date(), lines });
const inTx = (work: (tx: Parameters<typeof postTransaction>[0]) => Promise<unknown>) => database().$transaction((tx) => work(tx));

interface Sold {
  gross: number;
  fee: number;
  creator: string;
  key: number;
}
const linesFor = ({ gross, fee, creator }: Sold): Parameters<typeof posting>[0] => [{ account: accounts.rail("stripe"), amount: gross, line: "in" }, { account: accounts.creator(creator), amount: fee - gross, line: "net" }, { account: accounts.platformFees, amount: -fee, line: "fee" }];
/** Lines as "code amount", so that two sets can be compared; lines of nothing are left out. */
const signed = (sold: Sold): string[] => linesFor(sold).filter(({ amount }) => amount !== 0).map(({ account, amount }) => `${account.code} ${amount}`).sort();
const linesOf = async (idempotencyKey: string): Promise<string[]> => {
  const rows = await database().ledgerEntry.findMany({ where: { transaction: { idempotencyKey } }, select: { amount: true, account: { select: { code: true } } } });
  return rows.map(({ account, amount }) => `${account.code} ${amount}`).sort();
};

describe("the ledger", () => {
  it("sums to zero whatever is posted, each key once", async () => {
    const sale = fc.record({ gross: fc.integer({ min: 1, max: 1_000_000 }), fee: fc.integer({ min: 0, max: 5_000 }), creator: fc.constantFrom("a", "b", "c"), key: fc.integer({ min: 1, max: 12 }) });
    const first = new Map<number, Sold>();
    await fc.assert(
      fc.asyncProperty(fc.array(sale, { minLength: 1, maxLength: 12 }), async (sales) => {
        for (const sold of sales) await inTx((tx) => postTransaction(tx, posting(linesFor(sold), `law:${sold.key}`)));
        // Only new keys book anything, and what they booked is never added to.
        for (const sale of sales) if (!first.has(sale.key)) first.set(sale.key, sale);
        for (const [key, sale] of first) expect(await linesOf(`law:${key}`)).toEqual(signed(sale));
        expect((await checkLedger(database())).unbalanced).toBe(0);
        expect((await checkLedger(database())).balancesAstray + (await checkLedger(database())).daysAstray).toBe(0);
        const [row] = await database().$queryRaw<{ total: bigint | null }[]>`SELECT sum(amount) AS total FROM "LedgerEntry"`;
        expect(Number(row?.total)).toBe(0);
      }),
      { numRuns: 15 },
    );
    expect(await database().ledgerTransaction.count({ where: { idempotencyKey: { startsWith: "law:" } } })).toBeLessThanOrEqual(12);
  });

  it("refuses lines that do not balance, in code and in the database", async () => {
    await expect(inTx((tx) => postTransaction(tx, posting([{ account: accounts.rail("stripe"), amount: 100, line: "in" }, { account: accounts.platformFees, amount: -99, line: "fee" }])))).rejects.toThrow("do not sum to zero");
    const crooked = inTx(async (tx) => {
      const account = await tx.ledgerAccount.create({ data: { id: newId("ledgerAccount"), code: "test:crooked", currency: "usd", kind: "asset" } });
      const id = newId("ledgerTransaction");
      await tx.ledgerTransaction.create({ data: { id, idempotencyKey: id, kind: "sale", causeId: id, description: "", occurredAt: new Date() } });
      await tx.ledgerEntry.createMany({ data: [100n, -99n].map((amount) => ({ id: newId("ledgerEntry"), transactionId: id, accountId: account.id, amount, currency: "usd", line: "x" })) });
    });
    await expect(crooked).rejects.toThrow(/sum to zero/u);
    expect(await database().ledgerAccount.count({ where: { code: "test:crooked" } })).toBe(0);
  });

  it("is never rewritten: updates, deletes and truncates are refused by the database", async () => {
    await inTx((tx) => postTransaction(tx, posting([{ account: accounts.rail("stripe"), amount: 1, line: "in" }, { account: accounts.platformFees, amount: -1, line: "fee" }])));
    await expect(database().$executeRaw`UPDATE "LedgerEntry" SET amount = amount + 1`).rejects.toThrow(/insert-only/u);
    await expect(database().$executeRaw`DELETE FROM "LedgerEntry"`).rejects.toThrow(/insert-only/u);
    await expect(database().$executeRaw`TRUNCATE "LedgerEntry" CASCADE`).rejects.toThrow(/insert-only/u);
    await expect(database().$executeRaw`UPDATE "LedgerTransaction" SET description = 'x'`).rejects.toThrow(/insert-only/u);
  });

  it("takes no lines for a transaction that was booked before, not even two that balance", async () => {
    await inTx((tx) => postTransaction(tx, posting(linesFor({ gross: 700, fee: 70, creator: "late", key: 0 }), "late")));
    const before = await linesOf("late");
    const { id } = await database().ledgerTransaction.findUniqueOrThrow({ where: { idempotencyKey: "late" } });
    const [one, other] = await database().ledgerAccount.findMany({ where: { currency: "usd" }, take: 2 });
    const late = inTx((tx) => tx.ledgerEntry.createMany({ data: [{ account: one, amount: 5n }, { account: other, amount: -5n }].map(({ account, amount }) => ({ id: newId("ledgerEntry"), transactionId: id, accountId: account?.id ?? "", amount, currency: "usd", line: "x" })) }));
    await expect(late).rejects.toThrow(/its lines are closed/u);
    expect(await linesOf("late")).toEqual(before);
  });

  it("keeps an account whose it is: it is not given to another creator, renamed nor removed", async () => {
    await inTx((tx) => postTransaction(tx, posting(linesFor({ gross: 700, fee: 70, creator: "owner", key: 0 }))));
    const before = await database().ledgerAccount.findFirstOrThrow({ where: { code: accounts.creator("owner").code } });
    await expect(database().$executeRaw`UPDATE "LedgerAccount" SET code = 'creator:thief', "creatorId" = 'thief' WHERE id = ${before.id}`).rejects.toThrow(/insert-only/u);
    await expect(database().$executeRaw`DELETE FROM "LedgerAccount" WHERE id = ${before.id}`).rejects.toThrow(/insert-only/u);
    await expect(database().$executeRaw`TRUNCATE "LedgerAccount" CASCADE`).rejects.toThrow(/insert-only/u);
    expect(await database().ledgerAccount.findUniqueOrThrow({ where: { id: before.id } })).toEqual(before);
  });

  it("keeps a sale as it was made: it is not rewritten nor removed", async () => {
    const { id: feeScheduleId } = await database().feeSchedule.findFirstOrThrow();
    const sale = await database().sale.create({ data: { id: newId("sale"), kind: "subscription", creatorId: "a", fanUserId: "b", gross: 500, platformFee: 50, processingFee: 45, net: 405, currency: "usd", feeScheduleId, rail: "stripe", providerCharge: "ch_kept", providerBalance: "txn_kept", occurredAt: new Date() } });
    await expect(database().$executeRaw`UPDATE "Sale" SET "platformFee" = 0, net = 455 WHERE id = ${sale.id}`).rejects.toThrow(/insert-only/u);
    await expect(database().$executeRaw`DELETE FROM "Sale" WHERE id = ${sale.id}`).rejects.toThrow(/insert-only/u);
    await expect(database().$executeRaw`TRUNCATE "Sale" CASCADE`).rejects.toThrow(/insert-only/u);
    expect(await database().sale.findUniqueOrThrow({ where: { id: sale.id } })).toEqual(sale);
  });

  it("takes no line in another currency than its account's", async () => {
    await inTx((tx) => postTransaction(tx, posting([{ account: accounts.rail("stripe"), amount: 1, line: "in" }, { account: accounts.platformFees, amount: -1, line: "fee" }])));
    const wrong = inTx(async (tx) => {
      const [account] = await tx.ledgerAccount.findMany({ where: { currency: "usd" }, take: 1 });
      const id = newId("ledgerTransaction");
      await tx.ledgerTransaction.create({ data: { id, idempotencyKey: id, kind: "sale", causeId: id, description: "", occurredAt: new Date() } });
      await tx.ledgerEntry.createMany({ data: [5n, -5n].map((amount) => ({ id: newId("ledgerEntry"), transactionId: id, accountId: account?.id ?? "", amount, currency: "eur", line: "x" })) });
    });
    await expect(wrong).rejects.toThrow(/ledger_entry_same_currency/u);
  });

  it("keeps balances of many writers at once, and reads them from the same few rows", async () => {
    const many = Array.from({ length: 40 }, (_, index) => index);
    await Promise.all(many.map((index) => inTx((tx) => postTransaction(tx, posting(linesFor({ gross: 1000 + index, fee: 100, creator: `busy${index % 2}`, key: index }), `busy:${index}`)))));
    const gross = many.reduce((sum, index) => sum + 1000 + index, 0);
    expect((await creatorBalance(database(), "busy0", "usd")) + (await creatorBalance(database(), "busy1", "usd"))).toBe(gross - many.length * 100);
    const whole = await checkLedger(database());
    expect([whole.unbalanced, whole.balancesAstray, whole.daysAstray, whole.entriesAstray]).toEqual([0, 0, 0, 0]);
    const rows = await database().ledgerBalance.count({ where: { account: { code: { in: ["rail:stripe", "creator:busy0"] } } } });
    expect(rows).toBeLessThanOrEqual(17);
    const [direct] = await database().$queryRaw<{ sum: bigint }[]>`SELECT sum(e.amount) AS sum FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" WHERE a.code = 'rail:stripe'`;
    expect(await accountSum(database(), accounts.rail("stripe"), "usd")).toBe(Number(direct?.sum));
  });

  it("tells of a kept balance that is not the sum of its lines", async () => {
    await inTx((tx) => postTransaction(tx, posting(linesFor({ gross: 700, fee: 70, creator: "tampered", key: 0 }))));
    await database().$executeRaw`UPDATE "LedgerBalance" b SET amount = amount - 1 FROM "LedgerAccount" a WHERE a.id = b."accountId" AND a.code = 'creator:tampered'`;
    expect(faultsOf(await checkLedger(database()))).toContain("balancesAstray: 1");
    await database().$executeRaw`UPDATE "LedgerBalance" b SET amount = amount + 1 FROM "LedgerAccount" a WHERE a.id = b."accountId" AND a.code = 'creator:tampered'`;
    expect((await checkLedger(database())).balancesAstray).toBe(0);
  });
});
