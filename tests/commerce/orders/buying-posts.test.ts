import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PATCH as changeRoute } from "@/app/api/v1/posts/[postId]/route";
import { POST as createRoute } from "@/app/api/v1/posts/route";
import { DELETE as unpublishRoute } from "@/app/api/v1/posts/[postId]/publication/route";
import { GET as purchasesRoute } from "@/app/api/v1/purchases/route";
import { GET as salesRoute } from "@/app/api/v1/sales/route";
import { booksAreWhole } from "../disputes/world";
import { checkLedger, creatorBalance, faultsOf } from "@/lib/commerce/ledger";
import { catchUpOrders } from "@/lib/commerce/orders";
import { restrictUser } from "@/lib/identity/standing";
import { bookOf } from "./books";
import { writeGrant } from "@/lib/content/access";
import { shiftClock } from "@/lib/platform/clock";
import { systemContext } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { cards, deliver, payAt, providerEvents } from "../../support/payments";
import type { Creator, Person } from "../../support/people";
import { call, closeWorld, creator, database, drain, openWorld, person } from "../../support/world";
import { bought, buy, confirm, elsewhere, open, sees, sells, words } from "./selling";

beforeAll(() => openWorld({ TRUSTED_HOPS: "1" }));
afterAll(async () => {
  shiftClock(0);
  await closeWorld();
});

const change = (as: Person, postId: string, body: object) => call(changeRoute, { method: "PATCH", params: { postId }, body, as, headers: elsewhere() });
const takeBack = (as: Person, postId: string) => call(unpublishRoute, { method: "DELETE", params: { postId }, as, headers: elsewhere() });
const salesOf = (page: Creator) => database().sale.count({ where: { creatorId: page.creatorId } });

describe("a post with a price", () => {
  it("is shown locked, with its first lines and what opens it, to strangers and to members", async () => {
    const [page, stranger, member] = [await creator({ tiers: [{ name: "Inside", minAmount: 900 }] }), await person(), await person()];
    const postId = await sells(page);
    await database().$transaction((tx) => writeGrant(tx, { userId: member.userId, creatorId: page.creatorId, tierId: page.tiers[0]?.id ?? null, source: "subscription", sourceId: member.userId, startsAt: new Date(0), endsAt: null }));
    for (const one of [undefined, stranger, member]) {
      const { body } = await open(one, postId);
      expect([body.body, body.locked.reason, body.price]).toEqual([null, "paid", { amount: 500, currency: "usd" }]);
      expect(words.startsWith(body.teaser.slice(0, -1))).toBe(true);
    }
    expect(await sees(page, postId)).toBe(true);
  });

  it("opens to members from the tier up that its creator includes it in, and to nobody below", async () => {
    const page = await creator({ tiers: [{ name: "Inside", minAmount: 900 }, { name: "Closer", minAmount: 1900 }] });
    const postId = await sells(page, { includedFromTierId: page.tiers[1]?.id ?? null });
    const joins = async (tier: number): Promise<Person> => {
      const fan = await person();
      await database().$transaction((tx) => writeGrant(tx, { userId: fan.userId, creatorId: page.creatorId, tierId: page.tiers[tier]?.id ?? null, source: "subscription", sourceId: fan.userId, startsAt: new Date(0), endsAt: null }));
      return fan;
    };
    const [low, high] = [await joins(0), await joins(1)];
    expect([await sees(low, postId), await sees(high, postId)]).toEqual([false, true]);
    expect((await open(low, postId)).body.locked.tier.name).toBe("Closer");
  });

  it("opens once it is bought, is booked to the cent by its name, and stands in the buyer's library", async () => {
    const [page, fan] = [await creator(), await person()];
    const postId = await sells(page);
    const { orderId } = await bought(fan, postId);
    expect(await sees(fan, postId)).toBe(true);
    expect((await open(fan, postId)).body.bought).toBe(true);
    for (const event of await providerEvents([orderId])) await deliver(event);
    await drain();
    expect(await salesOf(page)).toBe(1);
    expect(await creatorBalance(database(), page.creatorId, "usd")).toBe(500 - 50 - 45);
    expect(await bookOf(orderId)).toBe("Post: Row 212");
    expect(faultsOf(await checkLedger(database()))).toEqual([]);
    const { body } = await call(purchasesRoute, { as: fan, headers: elsewhere() });
    expect(body.data.map((one: { id: string; title: string; there: boolean }) => [one.id, one.title, one.there])).toEqual([[postId, "Row 212", true]]);
    expect((await call(salesRoute, { as: page, headers: elsewhere() })).body.data[0]).toMatchObject({ kind: "post", title: "Row 212" });
  });

  it("tapped twice is one payment page and one sale, and bought again is said to be theirs", async () => {
    const [page, fan] = [await creator(), await person()];
    const postId = await sells(page);
    const [one, other] = await Promise.all([buy(fan, postId), buy(fan, postId)]);
    expect(one.body.id).toBe(other.body.id);
    await payAt(one.body.url);
    await Promise.all([confirm(fan, one.body.id), confirm(fan, one.body.id)]);
    expect(await salesOf(page)).toBe(1);
    const again = await buy(fan, postId);
    expect([again.status, again.body.detail]).toEqual([409, "This post is yours already. You find it in your library."]);
  });

  it("whose page could not be opened is asked for anew while the provider still opens it, and else on a row of its own", async () => {
    const [page, fan] = [await creator(), await person()];
    const postId = await sells(page);
    const first = await buy(fan, postId);
    const left = (minutes: number) => database().order.update({ where: { id: first.body.id }, data: { url: null, providerId: null, expiresAt: new Date(Date.now() + minutes * 60_000) } });
    await left(40);
    expect((await buy(fan, postId)).body.id).toBe(first.body.id);
    await left(20);
    const second = await buy(fan, postId);
    expect([second.status, second.body.id === first.body.id]).toEqual([201, false]);
    await payAt(second.body.url);
    await confirm(fan, second.body.id);
    expect(await salesOf(page)).toBe(1);
  });

  it("of a refused card opens nothing, and can be paid with another", async () => {
    const [page, fan] = [await creator(), await person()];
    const postId = await sells(page);
    const order = await buy(fan, postId);
    await payAt(order.body.url, cards.declined);
    await confirm(fan, order.body.id);
    expect([await sees(fan, postId), await salesOf(page)]).toEqual([false, 0]);
    await payAt(order.body.url);
    await confirm(fan, order.body.id);
    expect(await sees(fan, postId)).toBe(true);
  });

  it("opens although its payer and its webhooks were lost, and its webhooks twice and backwards book it once", async () => {
    const [page, fan] = [await creator(), await person()];
    const postId = await sells(page);
    const order = await buy(fan, postId);
    await payAt(order.body.url);
    shiftClock(20 * 60_000);
    await catchUpOrders(systemContext("test"), { until: new Date(Date.now() + 10_000) });
    shiftClock(0);
    const told = await providerEvents([order.body.id]);
    for (const event of [...told, ...told.reverse()]) await deliver(event);
    await drain();
    expect([await sees(fan, postId), await salesOf(page)]).toEqual([true, 1]);
  });

  it("whose page is returned to after the price has changed holds to its terms, and a new one is refused with the new price", async () => {
    const [page, fan, late] = [await creator(), await person(), await person()];
    const postId = await sells(page);
    const order = await buy(fan, postId);
    expect((await change(page, postId, { audience: "paid", price: 700 })).status).toBe(200);
    const refused = await buy(late, postId);
    expect([refused.status, refused.body.invalidParams[0].name]).toEqual([400, "body.amount"]);
    expect(refused.body.invalidParams[0].reason).toContain("$7.00");
    await payAt(order.body.url);
    await confirm(fan, order.body.id);
    expect((await database().sale.findUniqueOrThrow({ where: { orderId: order.body.id } })).gross).toBe(500);
    await bought(late, postId, { amount: 700 });
  });

  it("asked for at the new price closes the page of the old one: nobody pays twice", async () => {
    const [page, fan] = [await creator(), await person()];
    const postId = await sells(page);
    const before = await buy(fan, postId);
    await change(page, postId, { price: 700 });
    const after = await buy(fan, postId, { amount: 700 });
    expect(after.body.id).not.toBe(before.body.id);
    await payAt(before.body.url);
    expect((await confirm(fan, before.body.id)).body.state).toBe("expired");
    expect(await salesOf(page)).toBe(0);
  });

  it("paid twice all the same is one sale, and the second payment goes back in full", async () => {
    const [page, fan] = [await creator(), await person()];
    const postId = await sells(page);
    const first = await buy(fan, postId);
    // A page that we have lost from sight: two orders, both payable.
    await database().order.update({ where: { id: first.body.id }, data: { expiresAt: new Date(0) } });
    const second = await buy(fan, postId);
    for (const { body } of [first, second]) expect(await payAt(body.url)).toBe(303);
    await Promise.all([confirm(fan, first.body.id), confirm(fan, second.body.id)]);
    await drain();
    const states = [await confirm(fan, first.body.id), await confirm(fan, second.body.id)].map(({ body }) => String(body.state));
    expect(states.sort()).toEqual(["paid", "returned"]);
    expect(await salesOf(page)).toBe(1);
    const undone = await database().undoneCharge.findMany({ where: { checkoutId: { in: [first.body.id, second.body.id] } } });
    expect(undone.map(({ amount }) => amount)).toEqual([500]);
    expect(await sees(fan, postId)).toBe(true);
    await booksAreWhole();
    expect(await database().sentMail.count({ where: { category: "order-returned" } })).toBe(1);
  });

  it("keeps what a buyer in the EU agreed to, and nothing of buyers elsewhere or of words that are not ours", async () => {
    const [page, fan, other] = [await creator(), await person(), await person()];
    const postId = await sells(page);
    const order = await buy(fan, postId, { country: "DE", consent: "2026-11-posts" });
    expect(await database().orderConsent.findUnique({ where: { orderId: order.body.id } })).toMatchObject({ fanUserId: fan.userId, textVersion: "2026-11-posts" });
    const abroad = await buy(other, postId, { country: "US", consent: "2026-11-posts" });
    expect(await database().orderConsent.count({ where: { orderId: abroad.body.id } })).toBe(0);
    expect((await buy(await person(), postId, { country: "DE", consent: "yes" })).status).toBe(400);
    const without = await buy(fan, postId, { country: "DE" });
    expect(await database().orderConsent.count({ where: { orderId: without.body.id } })).toBe(0);
    expect((await database().order.findUniqueOrThrow({ where: { id: order.body.id } })).state).toBe("expired");
  });
});

describe("what is refused", () => {
  it.each([[-100], [0], [99], [10.5], [1_000_001], ["5"], [null]])("a price of %j, with what to change", async (price) => {
    const answer = await call(createRoute, { body: { body: "A", audience: "paid", price }, as: await creator(), headers: elsewhere() });
    expect([answer.status, answer.body.invalidParams.map(({ name }: { name: string }) => name)]).toEqual([400, ["body.price"]]);
  });

  it.each([[{ audience: "public", price: 500 }], [{ audience: "paid", price: 500, currency: "eur" }], [{ audience: "public", includedFromTierId: newId("tier") }], [{ audience: "paid", price: 500, includedFromTierId: newId("tier") }]])("a post of %j", async (body) => {
    expect((await call(createRoute, { body: { body: "A", ...body }, as: await creator(), headers: elsewhere() })).status).toBe(400);
  });

  it.each([[{ amount: -500 }], [{ amount: 499 }], [{ amount: 500.5 }], [{ amount: 1_000_001 }], [{ amount: "500" }], [{ currency: "eur" }], [{ country: "Germany" }]])("paying %j", async (body) => {
    const postId = await sells(await creator());
    expect((await buy(await person(), postId, body)).status).toBe(400);
  });

  it("one's own post, a draft, one that is for others, one that was taken back, and none at all", async () => {
    const [page, fan] = [await creator(), await person()];
    const postId = await sells(page);
    expect((await buy(page, postId)).status).toBe(403);
    const draft = await call(createRoute, { body: { body: "A", audience: "paid", price: 500 }, as: page, headers: elsewhere() });
    expect((await buy(fan, draft.body.id)).status).toBe(404);
    expect((await buy(fan, await page.publishes({}))).status).toBe(409);
    await takeBack(page, postId);
    expect((await buy(fan, postId)).status).toBe(404);
    expect((await buy(fan, newId("post"))).status).toBe(404);
  });

  it("paying somebody who may not sell any more: the pages that are open are closed, and no others are opened", async () => {
    const [page, fan] = [await creator(), await person()];
    const postId = await sells(page);
    const order = await buy(fan, postId);
    await restrictUser({ ctx: systemContext("test"), input: { userId: page.userId, capability: "sell", reason: "x" } });
    await drain();
    await payAt(order.body.url);
    expect((await confirm(fan, order.body.id)).body.state).toBe("expired");
    expect((await buy(fan, postId)).status).toBe(403);
  });

  it("a post of a page rated adult, until the provider has agreed", async () => {
    const [page, fan] = [await creator(), await person()];
    const postId = await sells(page);
    await database().creatorProfile.update({ where: { id: page.creatorId }, data: { rating: "adult" } });
    const answer = await buy(fan, postId);
    expect([answer.status, answer.body.detail]).toEqual([403, "Our payment provider does not take adult content without its written approval, so this page cannot charge yet."]);
  });
});
