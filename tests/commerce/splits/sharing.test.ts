import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PUT as acceptRoute } from "@/app/api/v1/splits/[splitId]/acceptance/route";
import { DELETE as endRoute } from "@/app/api/v1/splits/[splitId]/route";
import { GET as listRoute, POST as proposeRoute } from "@/app/api/v1/splits/route";
import { checkLedger, creatorBalance, faultsOf } from "@/lib/commerce/ledger";
import { explainEntry } from "@/lib/commerce/papers";
import { explainSale, readEarnings, recordSale, salesOfCreator } from "@/lib/commerce/purchases";
import { shareOut } from "@/lib/commerce/purchases/share-out";
import { partsOfRefund, shareRefund } from "@/lib/commerce/refunds/parts";
import { requestRefund } from "@/lib/commerce/refunds";
import { acceptSplit, endSplit, proposeSplit } from "@/lib/commerce/splits";
import { days, later, now } from "@/lib/platform/clock";
import { systemContext } from "@/lib/platform/db";
import { asId, newId } from "@/lib/platform/ids";
import { mailsTo } from "../../support/cloud";
import type { Creator } from "../../support/people";
import { auditTrail, call, closeWorld, creator, database, drain, openWorld, person } from "../../support/world";
import { disputed, sold } from "../disputes/world";
import { elsewhere } from "../orders/selling";
import { tiers } from "../subscriptions/support";

beforeAll(() => openWorld({ TRUSTED_HOPS: "1" }));
afterAll(() => closeWorld());

const open = async (name: string): Promise<Creator> => creator({ name, tiers });
const offers = async (owner: Creator, to: Creator, shareBps: number, startsOn: string | null = null) => proposeSplit({ ctx: await owner.ctx(), input: { handle: to.handle, shareBps, startsOn } });
const accepts = async (who: Creator, { id }: { id: string }) => acceptSplit({ ctx: await who.ctx(), input: { splitId: asId("split", id) } });
const ends = async (who: Creator, { id }: { id: string }) => endSplit({ ctx: await who.ctx(), input: { splitId: asId("split", id) } });
const balance = ({ creatorId }: Creator) => creatorBalance(database(), creatorId, "usd");
const propose = async (as: Creator, body: object) => call(proposeRoute, { as, body, headers: elsewhere() });
let charges = 0;
const sells = async (page: Creator, at: Date, gross = 1_001): Promise<string> => {
  const [ctx, fan] = [systemContext("test"), await person()];
  const chargeId = `ch_split_${(charges += 1)}`;
  await ctx.transaction((tx) => recordSale(tx, ctx, { rail: "stripe", kind: "tip", creatorId: page.creatorId, fanUserId: fan.userId, tierId: null, payment: { chargeId, invoiceId: undefined, balanceTransactionId: "txn", gross, fee: 59, currency: "usd", paidAt: at } }));
  return (await database().sale.findUniqueOrThrow({ where: { providerCharge: chargeId } })).id;
};

describe("a split", () => {
  it("shares nothing until it is accepted, then each sale by when it was paid, and nothing after its end", async () => {
    const [owner, friend] = [await open("Marisol"), await open("Wild Hart")];
    const offer = await offers(owner, friend, 2_500);
    expect(offer).toMatchObject({ side: "given", state: "proposed", other: { name: "Wild Hart" }, shareBps: 2_500 });
    await sells(owner, later(now(), 1_000));
    expect(await balance(friend)).toBe(0);

    const accepted = await accepts(friend, offer);
    expect(await accepts(friend, offer)).toEqual(accepted);
    // Paid before it was accepted, and heard of only now.
    await sells(owner, later(now(), -days(1)));
    expect(await balance(friend)).toBe(0);
    const shared = await sells(owner, later(now(), 60_000));
    expect(await balance(friend)).toBe(210);

    const before = await balance(friend);
    await drain();
    await ends(owner, offer);
    await ends(friend, offer);
    await sells(owner, later(now(), 120_000));
    expect(await balance(friend)).toBe(before);
    expect(await database().saleShare.count({ where: { saleId: shared } })).toBe(2);
    expect((await auditTrail(offer.id)).map(({ action }) => action)).toEqual(["split.proposed", "split.accepted", "split.ended"]);
    await drain();
    const subjects = async ({ email }: Creator) => (await mailsTo(email)).map(({ subject }) => subject).sort();
    expect(await subjects(friend)).toEqual(["Marisol wants to share 25 % with you", "The split with Marisol has ended", "You have 25 % of what Marisol earns"]);
    expect(await subjects(owner)).toEqual(["The split with Wild Hart has ended", "Wild Hart accepted: you share 25 %"]);
    const [seen] = (await call(listRoute, { method: "GET", as: friend, query: { side: "taken" } })).body.data;
    expect(seen).toMatchObject({ state: "ended", side: "taken", other: { name: "Marisol" } });
  });

  it("from a later day on shares what is paid from that day on", async () => {
    const [owner, friend] = [await open("A"), await open("B")];
    const day = later(now(), days(3)).toISOString().slice(0, 10);
    const offer = await offers(owner, friend, 5_000, day);
    expect((await accepts(friend, offer)).state).toBe("starts later");
    const start = new Date(`${day}T00:00:00.000Z`);
    await sells(owner, later(start, -1_000));
    expect(await balance(friend)).toBe(0);
    await sells(owner, start);
    expect(await balance(friend)).toBeGreaterThan(0);
  });

  it("is not there for others, is accepted by the one it was offered to, and ended by either", async () => {
    const [owner, friend, stranger] = [await open("A"), await open("B"), await open("C")];
    const offer = await offers(owner, friend, 1_000);
    const at = (as: Awaited<ReturnType<typeof person>>) => ({ as, params: { splitId: offer.id } });
    expect((await call(acceptRoute, { method: "PUT", ...at(stranger) })).status).toBe(404);
    expect((await call(acceptRoute, { method: "PUT", ...at(await person()) })).status).toBe(404);
    expect((await call(endRoute, { method: "DELETE", ...at(stranger) })).status).toBe(404);
    expect((await call(acceptRoute, { method: "PUT", ...at(owner) })).status).toBe(403);
    expect((await call(endRoute, { method: "DELETE", ...at(friend) })).status).toBe(204);
    expect((await call(acceptRoute, { method: "PUT", ...at(friend) })).status).toBe(409);
    expect((await auditTrail(offer.id)).at(-1)?.action).toBe("split.declined");
    expect((await call(listRoute, { method: "GET", as: owner })).body.data[0]).toMatchObject({ state: "declined", sales: 0, brought: 0 });
    // Whom was asked and said no is asked again on another day.
    await database().revenueSplit.update({ where: { id: offer.id }, data: { proposedAt: later(now(), -days(2)) } });
    const again = await offers(owner, friend, 1_000);
    await database().restriction.create({ data: { id: newId("restriction"), userId: friend.userId, capability: "sell", reason: "x", startsAt: later(now(), -1_000) } });
    expect((await call(acceptRoute, { method: "PUT", as: friend, params: { splitId: again.id } })).status).toBe(403);
    expect((await propose(stranger, { handle: friend.handle, shareBps: 100 })).body.invalidParams[0].reason).toContain("cannot take a share");
  });

  it("is refused with oneself, with nobody, twice, with shares that are none, past days, and beyond everything or ten", async () => {
    const [owner, friend] = [await open("A"), await open("B")];
    // Ten a minute may be asked by one page: each kind of mistake is another one's.
    const [second, third] = [await open("A2"), await open("A3")];
    const why = async (body: object, as = owner) => (await propose(as, { handle: friend.handle, shareBps: 1_000, ...body })).body.invalidParams?.[0]?.name as string | undefined;
    for (const shareBps of [0, -5, 9_901, 10_000, 1e9, 12.5, "1000", null]) expect(await why({ shareBps }, second)).toBe("body.shareBps");
    for (const handle of [owner.handle, "nobody-here", "x", "../admin", 7]) expect(await why({ handle })).toBe("body.handle");
    for (const startsOn of ["2020-01-01", "2026-02-30", "9999-01-01", "soon"]) expect(await why({ startsOn }, third)).toBe("body.startsOn");
    expect((await call(proposeRoute, { as: await person(), body: { handle: friend.handle, shareBps: 1_000 } })).status).toBe(403);
    expect((await propose(owner, { handle: `@${friend.handle.toUpperCase()}`, shareBps: 6_000 })).status).toBe(201);
    expect(await why({})).toBe("body.handle");
    const others = await Promise.all(Array.from({ length: 10 }, (_, i) => open(`O${i}`)));
    // Six tenths are offered: four are left, and not one hundredth of a per cent more.
    const [first, ...rest] = others as [Creator, ...Creator[]];
    await expect(offers(owner, first, 4_000)).rejects.toMatchObject({ code: "bad_request" });
    await offers(owner, first, 3_000);
    for (const other of rest.slice(0, 8)) await offers(owner, other, 10);
    await expect(offers(owner, rest[8] ?? first, 1)).rejects.toMatchObject({ code: "conflict" });
  });

  it("never goes beyond everything, however many windows offer at once; a double tap is one", async () => {
    const owner = await open("A");
    const others = await Promise.all(Array.from({ length: 4 }, (_, i) => open(`O${i}`)));
    const answers = await Promise.all(others.flatMap(({ handle }) => [propose(owner, { handle, shareBps: 4_000 }), propose(owner, { handle, shareBps: 4_000 })]));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    const rows = await database().revenueSplit.findMany({ where: { creatorId: owner.creatorId } });
    expect(rows.reduce((sum, { shareBps }) => sum + shareBps, 0)).toBe(8_000);
    expect(new Set(rows.map(({ collaboratorId }) => collaboratorId)).size).toBe(2);
  });

  it("shows the owner each sale's parts, and the collaborator sums: no name, no address of a fan", async () => {
    const [owner, friend] = [await open("Marisol Vane"), await open("Wild Hart")];
    await accepts(friend, await offers(owner, friend, 3_333));
    const { saleId, fan } = await sold({ seller: owner });
    const [sale] = (await salesOfCreator(database(), owner.creatorId, { limit: 1, cursor: undefined })).data;
    const explained = await explainSale(await owner.ctx(), asId("sale", saleId));
    expect(explained.shares.map(({ name }) => name)).toEqual(["Marisol Vane", "Wild Hart"]);
    expect(explained.shares.reduce((sum, { net }) => sum + net, 0)).toBe(sale?.net);
    expect(sale?.yours).toBe(explained.shares[0]?.net);
    expect((await readEarnings(await owner.ctx(), owner.creatorId)).lastThirtyDays.net).toBe(sale?.yours);
    await expect(explainSale(await friend.ctx(), asId("sale", saleId))).rejects.toMatchObject({ status: 404 });
    const line = await database().ledgerEntry.findFirstOrThrow({ where: { account: { creatorId: friend.creatorId } } });
    const told = JSON.stringify([await explainEntry(await friend.ctx(), line.id), (await call(listRoute, { method: "GET", as: friend, query: { side: "taken" } })).body, await mailsTo(friend.email)]);
    for (const secret of ["Fenn", fan.email, fan.userId, "203.0.113.7"]) expect(told).not.toContain(secret);
  });
});

describe("what goes back to a fan", () => {
  const whoever = async () => {
    const [owner, one, two] = [await open("A"), await open("B"), await open("C")];
    await accepts(one, await offers(owner, one, 3_333));
    await accepts(two, await offers(owner, two, 1_111));
    return { owner, one, two };
  };

  it("takes back each one's part to the cent, in however many returns", async () => {
    const { owner, one, two } = await whoever();
    const { saleId } = await sold({ seller: owner });
    const sale = await database().sale.findUniqueOrThrow({ where: { id: saleId } });
    expect((await balance(owner)) + (await balance(one)) + (await balance(two))).toBe(sale.net);
    for (const amount of [1, 133, 300]) {
      await requestRefund({ ctx: systemContext("test"), input: { saleId: asId("sale", saleId), amount, reason: "x", initiator: "admin" } });
      await drain();
    }
    await requestRefund({ ctx: systemContext("test"), input: { saleId: asId("sale", saleId), reason: "x", initiator: "admin" } });
    await drain();
    expect([await balance(owner), await balance(one), await balance(two)]).toEqual([0, 0, 0]);
    expect(faultsOf(await checkLedger(database()))).toEqual([]);
  });

  it("by a dispute is held from each one's part", async () => {
    const { owner, one, two } = await whoever();
    const it = await sold({ seller: owner });
    const before = [await balance(owner), await balance(one), await balance(two)];
    const dispute = await disputed(it);
    const held = await database().disputeShare.findMany({ where: { disputeId: dispute.id } });
    const shares = await database().saleShare.findMany({ where: { saleId: it.saleId } });
    expect(Object.fromEntries(held.map(({ creatorId, held: kept }) => [creatorId, kept]))).toEqual(Object.fromEntries(shares.map(({ creatorId, net }) => [creatorId, net])));
    expect(before.every((amount) => amount > 0)).toBe(true);
    expect(faultsOf(await checkLedger(database()))).toEqual([]);
  });

  it("loses no cent of any payment, under any splits and in any number of returns", () => {
    const payment = fc.record({ platformFee: fc.integer({ min: 0, max: 100_000 }), processingFee: fc.integer({ min: 0, max: 5_000 }), net: fc.integer({ min: 1, max: 900_000 }) }).map((parts) => ({ ...parts, gross: parts.platformFee + parts.processingFee + parts.net }));
    const splits = fc.array(fc.integer({ min: 1, max: 990 }), { maxLength: 10 }).map((all) => all.map((shareBps, i) => ({ collaboratorId: `c${i}`, shareBps })));
    fc.assert(fc.property(payment, splits, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }), (paid, shares, cuts) => {
      const parts = shareOut(paid, "owner", shares);
      for (const pick of ["gross", "platformFee", "processingFee", "net"] as const) expect(parts.reduce((sum, part) => sum + part[pick], 0)).toBe(paid[pick]);
      expect(parts.every((part) => part.net >= 0 && part.gross === part.platformFee + part.processingFee + part.net)).toBe(true);
      const points = [...new Set([0, ...cuts.map((cut) => Math.floor(cut * paid.gross)), paid.gross])].sort((a, b) => a - b);
      const back = new Map<string, number>();
      let netBefore = 0;
      points.slice(1).forEach((to, i) => {
        const from = points[i] ?? 0;
        const refund = partsOfRefund(paid, from, to - from);
        const shared = shareRefund(parts, netBefore, refund.net);
        expect(shared.reduce((sum, { net }) => sum + net, 0)).toBe(refund.net);
        for (const { creatorId, net } of shared) back.set(creatorId, (back.get(creatorId) ?? 0) + net);
        netBefore += refund.net;
      });
      for (const { creatorId, net } of parts) expect([creatorId, back.get(creatorId) ?? 0]).toEqual([creatorId, net]);
    }));
  });
});
