import { accounts, postTransaction } from "@/lib/commerce/ledger";
import { runTaxYear } from "@/lib/commerce/tax";
import { config, setConfig } from "@/lib/platform/config";
import { type Context, systemContext } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { database } from "../../support/world";
import type { Maker } from "./papers";

/** Nobody's papers and nobody's documents: a year is run over everybody there is. */
export async function emptyYear(): Promise<void> {
  await database().$executeRaw`TRUNCATE "TaxDocument", "TaxRun", "TaxReview"`;
  await database().$executeRaw`DELETE FROM "Follow"`;
  await database().$executeRaw`DELETE FROM "CreatorProfile"`;
  setConfig({ ...config(), TAX_FORM_FOR_SALES: "1099-K" });
}

/** In January after the year. */
export const january = (year = 2026): Context => ({ ...systemContext("test"), now: new Date(Date.UTC(year + 1, 0, 10)) });
export const run = (year = 2026, options = {}) => runTaxYear({ ctx: january(year), input: { year, dryRun: false } }, options);
export const documents = (one: Maker) => database().taxDocument.findMany({ where: { creatorId: one.creatorId }, orderBy: [{ form: "asc" }, { correction: "asc" }] });
export const reviews = async (one: Maker): Promise<string[]> => (await database().taxReview.findMany({ where: { creatorId: one.creatorId }, orderBy: { reason: "asc" } })).map((row) => row.reason);

export async function books(one: Maker, kind: "reward" | "payout", amount: number, at: string, withheld = 0): Promise<void> {
  await database().$transaction((tx) =>
    postTransaction(tx, {
      idempotencyKey: newId("request"),
      kind,
      causeId: newId("request"),
      description: kind,
      currency: "usd",
      occurredAt: new Date(at),
      lines: kind === "reward" ? [{ account: accounts.creator(one.creatorId), amount: -amount, line: "prize" }, { account: accounts.platformFees, amount, line: "prize" }] : [{ account: accounts.creator(one.creatorId), amount, line: "payout" }, { account: accounts.withheldTax, amount: -withheld, line: "backup withholding" }, { account: accounts.rail("stripe"), amount: withheld - amount, line: "payout" }],
    }),
  );
}
