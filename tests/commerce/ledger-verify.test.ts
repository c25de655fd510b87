import { execFile } from "node:child_process";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { syncCheckout } from "@/lib/commerce/checkout";
import { config } from "@/lib/platform/config";
import { systemContext } from "@/lib/platform/db";
import { testParameters } from "../support/cloud";
import { pays } from "../support/payments";
import { closeWorld, creator, database, openWorld, person } from "../support/world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

/** What `npm run ledger:verify` says of this world's books, and what it ends with. */
async function verify(): Promise<{ code: number; output: string }> {
  const env = { ...process.env, ...(await testParameters()), DATABASE_URL: config().DATABASE_URL, APP_ENV: "test", LOG_LEVEL: "silent" };
  return new Promise((resolve) => {
    execFile(process.execPath, ["--import", "tsx", path.resolve("scripts/ledger-verify.ts")], { env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr });
    });
  });
}

/** What no role of the app may do; somebody at the database could. */
async function tamper(statement: string): Promise<void> {
  await database().$transaction([database().$executeRawUnsafe("SET LOCAL session_replication_role = replica"), database().$executeRawUnsafe(statement)]);
}

describe("npm run ledger:verify", () => {
  it("ends with 0 on whole books, and with 1 on any drift, saying where: a line changed, a kept balance, a sale without its booking", { timeout: 60_000 }, async () => {
    const [maker, fan] = [await creator({ tiers: [{ name: "Backstage", minAmount: 800 }] }), await person()];
    const { checkoutId } = await pays(fan, maker);
    await syncCheckout(systemContext("test"), checkoutId);
    expect(await verify()).toEqual({ code: 0, output: expect.stringMatching(/^1 transactions, \d+ lines: whole/u) });

    const drifts: [string, string, RegExp][] = [
      [`UPDATE "LedgerEntry" SET amount = amount + 1 WHERE id = (SELECT min(id) FROM "LedgerEntry")`, `UPDATE "LedgerEntry" SET amount = amount - 1 WHERE id = (SELECT min(id) FROM "LedgerEntry")`, /unbalanced: 1/u],
      [`UPDATE "LedgerBalance" SET amount = amount + 1 WHERE "accountId" = (SELECT min("accountId") FROM "LedgerBalance") AND shard = (SELECT min(shard) FROM "LedgerBalance" WHERE "accountId" = (SELECT min("accountId") FROM "LedgerBalance"))`, `UPDATE "LedgerBalance" SET amount = amount - 1 WHERE "accountId" = (SELECT min("accountId") FROM "LedgerBalance") AND shard = (SELECT min(shard) FROM "LedgerBalance" WHERE "accountId" = (SELECT min("accountId") FROM "LedgerBalance"))`, /balancesAstray: 1/u],
      [`UPDATE "Sale" SET net = net + 1, "platformFee" = "platformFee" - 1`, `UPDATE "Sale" SET net = net - 1, "platformFee" = "platformFee" + 1`, /salesAstray: 1/u],
    ];
    for (const [drift, mend, says] of drifts) {
      await tamper(drift);
      expect(await verify()).toEqual({ code: 1, output: expect.stringMatching(says) });
      await tamper(mend);
    }
    expect((await verify()).code).toBe(0);
  });
});
