import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as checkouts } from "@/app/api/v1/checkouts/route";
import { PATCH as tierRoute } from "@/app/api/v1/tiers/[tierId]/route";
import { checkLedger } from "@/lib/commerce/ledger";
import { stripe } from "@/lib/commerce/rails";
import { archiveTier } from "@/lib/content/tiers";
import { restrictUser } from "@/lib/identity/standing";
import { systemContext } from "@/lib/platform/db";
import { asId } from "@/lib/platform/ids";
import { mailsTo } from "../support/cloud";
import { deliver, pays, payAt, providerEvents } from "../support/payments";
import type { Creator, Person } from "../support/people";
import { call, closeWorld, creator, database, drain, openWorld, person } from "../support/world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

async function hears(about: string[]): Promise<void> {
  for (const event of await providerEvents(about)) expect((await deliver(event)).status).toBe(200);
  await drain();
}

const chooses = (fan: Person, maker: Creator, amount: number) => call(checkouts, { as: fan, body: { tierId: maker.tiers[0]?.id, amount } });

describe("one fan has one membership of a page", () => {
  it("however many windows choose at once: all but one of the payment pages are closed or never given out", async () => {
    const [maker, fan] = [await creator({ tiers: [{ name: "Front row", minAmount: 500 }] }), await person()];
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => chooses(fan, maker, 500 + i * 100)));
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    const urls = answers.flatMap(({ status, body }) => (status === 201 ? [body.url as string] : []));
    await Promise.all(urls.map((url) => payAt(url)));
    const sessions = await Promise.all(urls.map((url) => stripe().checkout.sessions.retrieve(/cs_test_\w+/u.exec(url)?.[0] ?? "")));
    expect(sessions.filter(({ status }) => status !== "expired").length).toBeLessThanOrEqual(1);
    // They may all have closed each other: then choosing once more, alone, works.
    if (!sessions.some(({ status }) => status === "complete")) await pays(fan, maker, { amount: 700 });
    await hears([]);
    expect(await database().subscription.count({ where: { fanUserId: fan.userId } })).toBe(1);
    const charged = (await stripe().charges.list({ limit: 100 })).data.filter(({ paid, refunded }) => paid && !refunded);
    expect(charged).toHaveLength(1);
  });

  it("also when a page outlives it: the second payment ends its subscription, goes back, is told by mail and never booked", async () => {
    const [maker, fan] = [await creator({ tiers: [{ name: "Front row", minAmount: 500 }] }), await person()];
    const first = await pays(fan, maker);
    await hears([first.checkoutId]);
    // A page that we had meant to close, and that was paid before we could.
    await database().checkout.update({ where: { id: first.checkoutId }, data: { state: "completed" } });
    const before = await database().subscription.findFirstOrThrow({ where: { fanUserId: fan.userId } });
    await database().subscription.update({ where: { id: before.id }, data: { status: "ended" } });
    const second = await pays(fan, maker, { amount: 900 });
    await database().subscription.update({ where: { id: before.id }, data: { status: "active" } });

    await hears([second.checkoutId]);
    await hears([second.checkoutId]);
    const session = await stripe().checkout.sessions.retrieve(second.sessionId);
    const ended = await stripe().subscriptions.retrieve(session.subscription as string);
    expect(ended.status).toBe("canceled");
    const charges = (await stripe().charges.list({ limit: 100 })).data.filter(({ amount, customer }) => amount === 900 && customer === ended.customer);
    expect(charges.map(({ refunded, amount_refunded }) => [refunded, amount_refunded])).toEqual([[true, 900]]);
    expect(await database().sale.count({ where: { fanUserId: fan.userId } })).toBe(1);
    expect(await database().subscription.count({ where: { fanUserId: fan.userId } })).toBe(1);
    expect((await mailsTo(fan.email)).filter(({ subject }) => subject.startsWith("We returned $9.00"))).toHaveLength(1);
    expect(await checkLedger(database())).toMatchObject({ unbalanced: 0, salesAstray: 0 });
    expect(await database().$queryRaw`SELECT 1 FROM pgboss.job WHERE output::text LIKE '%subscription_one_alive%'`).toEqual([]);
  });
});

describe("a payment page that is open when its terms change", () => {
  const opens = async (): Promise<{ maker: Creator; tierId: string; status: () => Promise<string | null> }> => {
    const [maker, fan] = [await creator({ tiers: [{ name: "Front row", minAmount: 500 }] }), await person()];
    const { body } = await chooses(fan, maker, 500);
    const id = /cs_test_\w+/u.exec(body.url as string)?.[0] ?? "";
    return { maker, tierId: maker.tiers[0]?.id ?? "", status: async () => (await stripe().checkout.sessions.retrieve(id)).status };
  };

  it("is closed when the tier costs more now, and left open when it does not", async () => {
    const { maker, tierId, status } = await opens();
    await call(tierRoute, { method: "PATCH", as: maker, params: { tierId }, body: { name: "First row", minAmount: 500 } });
    await drain();
    expect(await status()).toBe("open");
    await call(tierRoute, { method: "PATCH", as: maker, params: { tierId }, body: { minAmount: 900 } });
    await drain();
    expect(await status()).toBe("expired");
  });

  it("is closed when the tier is archived, and when its creator may not sell any more", async () => {
    const [archived, barred] = [await opens(), await opens()];
    await archiveTier({ ctx: await archived.maker.ctx(), input: { tierId: asId("tier", archived.tierId), archived: true } });
    await restrictUser({ ctx: systemContext("test"), input: { userId: barred.maker.userId, capability: "sell", reason: "a chargeback storm" } });
    await drain();
    expect([await archived.status(), await barred.status()]).toEqual(["expired", "expired"]);
  });
});

describe("a webhook that is signed and yet not for us", () => {
  it.each([["of live mode", { livemode: true }], ["of a connected account", { account: "acct_1234567890" }]])("%s is refused and leaves nothing", async (_what, change) => {
    const [event] = await providerEvents([]);
    expect((await deliver({ ...event, id: `evt_${crypto.randomUUID()}`, ...change })).status).toBe(400);
  });

  it("with an object that has no id is taken, and does nothing", async () => {
    const [event] = await providerEvents([]);
    expect((await deliver({ ...event, id: "evt_shapeless", type: "customer.subscription.updated", data: { object: { id: { of: "what" } } } })).status).toBe(200);
    await drain();
    expect(await database().webhookEvent.count({ where: { eventId: "evt_shapeless", handledAt: { not: null } } })).toBe(1);
  });
});
