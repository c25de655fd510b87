import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkLedger, creatorBalance, linesOfCause } from "@/lib/commerce/ledger";
import { stripe } from "@/lib/commerce/rails";
import { confirmCheckout, startCheckout } from "@/lib/commerce/checkout";
import { asId, type TierId } from "@/lib/platform/ids";
import { readPost } from "@/lib/content/posts";
import { waitForMails } from "../support/cloud";
import { cards, deliver, payAt, pays, providerEvents } from "../support/payments";
import type { Creator } from "../support/people";
import { closeWorld, creator, database, drain, openWorld, person } from "../support/world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

const tierOf = (maker: Creator, at: number): TierId => {
  const tier = maker.tiers[at];
  if (!tier) throw new Error("no such tier");
  return tier.id;
};
const twoTiers = { tiers: [{ name: "Front row", minAmount: 500 }, { name: "Backstage", minAmount: 800 }] };

describe("a fan subscribes", () => {
  it("opens what they paid for, books the sale to the cent, and mails a receipt", async () => {
    const maker = await creator({ name: "Marisol", ...twoTiers });
    const post = await maker.publishes({ audience: "tier", tierId: tierOf(maker, 1), body: "The whole of side B" });
    const fan = await person({ name: "Inês" });
    expect((await readPost(await fan.ctx(), post)).body).toBeNull();

    const paid = await pays(fan, maker, { tier: 1, amount: 1000 });
    expect(paid.status).toBe(303);
    for (const event of await providerEvents([paid.checkoutId, paid.sessionId])) expect((await deliver(event)).status).toBe(200);
    await drain();

    expect((await readPost(await fan.ctx(), post)).body).toBe("The whole of side B");
    const sale = await database().sale.findFirstOrThrow({ where: { fanUserId: fan.userId } });
    expect(sale).toMatchObject({ gross: 1000, platformFee: 100, processingFee: 59, net: 841 });
    expect(await creatorBalance(database(), maker.creatorId, "usd")).toBe(841);
    const lines = await linesOfCause(database(), sale.id);
    expect(lines.reduce((sum, line) => sum + line.amount, 0)).toBe(0);
    expect(await checkLedger(database())).toMatchObject({ unbalanced: 0, salesAstray: 0 });
    const [receipt] = await waitForMails(fan.email);
    expect(receipt?.subject).toBe("Your receipt: $10.00 to Marisol");
  });

  it("posts the money once when every webhook comes ten times and in the wrong order", async () => {
    const maker = await creator(twoTiers);
    const fan = await person();
    const paid = await pays(fan, maker);
    const told = await providerEvents([paid.checkoutId, paid.sessionId]);
    expect(told.length).toBeGreaterThan(3);
    const storm = Array.from({ length: 10 }, () => [...told].reverse()).flat();
    for (let at = 0; at < storm.length; at += 8) await Promise.all(storm.slice(at, at + 8).map((event) => deliver(event)));
    await drain();

    expect(await database().sale.count({ where: { fanUserId: fan.userId } })).toBe(1);
    expect(await creatorBalance(database(), maker.creatorId, "usd")).toBe(500 - 50 - 45);
    expect((await database().creatorProfile.findUniqueOrThrow({ where: { id: maker.creatorId } })).memberCount).toBe(1);
  });

  it("tells the truth to who comes back before any webhook", async () => {
    const maker = await creator(twoTiers);
    const fan = await person();
    const paid = await pays(fan, maker);
    const seen = await confirmCheckout({ ctx: await fan.ctx(), input: { checkoutId: asId("checkout", paid.checkoutId) } });
    expect(seen.state).toBe("completed");
    expect(await database().sale.count({ where: { fanUserId: fan.userId } })).toBe(1);
  });

  it("takes nothing for a declined card and lets them try another", async () => {
    const maker = await creator(twoTiers);
    const fan = await person();
    const booked = async () => ({ sales: await database().sale.count(), transactions: await database().ledgerTransaction.count(), lines: await database().ledgerEntry.count() });
    const before = await booked();
    const declined = await pays(fan, maker, { card: cards.declined });
    expect(declined.status).not.toBe(303);
    expect((await confirmCheckout({ ctx: await fan.ctx(), input: { checkoutId: asId("checkout", declined.checkoutId) } })).state).toBe("open");
    expect(await booked()).toEqual(before);

    const again = await startCheckout({ ctx: await fan.ctx(), input: { tierId: tierOf(maker, 0), amount: 500, currency: "usd" } });
    expect(again.id).toBe(declined.checkoutId);
    expect(await payAt(again.url)).toBe(303);
    expect((await confirmCheckout({ ctx: await fan.ctx(), input: { checkoutId: again.id } })).state).toBe("completed");
  });

  it("gets one page for a double click", async () => {
    const maker = await creator(twoTiers);
    const fan = await person();
    const input = { tierId: tierOf(maker, 0), amount: 700, currency: "usd" as const };
    const [first, second] = await Promise.all([startCheckout({ ctx: await fan.ctx(), input }), startCheckout({ ctx: await fan.ctx(), input })]);
    expect(second).toEqual(first);
    expect(await database().checkout.count({ where: { fanUserId: fan.userId } })).toBe(1);
  });

  it("closes the first page when another tier is chosen", async () => {
    const maker = await creator(twoTiers);
    const fan = await person();
    const first = await startCheckout({ ctx: await fan.ctx(), input: { tierId: tierOf(maker, 0), amount: 500, currency: "usd" } });
    const second = await startCheckout({ ctx: await fan.ctx(), input: { tierId: tierOf(maker, 1), amount: 800, currency: "usd" } });
    expect(second.id).not.toBe(first.id);
    await payAt(first.url);
    expect((await stripe().checkout.sessions.retrieve(/cs_test_\w+/u.exec(first.url ?? "")?.[0] ?? "")).status).toBe("expired");
    expect(await payAt(second.url)).toBe(303);
    expect((await confirmCheckout({ ctx: await fan.ctx(), input: { checkoutId: second.id } })).state).toBe("completed");
  });

  it("cannot join twice, join themselves, or pay less than the minimum", async () => {
    const maker = await creator(twoTiers);
    const fan = await person();
    const tierId = tierOf(maker, 0);
    await expect(startCheckout({ ctx: await fan.ctx(), input: { tierId, amount: 499, currency: "usd" } })).rejects.toMatchObject({ code: "bad_request", message: "This tier starts at $5.00 a month." });
    await expect(startCheckout({ ctx: await maker.ctx(), input: { tierId, amount: 500, currency: "usd" } })).rejects.toMatchObject({ code: "forbidden" });
    const paid = await pays(fan, maker);
    await confirmCheckout({ ctx: await fan.ctx(), input: { checkoutId: asId("checkout", paid.checkoutId) } });
    await expect(startCheckout({ ctx: await fan.ctx(), input: { tierId, amount: 500, currency: "usd" } })).rejects.toMatchObject({ code: "conflict" });
  });
});
