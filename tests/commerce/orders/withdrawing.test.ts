import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as postsRoute } from "@/app/api/v1/creators/[creatorId]/posts/route";
import { GET as rightRoute, POST as withdrawRoute } from "@/app/api/v1/orders/[orderId]/withdrawal/route";
import { GET as paymentsRoute } from "@/app/api/v1/receipts/route";
import { POST as tipRoute } from "@/app/api/v1/tips/route";
import { settleAccess } from "@/lib/commerce/orders/give-posts";
import { requestRefund, syncRefundsOf } from "@/lib/commerce/refunds";
import { followCreator } from "@/lib/community/follows";
import { openingPosts, readFeed } from "@/lib/content/posts";
import { days, later } from "@/lib/platform/clock";
import { systemContext } from "@/lib/platform/db";
import { asId } from "@/lib/platform/ids";
import { booksAreWhole } from "../disputes/world";
import { mailsTo } from "../../support/cloud";
import { payAt, setDouble } from "../../support/payments";
import type { Person } from "../../support/people";
import { call, closeWorld, creator, database, drain, openWorld, person } from "../../support/world";
import { bought, buy, confirm, elsewhere, open, sees, sells, words } from "./selling";

beforeAll(() => openWorld({ TRUSTED_HOPS: "1" }));
afterAll(() => closeWorld());

const right = (as: Person, orderId: string) => call(rightRoute, { params: { orderId }, as, headers: elsewhere() });
const withdraw = (as: Person, orderId: string) => call(withdrawRoute, { method: "POST", params: { orderId }, as, headers: elsewhere() });
const agreed = { country: "DE", consent: "2026-11-posts" };
async function sold(terms: object) {
  const [page, fan] = [await creator(), await person()];
  const postId = await sells(page);
  return { page, fan, postId, ...(await bought(fan, postId, terms)) };
}

describe("withdrawing from a purchase", () => {
  it("shuts the post at once, returns all of it once however often it is pressed, and is confirmed by mail", async () => {
    const it = await sold({ country: "DE" });
    await open(it.fan, it.postId);
    expect((await right(it.fan, it.orderId)).body).toMatchObject({ right: "open", goesBack: 500, withdrawnAt: null });
    const [first, second] = [await withdraw(it.fan, it.orderId), await withdraw(it.fan, it.orderId)];
    expect([first.status, first.body.right, second.body]).toEqual([200, "withdrawn", first.body]);
    expect(await sees(it.fan, it.postId)).toBe(false);
    await settleAccess(systemContext("test"), it.saleId);
    expect(await sees(it.fan, it.postId)).toBe(false);
    await drain();
    await drain();
    expect((await database().refund.findMany({ where: { saleId: it.saleId } })).map(({ amount, state, initiator }) => [amount, state, initiator])).toEqual([[500, "succeeded", "withdrawal"]]);
    expect(await database().sentMail.count({ where: { category: "withdrawal", reference: it.orderId } })).toBe(1);
    expect(await sees(it.fan, it.postId)).toBe(false);
    await booksAreWhole();
  });

  it("is over for who agreed that it opens at once, once they have opened it; not before", async () => {
    const it = await sold(agreed);
    expect((await right(it.fan, it.orderId)).body.right).toBe("open");
    await open(it.fan, it.postId);
    expect((await right(it.fan, it.orderId)).body.right).toBe("used");
    expect((await withdraw(it.fan, it.orderId)).status).toBe(403);
    expect(await sees(it.fan, it.postId)).toBe(true);
  });

  it("is for buyers in the EU, within fourteen days, and for nobody else's purchase", async () => {
    const [abroad, unsaid, late] = [await sold({ country: "US" }), await sold({}), await sold({ country: "FR" })];
    for (const it of [abroad, unsaid]) expect((await withdraw(it.fan, it.orderId)).status).toBe(403);
    expect((await withdraw(await person(), late.orderId)).status).toBe(404);
    const rows = async (who: Person) => (await call(paymentsRoute, { as: who, headers: elsewhere() })).body.data.map(({ orderId }: { orderId: string | null }) => orderId) as (string | null)[];
    expect([await rows(abroad.fan), await rows(late.fan)]).toEqual([[null], [late.orderId]]);
    await database().order.update({ where: { id: late.orderId }, data: { paidAt: later(new Date(), -days(17)) } });
    expect((await withdraw(late.fan, late.orderId)).status).toBe(403);
  });

  it("is over too for who read it in a list, in the feed or on the page, and noted once", async () => {
    const lists: ((it: Awaited<ReturnType<typeof sold>>) => Promise<unknown>)[] = [
      async (it) => (await call(postsRoute, { params: { creatorId: it.page.creatorId }, as: it.fan, headers: elsewhere() })).body.data[0].body as unknown,
      async (it) => (await openingPosts(await it.fan.ctx(), it.page.creatorId, 5, { kind: "stranger" })).newest.data[0]?.body,
      async (it) => {
        await followCreator({ ctx: await it.fan.ctx(), input: { creatorId: it.page.creatorId } });
        return (await readFeed(await it.fan.ctx(), { limit: 5 })).data[0]?.body;
      },
    ];
    for (const list of lists) {
      const it = await sold(agreed);
      expect((await right(it.fan, it.orderId)).body.right).toBe("open");
      expect(await list(it)).toBe(words);
      expect((await withdraw(it.fan, it.orderId)).status).toBe(403);
      const { firstUsedAt } = await database().postGrant.findFirstOrThrow({ where: { sourceId: it.orderId } });
      await list(it);
      expect((await database().postGrant.findFirstOrThrow({ where: { sourceId: it.orderId } })).firstUsedAt).toEqual(firstUsedAt);
    }
  });

  it("is not given back by asking for the page once more without consent: other terms are another page, and a paid one stays as it was", async () => {
    const [page, fan] = [await creator(), await person()];
    const postId = await sells(page);
    const first = await buy(fan, postId, agreed);
    expect((await buy(fan, postId, agreed)).body.id).toBe(first.body.id);
    const other = await buy(fan, postId, { country: "DE" });
    expect([other.status, other.body.id === first.body.id]).toEqual([201, false]);
    expect((await database().order.findUniqueOrThrow({ where: { id: first.body.id } })).state).toBe("expired");
    const again = await buy(fan, postId, agreed);
    await payAt(again.body.url);
    expect((await buy(fan, postId, { country: "DE" })).status).toBe(409);
    expect(await database().orderConsent.count({ where: { orderId: again.body.id } })).toBe(1);
    await open(fan, postId);
    expect((await withdraw(fan, again.body.id)).status).toBe(403);
  });

  it("is for who said no country but pays with a card from there", async () => {
    const [page, fan] = [await creator(), await person()];
    const { orderId } = await bought(fan, await sells(page), {}, "4000002760000016");
    expect(await database().order.findUniqueOrThrow({ where: { id: orderId } })).toMatchObject({ country: "DE" });
    expect((await withdraw(fan, orderId)).body.right).toBe("withdrawn");
    const abroad = await bought(fan, await sells(page), { country: "US" }, "4000002760000016");
    expect((await withdraw(fan, abroad.orderId)).status).toBe(403);
  });

  it("names as going back what has not gone back before", async () => {
    const it = await sold({ country: "DE" });
    await requestRefund({ ctx: await it.page.ctx(), input: { saleId: asId("sale", it.saleId), amount: 120, reason: "A page was missing", initiator: "creator" } });
    expect((await right(it.fan, it.orderId)).body).toMatchObject({ right: "open", goesBack: 380 });
    await drain();
    expect((await withdraw(it.fan, it.orderId)).body).toMatchObject({ right: "withdrawn", goesBack: 380 });
    await drain();
    await drain();
    expect((await right(it.fan, it.orderId)).body.goesBack).toBe(380);
    expect(JSON.stringify((await mailsTo(it.fan.email)).find((mail) => JSON.stringify(mail).includes("We have your withdrawal")))).toContain("$3.80 goes back");
    expect((await database().refund.findMany({ where: { saleId: it.saleId }, orderBy: { requestedAt: "asc" } })).map(({ amount, initiator }) => [amount, initiator])).toEqual([[120, "creator"], [380, "withdrawal"]]);
    await booksAreWhole();
  });

  it("is not of tips: they are given", async () => {
    const [page, fan] = [await creator(), await person()];
    const tip = await call(tipRoute, { body: { creatorId: page.creatorId, amount: 500 }, as: fan, headers: elsewhere() });
    await payAt(tip.body.url);
    await confirm(fan, tip.body.id);
    expect((await withdraw(fan, tip.body.id)).status).toBe(403);
  });

  // The last one: it moves the provider's clock.
  it("gives back what was on its way for another reason and did not arrive", async () => {
    const [page, fan] = [await creator(), await person()];
    const it = { page, fan, ...(await bought(fan, await sells(page), { country: "DE" }, "4000000000005126")) };
    await requestRefund({ ctx: await page.ctx(), input: { saleId: asId("sale", it.saleId), amount: 120, reason: "A page was missing", initiator: "creator" } });
    await drain();
    const first = await database().refund.findFirstOrThrow({ where: { saleId: it.saleId } });
    await withdraw(fan, it.orderId);
    await drain();
    await setDouble("advance", { days: 6 });
    await syncRefundsOf(systemContext("test"), "stripe", it.charge);
    for (let n = 0; n < 3; n += 1) await drain();
    const refunds = await database().refund.findMany({ where: { saleId: it.saleId }, orderBy: { requestedAt: "asc" } });
    expect(refunds.find(({ id }) => id === first.id)?.state).toBe("failed");
    expect(refunds.filter(({ rule }) => rule === `withdrawal-after:${first.id}`)).toHaveLength(1);
    await booksAreWhole();
  });
});
