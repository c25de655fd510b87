import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PUT as order } from "@/app/api/v1/creators/[creatorId]/tier-order/route";
import { PATCH as change } from "@/app/api/v1/tiers/[tierId]/route";
import { maySee, writeGrant } from "@/lib/content/access";
import { archiveTier, createTier, listTiers, orderTiers, type Tier, updateTier } from "@/lib/content/tiers";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { Creator } from "../support/people";
import { call, closeWorld, creator, database, openWorld, person } from "../support/world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

const two = { tiers: [{ name: "Front row", minAmount: 500 }, { name: "Backstage", minAmount: 800 }] };
const namesOf = async (maker: Creator): Promise<string[]> => (await listTiers(database(), maker.creatorId, { archived: true })).map((tier) => tier.name);
const put = (maker: Creator, tierIds: (string | undefined)[]) => call(order, { method: "PUT", as: maker, params: { creatorId: maker.creatorId }, body: { tierIds } });
const patch = (maker: Creator, tier: Tier | undefined, body: object) => call(change, { method: "PATCH", as: maker, params: { tierId: tier?.id ?? "" }, body });

async function joins(maker: Creator, tierId: string): Promise<void> {
  const fan = await person();
  await database().$transaction((tx) => writeGrant(tx, { userId: fan.userId, creatorId: maker.creatorId, tierId: tierId as Tier["id"], source: "subscription", sourceId: `test:${fan.userId}`, startsAt: new Date(0), endsAt: null }));
}

describe("the order of tiers", () => {
  it("is the order of their prices, whichever was made first", async () => {
    const maker = await creator({ tiers: [{ name: "Backstage", minAmount: 800 }, { name: "Front row", minAmount: 500 }, { name: "Stalls", minAmount: 500 }, { name: "Van", minAmount: 2_000 }] });
    expect(await namesOf(maker)).toEqual(["Front row", "Stalls", "Backstage", "Van"]);
  });

  it("is refused with the reason when it contradicts prices, and nothing moves", async () => {
    const maker = await creator(two);
    const refused = await put(maker, maker.tiers.map((tier) => tier.id).reverse());
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toBe("Front row costs $5.00 and Backstage costs $8.00, so Front row cannot stand above it. Who pays more sees more.");
    expect(await namesOf(maker)).toEqual(["Front row", "Backstage"]);
  });

  it("can be turned between tiers of one price while nobody holds the one that sinks", async () => {
    const maker = await creator({ tiers: [{ name: "A", minAmount: 500 }, { name: "B", minAmount: 500 }] });
    const [a, b] = maker.tiers.map((tier) => tier.id);
    expect((await put(maker, [b, a])).body.data.map((tier: { name: string }) => tier.name)).toEqual(["B", "A"]);
    await joins(maker, a ?? "");
    const refused = await put(maker, [a, b]);
    expect([refused.status, refused.body.detail]).toEqual([409, "A has members, and below B they would lose what is for B."]);
  });

  it("has an end: fifty tiers with the archived ones, so that all can be named at once", async () => {
    const maker = await creator();
    await database().tier.createMany({ data: Array.from({ length: 50 }, (_, i) => ({ id: newId("tier"), creatorId: maker.creatorId, name: `T${i}`, minAmount: 500, currency: "usd", rank: i + 1, archivedAt: new Date(0) })) });
    await expect(createTier({ ctx: await maker.ctx(), input: { creatorId: maker.creatorId, name: "One more", description: "", currency: "usd", benefits: [], minAmount: 500 } })).rejects.toMatchObject({ status: 409 });
  });

  it("wants every tier named once", async () => {
    const maker = await creator(two);
    const [a, b] = maker.tiers.map((tier) => tier.id);
    for (const tierIds of [[a, a], [a], [a, b, b]]) expect((await put(maker, tierIds)).status).toBe(400);
  });

  it("keeps a price between those of the neighbours, and says at the field which one it would pass", async () => {
    const maker = await creator(two);
    const [front, backstage] = maker.tiers;
    const below = await patch(maker, backstage, { minAmount: 499 });
    expect([below.status, below.body.invalidParams]).toEqual([409, [{ name: "body.minAmount", reason: "Backstage stands above Front row, so it cannot cost less than $5.00." }]]);
    const above = await patch(maker, front, { minAmount: 801 });
    expect([above.status, above.body.detail]).toEqual([409, "Front row stands below Backstage, so it cannot cost more than $8.00."]);
    for (const minAmount of [500, 1_200, 800]) expect((await patch(maker, backstage, { minAmount })).status).toBe(200);
  });
});

type Step = { do: "create" | "update" | "order" | "archive" | "join"; which: number; price: number };
const step: fc.Arbitrary<Step> = fc.record({ do: fc.constantFrom("create", "update", "order", "archive", "join"), which: fc.nat(7), price: fc.integer({ min: 1, max: 4 }).map((dollars) => dollars * 100) });

/** Takes one step; what the house refuses is no failure. */
async function take(maker: Creator, { do: what, which, price }: Step): Promise<void> {
  const tiers = await listTiers(database(), maker.creatorId, { archived: true });
  const ctx = await maker.ctx();
  const tier = tiers[which % Math.max(1, tiers.length)];
  try {
    if (what === "create") await createTier({ ctx, input: { creatorId: maker.creatorId, name: `T${which}`, description: "", currency: "usd", benefits: [], minAmount: price } });
    else if (!tier) return;
    else if (what === "update") await updateTier({ ctx, input: { tierId: tier.id, minAmount: price } });
    else if (what === "archive") await archiveTier({ ctx, input: { tierId: tier.id, archived: !tier.archived } });
    else if (what === "join") await joins(maker, tier.id);
    else await orderTiers({ ctx, input: { creatorId: maker.creatorId, tierIds: turned(tiers.map(({ id }) => id), which % tiers.length) } });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

/** One moved up by a place. */
function turned<T>(list: T[], at: number): T[] {
  const [moved] = list.slice(at, at + 1);
  const rest = list.filter((_, i) => i !== at);
  return moved === undefined ? list : [...rest.slice(0, at + 1), moved, ...rest.slice(at + 1)];
}

/** For every member, the tiers whose posts they may see. */
async function reaches(maker: Creator): Promise<Map<string, Set<string>>> {
  const tiers = await listTiers(database(), maker.creatorId, { archived: true });
  const grants = await database().grant.findMany({ where: { creatorId: maker.creatorId }, include: { tier: true } });
  return new Map(grants.map((grant) => [grant.userId, new Set(tiers.filter(({ rank }) => maySee({ audience: "tier", tierRank: rank, granted: false }, { kind: "granted", rank: grant.tier?.rank ?? 0 })).map(({ id }) => id))]));
}

describe("any sequence of creating, pricing, ordering and archiving tiers", () => {
  it("leaves rank and price in one order, and takes nothing from a member's reach", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
        const maker = await creator();
        let before = await reaches(maker);
        for (const one of steps) {
          await take(maker, one);
          const tiers = await listTiers(database(), maker.creatorId, { archived: true });
          expect(new Set(tiers.map(({ rank }) => rank)).size).toBe(tiers.length);
          expect(tiers.map(({ minAmount }) => minAmount)).toEqual(tiers.map(({ minAmount }) => minAmount).sort((a, b) => a - b));
          const after = await reaches(maker);
          for (const [userId, reach] of before) expect([...reach].filter((id) => !after.get(userId)?.has(id))).toEqual([]);
          before = after;
        }
      }),
      { numRuns: 30 },
    );
  });
});
