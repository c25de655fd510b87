import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkLedger, creatorBalance } from "@/lib/commerce/ledger";
import { runPayouts } from "@/lib/commerce/payouts";
import { runPayoutsJob } from "@/lib/commerce/payouts/run-payouts-job";
import { countQueries, systemContext } from "@/lib/platform/db";
import { closeWorld, database, openWorld } from "../support/world";
import { fillBooks } from "./fill-books";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

const run = async (): Promise<{ begun: number; statements: number }> => {
  const { result, statements } = await countQueries(() => runPayouts(systemContext("bench")));
  return { begun: result.begun, statements: statements.length };
};

describe("a payout run", () => {
  it("asks as often for a hundred creators with forty sales as for five with two: nineteen statements a batch", async () => {
    await fillBooks(database(), { creators: 5, salesEach: 2 });
    const few = await run();
    await fillBooks(database(), { creators: 100, salesEach: 40, from: 100 });
    const many = await run();
    expect([few.begun, many.begun]).toEqual([5, 100]);
    expect(many.statements).toBeLessThanOrEqual(few.statements + 3); // batches of inserts are parted by their number of parameters
    expect(few.statements).toBeLessThanOrEqual(24);
  });

  it("read a balance from the same single row, whatever was booked", async () => {
    const creatorId = `crt_${"101".padStart(26, "0")}`;
    const { statements } = await countQueries(() => creatorBalance(database(), creatorId, "usd"));
    expect(statements).toHaveLength(1);
    const plan = await database().$queryRawUnsafe<{ "QUERY PLAN": string }[]>(`EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) SELECT sum(b.amount) FROM "LedgerAccount" a JOIN "LedgerBalance" b ON b."accountId" = a.id WHERE a.code = 'creator:${creatorId}' AND a.currency = 'usd'`);
    expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).not.toMatch(/LedgerEntry|Seq Scan on "LedgerEntry"/u);
  });

  it("that stops after a batch goes on where it stopped, and as a job reaches everyone, each once", async () => {
    await fillBooks(database(), { creators: 450, salesEach: 2, from: 1_000 });
    const ctx = systemContext("bench");
    const first = await runPayouts(ctx, { until: new Date(0) });
    expect([first.looked, typeof first.next]).toEqual([200, "string"]);
    const second = await runPayouts(ctx, { after: first.next ?? "", until: new Date(0) });
    expect(second.looked).toBe(200);
    await runPayoutsJob.run({ ctx, data: { after: second.next ?? "" } });
    const paid = await database().$queryRaw<{ creators: bigint; payouts: bigint }[]>`SELECT count(DISTINCT "creatorId") AS creators, count(*) AS payouts FROM "Payout"`;
    expect(paid.map(({ creators, payouts }) => [Number(creators), Number(payouts)])).toEqual([[555, 555]]);
  });

  it("leaves the books whole", async () => {
    const health = await checkLedger(database());
    expect([health.unbalanced, health.balancesAstray, health.daysAstray, health.entriesAstray, health.payoutsAstray]).toEqual([0, 0, 0, 0, 0]);
  });
});
