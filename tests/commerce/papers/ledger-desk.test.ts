import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accounts, postTransaction, type PostingKind } from "@/lib/commerce/ledger";
import { type AccountFilter, bookBalances, findBookings, moneyByDay, searchLedger } from "@/lib/commerce/papers";
import type { Context } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import type { Creator, Person } from "../../support/people";
import { closeWorld, creator, database, openWorld, person } from "../../support/world";

let [ada, ben]: Creator[] = [];
let ctx: Context;
let charge = "";
beforeAll(async () => {
  await openWorld();
  [ada, ben] = [await creator({ name: "Ada" }), await creator({ name: "Ben" })];
  ctx = await (await person({ role: "admin" })).ctx();
  for (let n = 0; n < 60; n += 1) await books("sale", n % 3 === 0 ? ben : ada, 1_000 + n, new Date(Date.UTC(2026, n % 6, 1 + (n % 20), 12)));
  await books("dispute", ada, 777, new Date("2026-03-09T12:00:00Z"), "held");
  const sale = await database().sale.create({ data: { id: newId("sale"), kind: "tip", creatorId: ada.creatorId, fanUserId: newId("user"), gross: 500, platformFee: 50, processingFee: 45, net: 405, currency: "usd", feeScheduleId: "fee_00000000000000000000000001", rail: "stripe", providerCharge: "ch_of_the_desk", providerBalance: "txn", occurredAt: new Date() } });
  charge = sale.id;
  await books("sale", ada, 405, new Date(), "own", charge);
});
afterAll(() => closeWorld());

async function books(kind: PostingKind, who: Creator | undefined, amount: number, occurredAt: Date, where: "own" | "held" = "own", causeId: string = newId("request")): Promise<void> {
  const creatorId = who?.creatorId ?? "";
  const lines = [{ account: where === "own" ? accounts.creator(creatorId) : accounts.held(creatorId), amount: -amount, line: kind }, { account: accounts.rail("stripe"), amount, line: kind }];
  await database().$transaction((tx) => postTransaction(tx, { idempotencyKey: newId("request"), kind, causeId, description: kind, currency: "usd", occurredAt, lines }));
}

/** Every page of a search, one after the other. */
async function all(filter: Parameters<typeof searchLedger>[1]): Promise<{ ids: string[]; amounts: number[] }> {
  const [ids, amounts]: [string[], number[]] = [[], []];
  for (let cursor: string | undefined; ; ) {
    const page = await searchLedger(ctx, { ...filter, cursor });
    for (const booking of page.data) {
      expect(booking.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
      ids.push(booking.id);
      amounts.push(Math.max(...booking.lines.map(({ amount }) => amount)));
    }
    if (page.nextCursor === null) return { ids, amounts };
    cursor = page.nextCursor;
  }
}

describe("the ledger explorer", () => {
  it.each<[string, { account?: AccountFilter; who?: "ada" | "ben"; kind?: string; from?: string; to?: string; amount?: number }, number]>([
    ["nothing", {}, 62], ["an account of ours", { account: "rail" }, 62], ["a kind of account", { account: "asset" }, 62], ["all that is owed", { account: "liability" }, 62], ["expenses, of which there are none", { account: "expense" }, 0],
    ["a creator", { who: "ada" }, 42], ["another", { who: "ben" }, 20], ["what is held of whomever", { account: "held" }, 1], ["what is held of one", { account: "held", who: "ada" }, 1], ["and of another", { account: "held", who: "ben" }, 0],
    ["a kind of event", { kind: "dispute" }, 1], ["days", { from: "2026-02-01", to: "2026-02-28" }, 10], ["days of a creator", { who: "ben", from: "2026-01-01", to: "2026-01-31" }, 10], ["one day, both ends within", { from: "2026-03-09", to: "2026-03-09" }, 2],
    ["an amount, whatever its side", { amount: 777 }, 1], ["an amount of an account", { account: "rail", amount: 1_003 }, 1], ["a creator's in an account of ours", { account: "rail", who: "ada" }, 42], ["a creator's that cost us nothing", { account: "expense", who: "ada" }, 0], ["what is owed to a creator", { account: "liability", who: "ben" }, 20], ["a kind, a creator and an amount", { kind: "sale", who: "ben", amount: 1_003 }, 1], ["what is not there", { kind: "reward" }, 0],
  ])("finds by %s, in pages of seven none twice and none left out", async (_, { who, ...filter }, count) => {
    const whose = who && { creatorId: (who === "ada" ? ada : ben)?.creatorId };
    const { ids } = await all({ ...filter, ...whose, limit: 7 });
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(count);
  });

  it("finds by any id: a booking's, a line's, a cause's, the provider's", async () => {
    const [booking] = await findBookings(ctx, charge);
    expect(booking?.causeId).toBe(charge);
    for (const id of [booking?.id ?? "", booking?.lines[0]?.id ?? "", "ch_of_the_desk"]) expect((await findBookings(ctx, id)).map(({ causeId }) => causeId)).toEqual([charge]);
    expect(await findBookings(ctx, "ch_nobody' OR 1=1")).toEqual([]);
  });

  it("says what creators are owed together: what all other accounts leave", async () => {
    const { creators, ours } = await bookBalances(ctx);
    const [row] = await database().$queryRaw<{ owed: bigint }[]>`SELECT -sum(e.amount)::bigint AS owed FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" WHERE a."creatorId" IS NOT NULL`;
    expect(creators).toBe(Number(row?.owed));
    expect(ours.find(({ name }) => name === "rail")?.amount).toBe(creators);
    expect((await moneyByDay(ctx)).at(-1)).toMatchObject({ earned: 405, paidOut: 0 });
  });

  it("is there for administrators alone", async () => {
    const others: Person[] = [await person({ role: "moderator" }), await person(), ada as Person];
    for (const other of others) {
      const theirs = await other.ctx();
      for (const read of [searchLedger(theirs, { limit: 1 }), findBookings(theirs, charge), bookBalances(theirs), moneyByDay(theirs)]) await expect(read).rejects.toMatchObject({ status: 404 });
    }
  });
});
