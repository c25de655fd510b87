import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as withdrawSubscription } from "@/app/api/v1/subscriptions/[subscriptionId]/withdrawal/route";
import { POST as withdrawOrder } from "@/app/api/v1/orders/[orderId]/withdrawal/route";
import { startCheckout, syncCheckout } from "@/lib/commerce/checkout";
import { refusalForBuyer } from "@/lib/commerce/buyers";
import { checkLedger, creatorBalance, faultsOf } from "@/lib/commerce/ledger";
import { days, shiftClock } from "@/lib/platform/clock";
import { systemContext } from "@/lib/platform/db";
import { payAt } from "../../support/payments";
import type { Creator, Person } from "../../support/people";
import { call, closeWorld, creator, database, drain, openWorld, person } from "../../support/world";
import { bought, buy, elsewhere, sells } from "../orders/selling";

beforeAll(() => openWorld({ TRUSTED_HOPS: "1" }));
afterAll(async () => {
  shiftClock(0);
  await closeWorld();
});

const balance = ({ creatorId }: Creator) => creatorBalance(database(), creatorId, "usd");
const joins = async (fan: Person, page: Creator) => startCheckout({ ctx: await fan.ctx(), input: { tierId: page.tiers[0]?.id as never, amount: 1_000_000, currency: "usd", country: "DE" } });

async function joinsAndWithdraws(fan: Person, page: Creator): Promise<void> {
  const checkout = await joins(fan, page);
  await payAt(checkout.url);
  await syncCheckout(systemContext("test"), checkout.id);
  await drain();
  const { id } = await database().subscription.findFirstOrThrow({ where: { fanUserId: fan.userId, status: "active" } });
  expect((await call(withdrawSubscription, { method: "POST", params: { subscriptionId: id }, as: fan, headers: elsewhere() })).status).toBe(200);
  for (let n = 0; n < 3; n += 1) await drain();
}

async function buysAndWithdraws(fan: Person, postId: string): Promise<void> {
  const { orderId } = await bought(fan, postId, { country: "DE" });
  await drain();
  expect((await call(withdrawOrder, { method: "POST", params: { orderId }, as: fan, headers: elsewhere() })).status).toBe(200);
  for (let n = 0; n < 2; n += 1) await drain();
}

describe("withdrawing again and again", () => {
  it("from a membership costs its page nothing, and is told of before the third payment", async () => {
    const [page, fan] = [await creator({ tiers: [{ name: "Front", minAmount: 500 }] }), await person()];
    for (let n = 0; n < 2; n += 1) {
      await joinsAndWithdraws(fan, page);
      expect(await balance(page)).toBe(0);
    }
    await expect(joins(fan, page)).rejects.toMatchObject({ message: expect.stringMatching(/withdrew 2 times within twelve months.* again from \w+ \d+, \d{4} on/u) });
    expect(await database().refund.count({ where: { sale: { fanUserId: fan.userId }, state: "succeeded" } })).toBe(2);
    expect(faultsOf(await checkLedger(database()))).toEqual([]);
    // Others buy there, and they buy elsewhere.
    await expect(joins(await person(), page)).resolves.toMatchObject({ url: expect.any(String) });
    await expect(joins(fan, await creator({ tiers: [{ name: "Front", minAmount: 500 }] }))).resolves.toMatchObject({ url: expect.any(String) });
  });

  it("counts posts with it, and is over when the first is a year old", async () => {
    const [page, fan] = [await creator(), await person()];
    const postId = await sells(page);
    await buysAndWithdraws(fan, postId);
    expect((await buy(fan, postId, { country: "DE" })).status).toBe(201);
    await buysAndWithdraws(fan, postId);
    expect(await balance(page)).toBe(0);
    const refused = await buy(fan, postId, { country: "DE" });
    expect([refused.status, refused.body.detail]).toEqual([expect.any(Number), expect.stringContaining("withdrew 2 times")]);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    shiftClock(days(366));
    expect(await refusalForBuyer(database(), fan.userId, page.creatorId)).toBeUndefined();
  });
});
