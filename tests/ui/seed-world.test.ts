import { describe, expect, it } from "vitest";
import { world } from "../../prisma/seed/world";

const { creators, fans, admin } = world;
const tiersOf = new Map(creators.map((creator) => [creator.handle, creator.tiers]));

describe("the world of the seed", () => {
  it("has twelve creators, eight fans and an admin, no handle twice", () => {
    const handles = [...creators, ...fans, admin].map((one) => one.handle);
    expect([creators.length, fans.length]).toEqual([12, 8]);
    expect(new Set(handles).size).toBe(handles.length);
    for (const handle of handles) expect(handle).toMatch(/^[a-z0-9]{3,30}$/);
  });
  it.each(creators)("$handle: two or three tiers by price, six to ten posts within eighteen months, one pinned", ({ tiers, posts }) => {
    expect(tiers.length).toBeGreaterThanOrEqual(2);
    expect(tiers.length).toBeLessThanOrEqual(3);
    const prices = tiers.map((tier) => tier.priceMinor);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
    for (const price of prices) expect(Number.isInteger(price) && price >= 100).toBe(true);
    expect(posts.length).toBeGreaterThanOrEqual(6);
    expect(posts.length).toBeLessThanOrEqual(10);
    expect(posts.filter((post) => post.pinned)).toHaveLength(1);
    for (const post of posts) {
      expect(post.daysAgo).toBeLessThanOrEqual(548);
      expect(post.song !== null).toBe(post.kind === "audio");
      if (typeof post.audience === "object" && "tier" in post.audience) expect(tiers.map((tier) => tier.name)).toContain(post.audience.tier);
      if (typeof post.audience === "object" && "priceMinor" in post.audience) expect([undefined, ...tiers.map((tier) => tier.name)]).toContain(post.audience.includedFrom);
    }
  });
  it("sells posts of two pages, together for no more than apart, to fans who find them there on the day", () => {
    const sold = creators.flatMap(({ handle, posts, bundles = [] }) => {
      const priced = new Map(posts.flatMap((post) => (typeof post.audience === "object" && "priceMinor" in post.audience ? [[post.title ?? "", { price: post.audience.priceMinor, daysAgo: post.daysAgo }] as const] : [])));
      for (const bundle of bundles) expect(bundle.priceMinor).toBeLessThanOrEqual(bundle.posts.reduce((sum, title) => sum + (priced.get(title)?.price ?? -1_000_000), 0));
      const since = (titles: string[]): number => Math.min(...titles.map((title) => priced.get(title)?.daysAgo ?? 0));
      return [...priced].map(([title, { daysAgo }]) => ({ handle, title, daysAgo })).concat(bundles.map(({ title, posts: inside }) => ({ handle, title, daysAgo: since(inside) - 1 })));
    });
    expect(new Set(sold.map(({ handle }) => handle)).size).toBe(2);
    for (const { buys = [] } of fans) for (const { creator, title, daysAgo } of buys) expect(sold.find((one) => one.handle === creator && one.title === title)?.daysAgo).toBeGreaterThan(daysAgo);
  });
  it("lets fans pay only for tiers that exist, at least their price, and only creators they follow", () => {
    for (const fan of fans) {
      expect(fan.email).toMatch(/@directfanz\.test$/);
      for (const handle of fan.follows) expect(tiersOf.has(handle)).toBe(true);
      for (const { creator, tier, amountMinor } of fan.pays) {
        expect(fan.follows).toContain(creator);
        expect(amountMinor).toBeGreaterThanOrEqual(tiersOf.get(creator)?.find((one) => one.name === tier)?.priceMinor ?? Infinity);
      }
    }
  });
});
