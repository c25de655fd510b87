import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as creators } from "@/app/api/v1/creators/route";
import { PATCH as patchCreator } from "@/app/api/v1/creators/[creatorId]/route";
import { cached, cacheCounts, invalidate, redis } from "@/lib/platform/cache";
import { call, closeWorld, creator, drain, openWorld, person } from "../support/world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

describe("what is cached", () => {
  it("is loaded once for all who ask at the same moment, and read from memory afterwards", async () => {
    let loads = 0;
    const load = () => Promise.resolve({ loads: ++loads });
    const ask = () => cached("together", { ttlSeconds: 60, tags: ["together"] }, load);
    const before = { ...cacheCounts() };
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([{ loads: 1 }, { loads: 1 }, { loads: 1 }]);
    expect(await ask()).toEqual({ loads: 1 });
    expect(cacheCounts()).toEqual({ near: before.near + 1, far: before.far, miss: before.miss + 1 });
  });

  it("is loaded anew after its tag was forgotten, and other tags' values are not", async () => {
    const versions = { a: 0, b: 0 };
    const ask = (tag: "a" | "b") => cached(`of-${tag}`, { ttlSeconds: 60, tags: [tag] }, () => Promise.resolve(++versions[tag]));
    expect([await ask("a"), await ask("b")]).toEqual([1, 1]);
    await invalidate("a");
    expect([await ask("a"), await ask("b")]).toEqual([2, 1]);
  });

  it("goes to a process that has it not from Redis, and dies there by itself", async () => {
    await cached("far", { ttlSeconds: 40, tags: ["far"] }, () => Promise.resolve("value"));
    const [key = ""] = (await redis()?.keys("cache:far:*")) ?? [];
    expect(await redis()?.get(key)).toEqual({ value: "value" });
    expect(await redis()?.ttl(key)).toBeGreaterThan(0);
    expect(await redis()?.ttl(key)).toBeLessThanOrEqual(40);
  });

  it("is not what failed to load", async () => {
    const ask = (load: () => Promise<string>) => cached("fails", { ttlSeconds: 60, tags: [] as string[] }, load);
    await expect(ask(() => Promise.reject(new Error("away")))).rejects.toThrow("away");
    expect(await ask(() => Promise.resolve("there"))).toBe("there");
  });
});

describe("the wall of creators", () => {

  const names = async (who?: Awaited<ReturnType<typeof person>>) => (await call(creators, { as: who })).body.data.map((one: { name: string }) => one.name) as string[];

  it("is the same for all who ask, and shows a new page and a new name at once", async () => {

    expect(await names()).toEqual([]);
    const maker = await creator({ name: "Marisol" });
    expect(await names(maker)).toEqual([]);
    await maker.publishes({});
    await drain();
    expect([await names(), await names(maker), await names(await person())]).toEqual([["Marisol"], ["Marisol"], ["Marisol"]]);
    await call(patchCreator, { method: "PATCH", as: maker, params: { creatorId: maker.creatorId }, body: { name: "Marisol Vane" } });
    expect(await names()).toEqual(["Marisol Vane"]);
  });
});
