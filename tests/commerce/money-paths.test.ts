import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as cancel, DELETE as keep } from "@/app/api/v1/subscriptions/[subscriptionId]/cancellation/route";
import { GET as explain } from "@/app/api/v1/sales/[saleId]/route";
import { GET as earnings } from "@/app/api/v1/earnings/route";
import { POST as posts } from "@/app/api/v1/posts/route";
import { GET as sales } from "@/app/api/v1/sales/route";
import { confirmCheckout, startCheckout } from "@/lib/commerce/checkout";
import { checkLedger } from "@/lib/commerce/ledger";
import { stripe } from "@/lib/commerce/rails";
import { catchUpSubscriptions, syncSubscription } from "@/lib/commerce/subscriptions";
import { readPost } from "@/lib/content/posts";
import { days, later, now, shiftClock } from "@/lib/platform/clock";
import { systemContext } from "@/lib/platform/db";
import { asId } from "@/lib/platform/ids";
import { restrictUser } from "@/lib/identity/standing";
import { mailsTo } from "../support/cloud";
import { cards, deliver, pays, providerEvents, setDouble } from "../support/payments";
import type { Creator, Person } from "../support/people";
import { call, closeWorld, creator, database, drain, openWorld, person } from "../support/world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

const one = { tiers: [{ name: "Backstage", minAmount: 800 }] };

async function joined(card?: string): Promise<{ fan: Person; maker: Creator; subscriptionId: string }> {
  const maker = await creator(one);
  const fan = await person();
  const paid = await pays(fan, maker, card ? { card } : {});
  await confirmCheckout({ ctx: await fan.ctx(), input: { checkoutId: asId("checkout", paid.checkoutId) } });
  const subscription = await database().subscription.findFirstOrThrow({ where: { fanUserId: fan.userId } });
  return { fan, maker, subscriptionId: subscription.id };
}

describe("leaving", () => {
  it("keeps what is paid until the month is over, tells the provider, and can be taken back", async () => {
    const { fan, maker, subscriptionId } = await joined();
    const post = await maker.publishes({ audience: "tier", tierId: maker.tiers[0]?.id ?? null, body: "For members" });
    expect((await call(cancel, { as: fan, params: { subscriptionId }, body: { reason: "Back in spring" } })).status).toBe(204);
    expect((await call(cancel, { as: fan, params: { subscriptionId }, body: {} })).status).toBe(204);
    await drain();
    const row = await database().subscription.findUniqueOrThrow({ where: { id: subscriptionId } });
    expect((await stripe().subscriptions.retrieve(row.providerId)).cancel_at_period_end).toBe(true);
    expect((await readPost(await fan.ctx(), post)).body).toBe("For members");
    expect((await database().grant.findFirstOrThrow({ where: { sourceId: subscriptionId } })).endsAt).toEqual(row.currentPeriodEnd);

    expect((await call(keep, { method: "DELETE", as: fan, params: { subscriptionId } })).status).toBe(204);
    await drain();
    expect((await stripe().subscriptions.retrieve(row.providerId)).cancel_at_period_end).toBe(false);
    expect((await mailsTo(fan.email)).map(({ subject }) => subject)).toEqual([expect.stringMatching(/^You stay a member of /u), expect.stringMatching(/^Your membership of .+ ends on \w+ \d+, \d{4}$/u), expect.stringMatching(/^Your receipt: /u)]);
  });

  it("is nobody else's to do", async () => {
    const { subscriptionId } = await joined();
    expect((await call(cancel, { as: await person(), params: { subscriptionId }, body: {} })).status).toBe(404);
  });

  it("works while the provider is away, which hears of it afterwards", async () => {
    const { fan, subscriptionId } = await joined();
    await setDouble("outage", { seconds: 60 });
    expect((await call(cancel, { as: fan, params: { subscriptionId }, body: {} })).status).toBe(204);
    await drain();
    await setDouble("outage", { seconds: 0 });
    expect((await database().subscription.findUniqueOrThrow({ where: { id: subscriptionId } })).cancelRequestedAt).not.toBeNull();
    expect(await database().$queryRaw`SELECT 1 FROM pgboss.job WHERE name = 'default' AND state = 'retry' AND data->>'job' = 'apply-cancellation'`).toHaveLength(1);
  });
});

describe("the provider away for a minute", () => {
  it("is told to the fan, charges nothing, and the same click works afterwards", async () => {
    const maker = await creator(one);
    const fan = await person();
    const input = { tierId: maker.tiers[0]?.id ?? asId("tier", ""), amount: 800, currency: "usd" as const };
    await setDouble("outage", { seconds: 60 });
    await expect(startCheckout({ ctx: await fan.ctx(), input })).rejects.toMatchObject({ code: "provider_failed", message: "Our payment provider is not answering. Nothing was charged; try again in a minute." });
    await setDouble("outage", { seconds: 0 });
    expect((await startCheckout({ ctx: await fan.ctx(), input })).url).toMatch(/^http/u);
    expect(await database().checkout.count({ where: { fanUserId: fan.userId } })).toBe(1);
  });
});

describe("webhooks", () => {
  it("with a forged or an old signature are refused and leave nothing", async () => {
    const [event] = await providerEvents();
    const before = await database().webhookEvent.count();
    expect((await deliver({ ...event, id: "evt_forged" }, { secret: "whsec_somebody_else" })).status).toBe(400);
    expect((await deliver({ ...event, id: "evt_old" }, { timestamp: Math.floor(Date.now() / 1_000) - 3_600 })).status).toBe(400);
    expect(await database().webhookEvent.count()).toBe(before);
  });

  it("about an object nobody knows are taken and change nothing", async () => {
    const sales = await database().sale.count();
    for (const [type, id] of [["customer.subscription.updated", "sub_unknown"], ["invoice.paid", "in_unknown"], ["checkout.session.completed", "cs_test_unknown"], ["charge.refunded", "ch_unknown"]]) {
      expect((await deliver({ id: `evt_${id}`, object: "event", livemode: false, type, data: { object: { id, object: "x" } } })).status).toBe(200);
    }
    await drain();
    expect(await database().sale.count()).toBe(sales);
    expect(await database().$queryRaw`SELECT 1 FROM pgboss.job WHERE name = 'webhooks' AND state NOT IN ('completed')`).toHaveLength(0);
  });

  it("are not lost when the process dies between taking one and acting on it", async () => {
    const maker = await creator(one);
    const fan = await person();
    const paid = await pays(fan, maker);
    for (const event of await providerEvents([paid.checkoutId, paid.sessionId])) await deliver(event);
    // Nothing has run yet: this is what the database holds when the process is killed here.
    expect(await database().sale.count({ where: { fanUserId: fan.userId } })).toBe(0);
    await database().$executeRaw`UPDATE pgboss.job SET state = 'active', started_on = now() - interval '1 hour' WHERE name = 'webhooks' AND state = 'created' AND id IN (SELECT id FROM pgboss.job WHERE name = 'webhooks' AND state = 'created' LIMIT 1)`;
    const { boss } = await import("@/lib/platform/jobs");
    await boss().supervise();
    await drain();
    expect(await database().sale.count({ where: { fanUserId: fan.userId } })).toBe(1);
  });
});

describe("the creator", () => {
  it("sees the sale to the cent, with its papers, and nobody else does", async () => {
    const { fan, maker } = await joined();
    const list = await call(sales, { as: maker });
    expect(list.body.data).toHaveLength(1);
    expect(list.body.data[0]).toMatchObject({ gross: 800, platformFee: 80, processingFee: 53, net: 667, first: true, tierName: "Backstage" });
    const saleId = list.body.data[0].id as string;
    const paper = await call(explain, { as: maker, params: { saleId } });
    expect(paper.body.lines.reduce((sum: number, line: { amount: number }) => sum + line.amount, 0)).toBe(0);
    expect(paper.body.provider.charge).toMatch(/^ch_/u);
    expect((await call(explain, { as: fan, params: { saleId } })).status).toBe(404);
    expect((await call(earnings, { as: maker })).body).toMatchObject({ balance: 667, members: 1, lastThirtyDays: { gross: 800, net: 667, sales: 1 } });
    expect((await call(sales, { as: fan })).status).toBe(403);
  });
});

describe("a creator who may not publish", () => {
  it("still sees what they earned, sale by sale, and publishes nothing", async () => {
    const { maker } = await joined();
    await restrictUser({ ctx: systemContext("test"), input: { userId: maker.userId, capability: "publish", reason: "three takedowns" } });
    expect((await call(earnings, { as: maker })).body).toMatchObject({ balance: 667, lastThirtyDays: { net: 667, sales: 1 } });
    const list = await call(sales, { as: maker });
    expect(list.body.data).toMatchObject([{ gross: 800, net: 667 }]);
    expect((await call(explain, { as: maker, params: { saleId: list.body.data[0].id as string } })).status).toBe(200);
    expect((await call(posts, { as: maker, body: { body: "Words" } })).status).toBe(403);
  });

  it("and who has no page is told to open one; a visitor, to sign in", async () => {
    const fan = await person();
    for (const route of [earnings, sales]) expect([(await call(route, { as: fan })).status, (await call(route)).status]).toEqual([403, 401]);
  });
});

describe("months going by", () => {
  it("books each renewal once, ends access of a card that keeps failing, and loses no cent", async () => {
    const good = await joined();
    const failing = await joined(cards.failsLater);
    const locked = await failing.maker.publishes({ audience: "tier", tierId: failing.maker.tiers[0]?.id ?? null, body: "For members" });
    await setDouble("advance", { days: 32 });
    for (const { subscriptionId } of [good, failing]) {
      const row = await database().subscription.findUniqueOrThrow({ where: { id: subscriptionId } });
      await syncSubscription({ ctx: systemContext("test"), input: { rail: "stripe", providerId: row.providerId } });
      await syncSubscription({ ctx: systemContext("test"), input: { rail: "stripe", providerId: row.providerId } });
    }
    expect(await database().sale.count({ where: { fanUserId: good.fan.userId } })).toBe(2);
    expect(await database().sale.count({ where: { fanUserId: failing.fan.userId } })).toBe(1);
    expect((await database().subscription.findUniqueOrThrow({ where: { id: failing.subscriptionId } })).status).toBe("past_due");
    expect((await readPost({ ...(await failing.fan.ctx()), now: later(now(), days(32)) }, locked)).body).toBe("For members");
    expect((await readPost({ ...(await failing.fan.ctx()), now: later(now(), days(42)) }, locked)).body).toBeNull();

    // What is not paid for is not promised, however far the provider's own month has run, nor by cancelling and thinking again.
    const overdue = await database().subscription.findUniqueOrThrow({ where: { id: failing.subscriptionId } });
    expect(overdue.currentPeriodEnd.getTime()).toBeLessThan(later(now(), days(32)).getTime());
    const before = await database().grant.findFirstOrThrow({ where: { sourceId: failing.subscriptionId } });
    shiftClock(days(30));
    await call(cancel, { as: failing.fan, params: { subscriptionId: failing.subscriptionId }, body: {} });
    await call(keep, { method: "DELETE", as: failing.fan, params: { subscriptionId: failing.subscriptionId } });
    shiftClock(0);
    expect((await database().grant.findFirstOrThrow({ where: { sourceId: failing.subscriptionId } })).endsAt).toEqual(before.endsAt);

    await setDouble("advance", { days: 30 });
    shiftClock(days(62));
    await catchUpSubscriptions(systemContext("test"));
    shiftClock(0);
    const ended = await database().subscription.findUniqueOrThrow({ where: { id: failing.subscriptionId } });
    expect(ended.status).toBe("ended");
    expect((await database().creatorProfile.findUniqueOrThrow({ where: { id: failing.maker.creatorId } })).memberCount).toBe(0);
    expect(await checkLedger(database())).toMatchObject({ unbalanced: 0, salesAstray: 0 });
  });
});
