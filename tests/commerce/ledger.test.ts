import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accounts, checkLedger, postTransaction } from "@/lib/commerce/ledger";
import { newId } from "@/lib/platform/ids";
import { closeWorld, database, openWorld } from "../support/world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

const posting = (lines: { account: (typeof accounts)["platformFees"]; amount: number; line: string }[], idempotencyKey = newId("sale") as string) => ({ idempotencyKey, kind: "sale" as const, causeId: idempotencyKey, description: "test", currency: "usd", occurredAt: new Date(), lines });
const inTx = (work: (tx: Parameters<typeof postTransaction>[0]) => Promise<unknown>) => database().$transaction((tx) => work(tx));

describe("the ledger", () => {
  it("sums to zero whatever is posted, each key once", async () => {
    const sale = fc.record({ gross: fc.integer({ min: 1, max: 1_000_000 }), fee: fc.integer({ min: 0, max: 5_000 }), creator: fc.constantFrom("a", "b", "c"), key: fc.integer({ min: 1, max: 12 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(sale, { minLength: 1, maxLength: 12 }), async (sales) => {
        for (const { gross, fee, creator, key } of sales) {
          await inTx((tx) => postTransaction(tx, posting([{ account: accounts.rail("stripe"), amount: gross, line: "in" }, { account: accounts.creator(creator), amount: fee - gross, line: "net" }, { account: accounts.platformFees, amount: -fee, line: "fee" }], `law:${key}`)));
        }
        expect((await checkLedger(database())).unbalanced).toBe(0);
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

  it("takes no line in another currency than its account's", async () => {
    await inTx((tx) => postTransaction(tx, posting([{ account: accounts.rail("stripe"), amount: 1, line: "in" }, { account: accounts.platformFees, amount: -1, line: "fee" }])));
    const wrong = inTx(async (tx) => {
      const [account] = await tx.ledgerAccount.findMany({ where: { currency: "usd" }, take: 1 });
      const id = newId("ledgerTransaction");
      await tx.ledgerTransaction.create({ data: { id, idempotencyKey: id, kind: "sale", causeId: id, description: "", occurredAt: new Date() } });
      await tx.ledgerEntry.createMany({ data: [5n, -5n].map((amount) => ({ id: newId("ledgerEntry"), transactionId: id, accountId: account?.id ?? "", amount, currency: "eur", line: "x" })) });
    });
    await expect(wrong).rejects.toThrow();
  });
});
