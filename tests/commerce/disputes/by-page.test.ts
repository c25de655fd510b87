import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accounts, postTransaction } from "@/lib/commerce/ledger";
import { decideSubmission } from "@/lib/commerce/disputes";
import { shield } from "@/lib/commerce/disputes/rules";
import { acceptSplit, proposeSplit } from "@/lib/commerce/splits";
import { later, now, shiftClock } from "@/lib/platform/clock";
import { asId, newId } from "@/lib/platform/ids";
import type { Creator } from "../../support/people";
import { closeWorld, creator, database, drain, openWorld, person } from "../../support/world";
import { daysPass, decided, disputed, sold } from "./world";

beforeAll(async () => {
  await openWorld();
  await database().$transaction((tx) => postTransaction(tx, { idempotencyKey: "pool", kind: "adjustment", causeId: newId("sale"), description: "x", currency: "usd", occurredAt: now(), lines: [{ account: accounts.platformFees, amount: 300_000, line: "x" }, { account: accounts.shield, amount: -300_000, line: "x" }] }));
});
afterAll(async () => {
  shiftClock(0);
  await closeWorld();
});

async function shares(seller: Creator): Promise<Creator> {
  const friend = await creator({ name: "Friend" });
  await database().creatorProfile.update({ where: { id: friend.creatorId }, data: { openedAt: new Date("2025-01-01") } });
  const { id } = await proposeSplit({ ctx: await seller.ctx(), input: { handle: friend.handle, shareBps: 9_000, startsOn: null } });
  await acceptSplit({ ctx: await friend.ctx(), input: { splitId: asId("split", id) } });
  await daysPass(0.01);
  return friend;
}

async function loses(seller: Creator) {
  const it = await sold({ seller });
  await disputed(it);
  const { id } = await decided(it, "lost");
  for (let n = 0; n < 3; n += 1) await drain();
  return database().shieldClaim.findMany({ where: { disputeId: id } });
}

describe("the shield", () => {
  it("judges the page that sold: one that is disputed too much has no collaborator paid", async () => {
    const seller = await creator({ name: "Page", tiers: [{ name: "Front row", minAmount: 3_000 }] });
    for (let n = 0; n < shield.freeDisputes; n += 1) await loses(seller);
    await shares(seller);
    const claims = await loses(seller);
    expect(claims.map(({ code, paid }) => [code, paid])).toEqual([["too_many_disputes", 0], ["too_many_disputes", 0]]);
  });

  it("counts what it paid for a page in a month together, whoever had a share", async () => {
    const seller = await creator({ name: "Page", tiers: [{ name: "Front row", minAmount: 3_000 }] });
    await shares(seller);
    const before = await sold({ seller });
    await disputed(before);
    await decided(before, "lost");
    const [first] = await database().shieldClaim.findMany({ where: { dispute: { saleId: before.saleId } }, orderBy: { paid: "desc" } });
    await database().shieldClaim.updateMany({ where: { disputeId: first?.disputeId ?? "", creatorId: first?.creatorId ?? "" }, data: { loss: shield.monthlyUpTo, paid: shield.monthlyUpTo, decidedAt: later(now(), -1_000) } });
    expect((await loses(seller)).map(({ code, paid }) => [code, paid])).toEqual([["month_used_up", 0], ["month_used_up", 0]]);
  });
});

describe("an administrator with a page", () => {
  it("does not decide whether a dispute of their own page is answered", async () => {
    const it = await sold({});
    const { id } = await disputed(it);
    await database().user.update({ where: { id: it.seller.userId }, data: { role: "admin" } });
    const input = { disputeId: asId("dispute", id), decision: "accept", reason: "r" } as const;
    await expect(decideSubmission({ ctx: await it.seller.ctx(), input })).rejects.toMatchObject({ code: "forbidden" });
    await decideSubmission({ ctx: await (await person({ role: "admin" })).ctx(), input });
  });
});
