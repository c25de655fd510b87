import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DELETE as restoreRoute, PUT as archiveRoute } from "@/app/api/v1/bundles/[bundleId]/archival/route";
import { GET as readRoute, PATCH as changeRoute } from "@/app/api/v1/bundles/[bundleId]/route";
import { GET as listRoute } from "@/app/api/v1/creators/[creatorId]/bundles/route";
import { PATCH as changePostRoute } from "@/app/api/v1/posts/[postId]/route";
import { checkLedger, creatorBalance, faultsOf } from "@/lib/commerce/ledger";
import { newId } from "@/lib/platform/ids";
import type { Creator, Person } from "../../support/people";
import { type Answer, call, closeWorld, creator, database, drain, openWorld, person } from "../../support/world";
import { bookOf } from "./books";
import { bought, bundles, buyBundle, buy, elsewhere, paid, sees, sells } from "./selling";

beforeAll(() => openWorld({ TRUSTED_HOPS: "1" }));
afterAll(() => closeWorld());

const read = (bundleId: string, as?: Person): Promise<Answer> => call(readRoute, { params: { bundleId }, ...(as ? { as } : {}), headers: elsewhere() });
const change = (as: Person, bundleId: string, body: object): Promise<Answer> => call(changeRoute, { method: "PATCH", params: { bundleId }, body, as, headers: elsewhere() });
const archive = (as: Person, bundleId: string): Promise<Answer> => call(archiveRoute, { method: "PUT", params: { bundleId }, as, headers: elsewhere() });
const threePosts = async (page: Creator): Promise<string[]> => [await sells(page, { title: "One" }), await sells(page, { title: "Two" }), await sells(page, { title: "Three" })];
const made = async (page: Creator, postIds: string[], body: object = {}): Promise<string> => String((await bundles(page, postIds, body)).body.id);

describe("a bundle", () => {
  it("shows what is inside and what each costs apart, and opens all of it in one sale", async () => {
    const [page, fan] = [await creator(), await person()];
    const posts = await threePosts(page);
    const bundleId = await made(page, posts);
    expect((await read(bundleId)).body).toMatchObject({ title: "The whole cloth", price: 800, apart: 1_500, forSale: true, posts: posts.map((id) => ({ id, price: 500, yours: false })) });
    expect((await call(listRoute, { params: { creatorId: page.creatorId }, headers: elsewhere() })).body.data).toHaveLength(1);
    const { orderId } = await paid(fan, await buyBundle(fan, bundleId));
    for (const post of posts) expect(await sees(fan, post)).toBe(true);
    expect(await database().sale.count({ where: { creatorId: page.creatorId } })).toBe(1);
    expect(await bookOf(orderId)).toBe("Bundle: The whole cloth");
    expect(await creatorBalance(database(), page.creatorId, "usd")).toBe(800 - 80 - 53);
    expect(faultsOf(await checkLedger(database()))).toEqual([]);
    const again = await buyBundle(fan, bundleId);
    expect([again.status, again.body.detail]).toEqual([409, "You have everything in this bundle already. You find it in your library."]);
  });

  it("tells who owns some of it so before they pay, and gives them the rest", async () => {
    const [page, fan] = [await creator(), await person()];
    const posts = await threePosts(page);
    const bundleId = await made(page, posts);
    await bought(fan, posts[0] ?? "");
    expect((await read(bundleId, fan)).body.posts.map(({ yours }: { yours: boolean }) => yours)).toEqual([true, false, false]);
    await paid(fan, await buyBundle(fan, bundleId));
    for (const post of posts) expect(await sees(fan, post)).toBe(true);
  });

  it("sold before a post was added does not open that one; what is taken out stays theirs", async () => {
    const [page, fan, late] = [await creator(), await person(), await person()];
    const posts = await threePosts(page);
    const bundleId = await made(page, posts.slice(0, 2));
    await paid(fan, await buyBundle(fan, bundleId));
    expect((await change(page, bundleId, { postIds: posts.slice(1) })).status).toBe(200);
    expect(await Promise.all(posts.map((post) => sees(fan, post)))).toEqual([true, true, false]);
    await paid(late, await buyBundle(late, bundleId));
    expect(await Promise.all(posts.map((post) => sees(late, post)))).toEqual([false, true, true]);
  });

  it("whose posts changed while somebody was choosing is opened anew, and the page of what it was is closed", async () => {
    const [page, fan] = [await creator(), await person()];
    const posts = await threePosts(page);
    const bundleId = await made(page, posts);
    const before = await buyBundle(fan, bundleId);
    await change(page, bundleId, { postIds: posts.slice(1) });
    const after = await buyBundle(fan, bundleId);
    expect([after.status, after.body.id === before.body.id, after.body.posts.length]).toEqual([201, false, 2]);
    expect((await database().order.findUniqueOrThrow({ where: { id: before.body.id } })).state).toBe("expired");
  });

  it("bought while one of its posts is paid for in another window keeps both: the bundle opens the rest, and the post's payment goes back when it comes last", async () => {
    const [page, fan] = [await creator(), await person()];
    const posts = await threePosts(page);
    const bundleId = await made(page, posts);
    const alone = await buy(fan, posts[0] ?? "");
    await paid(fan, await buyBundle(fan, bundleId));
    const { payAt } = await import("../../support/payments");
    await payAt(alone.body.url);
    const { confirm } = await import("./selling");
    expect((await confirm(fan, alone.body.id)).body.state).toBe("returned");
    await drain();
    expect(await database().sale.count({ where: { fanUserId: fan.userId } })).toBe(1);
    expect(faultsOf(await checkLedger(database()))).toEqual([]);
  });

  it("is paid on no page any more once all of it was bought one by one: the page is closed, so that no fee is lost on a payment that goes back", async () => {
    const [page, fan] = [await creator(), await person()];
    const posts = await threePosts(page);
    const order = await buyBundle(fan, await made(page, posts));
    const stateOf = async () => (await database().order.findUniqueOrThrow({ where: { id: order.body.id } })).state;
    for (const [at, postId] of posts.entries()) {
      await paid(fan, await buy(fan, postId));
      await drain();
      expect(await stateOf()).toBe(at < posts.length - 1 ? "open" : "expired");
    }
    const [{ payAt }, { confirm }] = [await import("../../support/payments"), await import("./selling")];
    await payAt(order.body.url);
    expect((await confirm(fan, order.body.id)).body.state).toBe("expired");
    expect(await database().sale.count({ where: { fanUserId: fan.userId } })).toBe(posts.length);
  });

  it("that is archived is not sold, stays with those who have it, and can be sold again", async () => {
    const [page, fan, late] = [await creator(), await person(), await person()];
    const posts = await threePosts(page);
    const bundleId = await made(page, posts);
    await paid(fan, await buyBundle(fan, bundleId));
    expect((await archive(page, bundleId)).status).toBe(200);
    const refused = await buyBundle(late, bundleId);
    expect([refused.status, refused.body.detail]).toEqual([409, "This bundle is not for sale any more. Nothing was charged; its posts may still be sold apart."]);
    expect(await sees(fan, posts[0] ?? "")).toBe(true);
    expect((await call(restoreRoute, { method: "DELETE", params: { bundleId }, as: page, headers: elsewhere() })).status).toBe(200);
    expect((await buyBundle(late, bundleId)).status).toBe(201);
  });

  it("is not sold for more than its posts cost apart by then, nor when too few are left", async () => {
    const [page, fan] = [await creator(), await person()];
    const posts = await threePosts(page);
    const bundleId = await made(page, posts.slice(0, 2));
    const price = (postId: string, body: object): Promise<Answer> => call(changePostRoute, { method: "PATCH", params: { postId }, body, as: page, headers: elsewhere() });
    await price(posts[0] ?? "", { price: 100 });
    expect((await buyBundle(fan, bundleId)).body.detail).toBe("Apart these posts cost less at the moment. Buy them apart.");
    await price(posts[0] ?? "", { audience: "public" });
    expect((await buyBundle(fan, bundleId)).body.detail).toBe("Too few of this bundle's posts are for sale at the moment. Buy what you like apart.");
  });
});

describe("what is refused of a bundle", () => {
  it("a price above the sum of its parts, with both sums", async () => {
    const page = await creator();
    const answer = await bundles(page, await threePosts(page), { price: 1_501 });
    expect([answer.status, answer.body.invalidParams]).toEqual([400, [{ name: "body.price", reason: "Apart these posts cost $15.00, so together they cannot cost $15.01. Lower the price, or add a post." }]]);
  });

  it.each([[{ price: -1 }], [{ price: 0 }], [{ price: 10.5 }], [{ price: 1_000_001 }], [{ currency: "eur" }], [{ title: "" }], [{ title: "x".repeat(101) }], [{ words: "x".repeat(2_001) }]])("%j, with what to change", async (body) => {
    const page = await creator();
    const answer = await bundles(page, await threePosts(page), body);
    expect([answer.status, answer.body.invalidParams.length]).toEqual([400, 1]);
  });

  it("one post, the same post twice, fifty-one, posts of others, posts without a price, drafts, and none at all", async () => {
    const [page, other] = [await creator(), await creator()];
    const [mine, theirs, free] = [await sells(page), await sells(other), await page.publishes({})];
    for (const posts of [[mine], [mine, mine], Array.from({ length: 51 }, () => newId("post")), [mine, theirs], [mine, free], [mine, newId("post")]]) expect((await bundles(page, posts)).status).toBe(400);
  });

  it("a stranger's change and archiving, and one's own purchase", async () => {
    const [page, stranger, rival] = [await creator(), await person(), await creator()];
    const bundleId = await made(page, await threePosts(page));
    expect([(await change(rival, bundleId, { price: 100 })).status, (await archive(rival, bundleId)).status, (await archive(stranger, bundleId)).status]).toEqual([404, 404, 404]);
    expect((await buyBundle(page, bundleId)).status).toBe(403);
    expect((await buyBundle(stranger, bundleId, { amount: 799 })).body.invalidParams[0].name).toBe("body.amount");
    expect((await buyBundle(stranger, newId("bundle"))).status).toBe(404);
  });
});
