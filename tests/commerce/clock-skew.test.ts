import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { checkLedger, faultsOf } from "@/lib/commerce/ledger";
import { reconcile } from "@/lib/commerce/reconciliation";
import { minutes, shiftClock } from "@/lib/platform/clock";
import { systemContext } from "@/lib/platform/db";
import { deliver, providerEvents } from "../support/payments";
import { closeWorld, creator, database, drain, openWorld, person } from "../support/world";
import { bought, open, sells, words } from "./orders/selling";
import { member } from "./subscriptions/support";

beforeAll(() => openWorld({ TRUSTED_HOPS: "1" }));
afterEach(async () => {
  shiftClock(0);
  expect(faultsOf(await checkLedger(database()))).toEqual([]);
});
afterAll(() => closeWorld());

/** What was published by the wrong clock would wait for the right one: that is not what is asked here. */
const publishedLongAgo = () => database().publication.updateMany({ data: { dueAt: new Date(Date.now() - minutes(60)), clearedAt: new Date(Date.now() - minutes(60)) } });

describe.each([["ten minutes behind", -10], ["ten minutes ahead of", 10]])("with our clock %s the provider's", (_, skew) => {
  it("a membership opens at once, is booked once at the provider's time, and stays so when the clock is put right", async () => {
    shiftClock(minutes(skew));
    const one = await member();
    expect([await one.sees(), await one.sales()]).toEqual([true, 1]);
    const sale = await database().sale.findFirstOrThrow({ where: { subscriptionId: one.subscriptionId } });
    expect(Math.abs(sale.occurredAt.getTime() - Date.now())).toBeLessThan(minutes(5));
    await publishedLongAgo();
    shiftClock(0);
    await one.hears();
    expect([await one.sees(), await one.sales()]).toEqual([true, 1]);
  });

  it("a post that is bought opens at once, and its webhooks, twice and backwards, book it once", async () => {
    shiftClock(minutes(skew));
    const [page, fan] = [await creator(), await person()];
    const postId = await sells(page);
    const { orderId } = await bought(fan, postId);
    expect((await open(fan, postId)).body.body).toBe(words);
    for (const event of [...(await providerEvents([orderId])).reverse(), ...(await providerEvents([orderId]))]) expect((await deliver(event)).status).toBe(200);
    await drain();
    expect(await database().sale.count({ where: { orderId } })).toBe(1);
    await publishedLongAgo();
    shiftClock(0);
    expect((await open(fan, postId)).body.body).toBe(words);
  });

  it("our books are the provider's: what it moved in our future, or long ago by our clock, is neither missed nor counted twice", async () => {
    shiftClock(minutes(skew));
    const one = await member();
    for (const ahead of [skew, skew + 120, skew]) {
      shiftClock(minutes(ahead));
      const { difference, lines } = await reconcile(systemContext("test"));
      expect([difference, lines]).toEqual([0, []]);
    }
    expect(await one.sales()).toBe(1);
  });
});

describe("a webhook", () => {
  it.each([[-600, 400], [-200, 200], [200, 200]])("signed %s seconds from now by the sender's clock → %s", async (seconds, status) => {
    const one = await member();
    const [event] = await providerEvents([one.subscriptionId, (await one.row()).providerId]);
    expect((await deliver(event ?? {}, { timestamp: Math.floor(Date.now() / 1_000) + seconds })).status).toBe(status);
    await drain();
    expect(await one.sales()).toBe(1);
  });
});
