import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as read, POST as withdrawal } from "@/app/api/v1/subscriptions/[subscriptionId]/withdrawal/route";
import { startCheckout } from "@/lib/commerce/checkout";
import { stripe } from "@/lib/commerce/rails";
import { consentVersion, withdraw } from "@/lib/commerce/subscriptions";
import { rightToWithdraw } from "@/lib/commerce/subscriptions/withdrawals/may-withdraw";
import { auditTrail, call, closeWorld, creator, database, drain, events, openWorld, person } from "../../support/world";
import { mailsTo } from "../../support/cloud";
import { payAt } from "../../support/payments";
import { daysGoBy, member, tiers } from "./support";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

describe("withdrawing from a contract", () => {
  it("ends it now, at the provider too, says when it came, and asks for the refund of each payment, once", async () => {
    const one = await member({ country: "DE" });
    const params = { subscriptionId: one.subscriptionId };
    expect((await call(read, { as: one.fan, params })).body).toMatchObject({ right: "open", goesBack: 500 });
    expect((await call(withdrawal, { method: "POST", as: one.fan, params })).body).toMatchObject({ right: "withdrawn" });
    await withdraw({ ctx: one.ctx(), input: params });
    expect(await one.sees()).toBe(false);
    const sale = await database().sale.findFirstOrThrow({ where: { subscriptionId: one.subscriptionId } });
    const asked = (await events("withdrawal.accepted")).filter((event) => (event as { subscriptionId: string }).subscriptionId === one.subscriptionId);
    expect(asked).toEqual([expect.objectContaining({ saleId: sale.id })]);
    await drain();
    await one.hears();
    expect(await database().refund.findMany({ where: { saleId: sale.id } })).toEqual([expect.objectContaining({ amount: 500, state: "succeeded", initiator: "withdrawal" })]);
    expect((await one.row()).status).toBe("ended");
    expect((await stripe().subscriptions.retrieve((await one.row()).providerId)).status).toBe("canceled");
    const mail = (await mailsTo(one.fan.email)).find(({ subject }) => subject === "We have your withdrawal: Front row of Marisol");
    expect(mail?.text).toMatch(/It came in on \w+ \d+, \d{4} at \d+:\d\d:\d\d\s[AP]M UTC/u);
    expect((await auditTrail(one.subscriptionId)).map(({ action }) => action)).toContain("subscription.withdrawn");
  });

  it("is refused with the reason once they agreed to immediate access and have opened something; before that it holds", async () => {
    const agreed = await member({ country: "FR", consent: consentVersion });
    const params = { subscriptionId: agreed.subscriptionId };
    const { checkoutId } = await agreed.row();
    expect(await database().withdrawalConsent.findUniqueOrThrow({ where: { checkoutId: checkoutId ?? "" } })).toMatchObject({ textVersion: consentVersion });
    expect((await call(read, { as: agreed.fan, params })).body).toMatchObject({ right: "open" });
    expect(await agreed.sees()).toBe(true);
    expect((await call(read, { as: agreed.fan, params })).body).toMatchObject({ right: "used" });
    const refused = await call(withdrawal, { method: "POST", as: agreed.fan, params });
    expect([refused.status, (refused.body as { detail: string }).detail]).toEqual([403, expect.stringMatching(/^When you joined, you asked/u)]);

    const silent = await member({ country: "FR" });
    expect(await silent.sees()).toBe(true);
    expect((await call(withdrawal, { method: "POST", as: silent.fan, params: { subscriptionId: silent.subscriptionId } })).status).toBe(200);
  });

  it("is a right of buyers in the EU and EEA, of these fourteen days, and of nobody else", async () => {
    const elsewhere = await member({ country: "US" });
    const params = { subscriptionId: elsewhere.subscriptionId };
    expect((await call(withdrawal, { method: "POST", as: elsewhere.fan, params })).status).toBe(403);
    const here = await member({ country: "AT" });
    expect((await call(withdrawal, { method: "POST", as: await person(), params: { subscriptionId: here.subscriptionId } })).status).toBe(404);
    await daysGoBy(15.2);
    await expect(withdraw({ ctx: here.ctx(), input: { subscriptionId: here.subscriptionId } })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("lasts to the end of the fourteenth day", () => {
    const contract = { country: "DE", startedAt: new Date("2026-11-01T22:00:00Z"), status: "active" as const, withdrawn: false, consented: false, usedAt: null };
    expect(rightToWithdraw(contract, new Date("2026-11-15T23:59:59Z")).kind).toBe("open");
    expect(rightToWithdraw(contract, new Date("2026-11-16T03:00:00Z")).kind).toBe("none");
  });

  it("is kept as it was paid on: whoever joins once more on other terms gets another page, and none once it is paid", async () => {
    const [maker, fan] = [await creator({ name: "Marisol", tiers }), await person()];
    const wish = { tierId: maker.tiers[0]?.id as never, amount: 500, currency: "usd" as const, country: "FR" };
    const first = await startCheckout({ ctx: await fan.ctx(), input: { ...wish, consent: consentVersion } });
    const other = await startCheckout({ ctx: await fan.ctx(), input: wish });
    expect(other.id).not.toBe(first.id);
    expect((await database().checkout.findUniqueOrThrow({ where: { id: first.id } })).state).toBe("expired");
    const again = await startCheckout({ ctx: await fan.ctx(), input: { ...wish, consent: consentVersion } });
    await payAt(again.url);
    await expect(startCheckout({ ctx: await fan.ctx(), input: wish })).rejects.toMatchObject({ code: "conflict" });
    expect(await database().withdrawalConsent.count({ where: { checkoutId: again.id } })).toBe(1);
  });

  it("keeps no consent to words that are not ours, nor of somebody who lives elsewhere", async () => {
    const maker = await creator({ name: "Marisol", tiers });
    await expect(member({ maker, country: "DE", consent: "2019" })).rejects.toMatchObject({ code: "bad_request" });
    const one = await member({ maker, country: "US", consent: consentVersion });
    expect(await database().withdrawalConsent.count({ where: { fanUserId: one.fan.userId } })).toBe(0);
  });
});
