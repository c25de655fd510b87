import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DELETE as restore, PUT as archiveBundle } from "@/app/api/v1/bundles/[bundleId]/archival/route";
import { PUT as archiveCode } from "@/app/api/v1/promotions/[promotionId]/archival/route";
import { POST as makeCode } from "@/app/api/v1/promotions/route";
import { restrictUser } from "@/lib/identity/standing";
import { systemContext } from "@/lib/platform/db";
import type { Creator } from "../../support/people";
import { call, closeWorld, creator, openWorld } from "../../support/world";
import { bundles, elsewhere, sells } from "./selling";

type Capability = Parameters<typeof restrictUser>[0]["input"]["capability"];

beforeAll(() => openWorld({ TRUSTED_HOPS: "1" }));
afterAll(() => closeWorld());

const code = (page: Creator, text: string) => call(makeCode, { as: page, body: { code: text, percentOff: 10, duration: "once" }, headers: elsewhere() });

/** A page that sells a bundle and has a code, and then may not do something. */
async function barred(capability: Capability): Promise<{ page: Creator; posts: string[]; bundleId: string; promotionId: string }> {
  const page = await creator({ tiers: [{ name: "Front row", minAmount: 500 }] });
  const posts = [await sells(page, { title: "One" }), await sells(page, { title: "Two" })];
  const [bundleId, promotionId] = [String((await bundles(page, posts)).body.id), String((await code(page, "HELLO")).body.id)];
  await restrictUser({ ctx: systemContext("test"), input: { userId: page.userId, capability, reason: "we look at something" } });
  return { page, posts, bundleId, promotionId };
}

describe("a creator who may not publish, or not sell, for now", () => {
  it.each(["publish", "sell"] as const)("(%s) can take off sale what is on sale, and puts nothing new on sale", async (capability) => {
    const { page, posts, bundleId, promotionId } = await barred(capability);
    expect((await call(archiveBundle, { method: "PUT", params: { bundleId }, as: page, headers: elsewhere() })).status).toBeLessThan(300);
    expect((await call(archiveCode, { method: "PUT", params: { promotionId }, as: page, headers: elsewhere() })).status).toBeLessThan(300);
    const refused = [await call(restore, { method: "DELETE", params: { bundleId }, as: page, headers: elsewhere() }), await bundles(page, posts), await code(page, "AGAIN")];
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  it("is nobody to another page: its bundles and codes are not there to end", async () => {
    const { bundleId, promotionId } = await barred("sell");
    const other = await creator();
    expect((await call(archiveBundle, { method: "PUT", params: { bundleId }, as: other, headers: elsewhere() })).status).toBe(404);
    expect((await call(archiveCode, { method: "PUT", params: { promotionId }, as: other, headers: elsewhere() })).status).toBe(404);
  });
});
