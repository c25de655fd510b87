import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DELETE as deleteRoute } from "@/app/api/v1/posts/[postId]/route";
import { DELETE as takeBackRoute } from "@/app/api/v1/posts/[postId]/publication/route";
import { PATCH as changeRoute } from "@/app/api/v1/bundles/[bundleId]/route";
import { call, closeWorld, creator, database, openWorld } from "../../support/world";
import { bundles, elsewhere, sells } from "./selling";

beforeAll(() => openWorld({ TRUSTED_HOPS: "1" }));
afterAll(() => closeWorld());

describe("bundles made and changed while their posts are taken back or deleted", () => {
  it("end with an answer that says what to do, never with a fault of ours, and hold only posts that are for sale", { timeout: 60_000 }, async () => {
    const page = await creator();
    for (let round = 0; round < 4; round++) {
      const posts = [await sells(page, { title: "One" }), await sells(page, { title: "Two" }), await sells(page, { title: "Three" })];
      const first = await bundles(page, posts);
      const [taken, gone] = [posts[0] ?? "", posts[1] ?? ""];
      const answers = await Promise.all([
        bundles(page, posts), bundles(page, posts.slice(0, 2)),
        call(takeBackRoute, { method: "DELETE", params: { postId: taken }, as: page, headers: elsewhere() }),
        call(changeRoute, { method: "PATCH", params: { bundleId: String(first.body.id) }, body: { postIds: [...posts].reverse() }, as: page, headers: elsewhere() }),
        call(deleteRoute, { method: "DELETE", params: { postId: gone }, as: page, headers: elsewhere() }),
      ]);
      expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
      expect(await database().bundlePost.count({ where: { postId: gone } })).toBe(0);
    }
  });
});
