import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { feeRules } from "@/app/(studio)/_parts/fee-rules";
import { sayShared, splitPrice } from "@/app/_ui/fee-split";
import { readSheet } from "@/lib/commerce/checkout";
import { splitPayment } from "@/lib/commerce/fees";
import { recordSale } from "@/lib/commerce/purchases";
import { shareOut, toWhom } from "@/lib/commerce/purchases/share-out";
import { acceptSplit, endSplit, proposeSplit } from "@/lib/commerce/splits";
import { later, now } from "@/lib/platform/clock";
import { countQueries, systemContext } from "@/lib/platform/db";
import { maximumAmount } from "@/lib/platform/money/format";
import { asId } from "@/lib/platform/ids";
import type { Creator } from "../../support/people";
import { closeWorld, creator, database, openWorld, person } from "../../support/world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

const offers = async (owner: Creator, to: Creator, shareBps: number, startsOn: string | null = null) => proposeSplit({ ctx: await owner.ctx(), input: { handle: to.handle, shareBps, startsOn } });
const accepts = async (who: Creator, { id }: { id: string }) => acceptSplit({ ctx: await who.ctx(), input: { splitId: asId("split", id) } });
/** As the studio asks, a moment after what was agreed. */
const rulesOf = ({ creatorId }: Creator) => feeRules({ db: database(), now: later(now(), 1_000) }, asId("creator", creatorId));

describe("the price a creator is shown before", () => {
  it("is their part of its sale to the cent, for any price, fees and splits", () => {
    const splits = fc.array(fc.integer({ min: 1, max: 990 }), { maxLength: 10 }).map((all) => all.map((shareBps, i) => ({ collaboratorId: `c${i}`, name: `C${i}`, shareBps })));
    fc.assert(
      fc.property(fc.integer({ min: 100, max: maximumAmount }), fc.integer({ min: 100, max: 2_000 }), fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 50 }), splits, (gross, platformBps, processingBps, processingFixedMinor, shared) => {
        const shown = splitPrice(gross, { platformBps, processingBps, processingFixedMinor, splits: shared });
        const [owner, ...others] = shareOut(splitPayment(gross, shown.processing, { platformBps }), "owner", shared);
        expect(shown.net).toBe(owner?.net);
        expect(shown.shared ?? 0).toBe(others.reduce((sum, { net }) => sum + net, 0));
        expect(shown.net + (shown.shared ?? 0) + shown.platform + shown.processing).toBe(gross);
      }),
    );
  });

  it("is what the books then give them, with whom they share", async () => {
    const [owner, friend, other] = [await creator({ name: "Marisol" }), await creator({ name: "Wild Hart" }), await creator({ name: "Oskar" })];
    await accepts(friend, await offers(owner, friend, 3_333));
    await accepts(other, await offers(owner, other, 1_111));
    const rules = await rulesOf(owner);
    expect(rules.splits?.map(({ name, shareBps }) => [name, shareBps]).sort()).toEqual([["Oskar", 1_111], ["Wild Hart", 3_333]]);
    const [ctx, fan] = [systemContext("test"), await person()];
    for (const gross of [100, 333, 500, 999, 1_001, 123_457]) {
      const shown = splitPrice(gross, rules);
      const chargeId = `ch_preview_${gross}`;
      const payment = { chargeId, invoiceId: undefined, balanceTransactionId: "txn", gross, fee: shown.processing, currency: "usd", paidAt: later(now(), 1_000), cardCountry: undefined };
      await ctx.transaction((tx) => recordSale(tx, ctx, { rail: "stripe", kind: "tip", creatorId: owner.creatorId, fanUserId: fan.userId, tierId: null, payment }));
      const sale = await database().sale.findUniqueOrThrow({ where: { providerCharge: chargeId }, include: { shares: true } });
      expect([gross, sale.shares.find(({ creatorId }) => creatorId === owner.creatorId)?.net]).toEqual([gross, shown.net]);
    }
  });

  it("knows of splits that are in force alone, in one statement", async () => {
    const [owner, friend, coming] = [await creator(), await creator({ name: "Wild Hart" }), await creator()];
    const offer = await offers(owner, friend, 2_500);
    await accepts(coming, await offers(owner, coming, 2_500, later(now(), 3 * 86_400_000).toISOString().slice(0, 10)));
    const { result, statements } = await countQueries(() => rulesOf(owner));
    expect([result.splits, statements.length]).toEqual([[], 1]);
    expect(splitPrice(1_000, result)).toEqual({ gross: 1_000, platform: 100, processing: 59, net: 841 });
    await accepts(friend, offer);
    expect(splitPrice(1_000, await rulesOf(owner))).toEqual({ gross: 1_000, platform: 100, processing: 59, net: 631, shared: 210 });
    await endSplit({ ctx: await owner.ctx(), input: { splitId: asId("split", offer.id) } });
    expect((await rulesOf(owner)).splits).toEqual([]);
  });

  it("is told to fans as shared or not, with nobody's name and no one's part", async () => {
    const [owner, friend] = [await creator(), await creator({ name: "Wild Hart" })];
    const sheet = async () => readSheet(await (await person()).ctx(), { creatorId: owner.creatorId, said: "" });
    const offer = await offers(owner, friend, 2_500);
    expect((await sheet()).shared).toBe(false);
    await accepts(friend, offer);
    const told = await sheet();
    expect([told.shared, toWhom("Marisol", told.shared), toWhom("Marisol", false)]).toEqual([true, "Marisol and those they share it with", "Marisol"]);
    expect(JSON.stringify(told)).not.toMatch(/Wild Hart|2500|crt_/u);
  });

  it("says with whom, however many they are", () => {
    const called = (...names: string[]) => sayShared(names.map((name) => ({ collaboratorId: name, name, shareBps: 1 })));
    expect([called(), called("A"), called("A", "B"), called("A", "B", "C")]).toEqual(["", "A", "A and B", "A and 2 others"]);
  });
});
