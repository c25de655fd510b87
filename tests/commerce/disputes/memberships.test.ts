import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requestRefund } from "@/lib/commerce/refunds";
import { railNamed, stripe } from "@/lib/commerce/rails";
import { cancelSubscription, changeSubscription, keepSubscription, previewChange, withdraw } from "@/lib/commerce/subscriptions";
import { updateTier } from "@/lib/content/tiers";
import { later, now, shiftClock } from "@/lib/platform/clock";
import { systemContext } from "@/lib/platform/db";
import { asId } from "@/lib/platform/ids";
import { setDouble } from "../../support/payments";
import type { Creator } from "../../support/people";
import { closeWorld, creator, database, drain, openWorld } from "../../support/world";
import { daysGoBy, type Member, member } from "../subscriptions/support";
import { decided, disputed, hear, type Sold } from "./world";

beforeAll(() => openWorld());
afterAll(async () => {
  shiftClock(0);
  await closeWorld();
});

const settle = async (): Promise<void> => {
  for (let n = 0; n < 4; n += 1) await drain();
};
const salesOf = (one: Member) => database().sale.findMany({ where: { subscriptionId: one.subscriptionId }, orderBy: { occurredAt: "asc" } });
const ends = async (one: Member): Promise<boolean> => (await stripe().subscriptions.retrieve((await one.row()).providerId)).cancel_at_period_end;
const looks = async (one: Member): Promise<void> => {
  await one.hears();
  await settle();
};
async function joined(amount = 3_000, terms: NonNullable<Parameters<typeof member>[0]> = {}): Promise<{ one: Member; sale: Sold }> {
  const maker: Creator = await creator({ name: "Marisol", tiers: [{ name: "Front row", minAmount: amount }] });
  if (terms.interval === "year") await updateTier({ ctx: await maker.ctx(), input: { tierId: asId("tier", maker.tiers[0]?.id ?? ""), annualAmount: amount * 10 } });
  const one = await member({ maker, ...terms, ...(terms.interval === "year" ? { amount: amount * 10 } : {}) });
  return { one, sale: await soldTo(one, 0) };
}
async function soldTo(one: Member, nth: number): Promise<Sold> {
  const sale = (await salesOf(one))[nth];
  if (!sale) throw new Error("no such sale");
  return { seller: one.maker, fan: one.fan, saleId: sale.id, charge: sale.providerCharge };
}
const keeps = (one: Member) => keepSubscription({ ctx: one.ctx(), input: { subscriptionId: one.subscriptionId } });
const cancels = (one: Member) => cancelSubscription({ ctx: one.ctx(), input: { subscriptionId: one.subscriptionId } });
async function changes(one: Member, amount: number, interval: "month" | "year" = "month"): Promise<void> {
  const wish = { subscriptionId: one.subscriptionId, tierId: asId("tier", one.maker.tiers[0]?.id ?? ""), amount, currency: "usd", interval };
  const { dueToday, countedAt } = await previewChange({ ctx: one.ctx(), input: wish });
  await changeSubscription({ ctx: one.ctx(), input: { ...wish, dueToday, countedAt } });
  await settle();
}
const returns = async ({ saleId }: Sold): Promise<void> => {
  await requestRefund({ ctx: systemContext("test"), input: { saleId: asId("sale", saleId), reason: "Sorry", initiator: "admin" } });
  await settle();
};

describe("the renewal of a membership whose payment a bank took back", () => {
  it("stays stopped through every look, cannot be taken up again, and goes on when the dispute is won; the fan is told by whom", async () => {
    const { one, sale } = await joined();
    await disputed(sale);
    await settle();
    await looks(one);
    await looks(one);
    expect([await ends(one), (await one.row()).cancelReasonCode, await one.sees()]).toEqual([true, "dispute", true]);
    await expect(keeps(one)).rejects.toThrow("Your bank has taken a payment");
    await decided(sale, "won");
    await settle();
    await looks(one);
    expect([await ends(one), (await one.row()).cancelRequestedAt]).toEqual([false, null]);
    const said = await one.subjects();
    expect(said).toEqual(expect.arrayContaining(["Your membership of Marisol does not renew", "Your membership of Marisol goes on"]));
    expect(said.filter((subject) => subject.includes("ends on"))).toEqual([]);
  });

  it("goes on when the fan takes the dispute back, and not when they cancelled too", async () => {
    const [{ one, sale }, other] = [await joined(), await joined()];
    await disputed(sale);
    await disputed(other.sale);
    await cancels(other.one);
    await expect(keeps(other.one)).rejects.toThrow("Your bank");
    await decided(sale, "withdrawn");
    await decided(other.sale, "withdrawn");
    await settle();
    await looks(one);
    await looks(other.one);
    expect([await ends(one), await ends(other.one)]).toEqual([false, true]);
    await keeps(other.one);
    await looks(other.one);
    expect(await ends(other.one)).toBe(false);
  });

  it("of a buyer whose bank warned of fraud is stopped, and cannot be taken up", async () => {
    const { one, sale } = await joined();
    const elsewhere = await member({ maker: await creator({ name: "Fenn", tiers: [{ name: "A", minAmount: 500 }] }) });
    await database().subscription.update({ where: { id: elsewhere.subscriptionId }, data: { fanUserId: one.fan.userId } });
    await setDouble("warn", { charge: sale.charge });
    await hear(sale);
    await settle();
    await looks(one);
    expect([(await one.row()).status, await one.sees()]).toEqual(["ended", false]);
    await elsewhere.hears();
    await settle();
    expect([await ends(elsewhere), (await elsewhere.row()).cancelReasonCode]).toEqual([true, "blocked"]);
    await expect(keeps({ ...elsewhere, ctx: one.ctx })).rejects.toThrow("cannot pay");
  });
});

describe("a year whose payment a bank took back", () => {
  it("opens nothing while the bank has it, opens again when it is won, and through no look before", async () => {
    const { one, sale } = await joined(1_000, { interval: "year" });
    await disputed(sale);
    await settle();
    await looks(one);
    expect([await one.sees(), (await one.row()).status]).toEqual([false, "active"]);
    await decided(sale, "won");
    await settle();
    await looks(one);
    expect(await one.sees()).toBe(true);
  });
});

describe("a membership that was withdrawn from", () => {
  it("cannot be kept before the provider has ended it, and opens nothing whatever is heard", async () => {
    const { one } = await joined(1_000, { country: "DE" });
    await setDouble("outage", { seconds: 2 });
    await withdraw({ ctx: one.ctx(), input: { subscriptionId: one.subscriptionId } });
    await expect(keeps(one)).rejects.toThrow("withdrawn");
    expect(await one.sees()).toBe(false);
    await expect.poll(() => one.hears().then(() => true, () => false), { timeout: 10_000 }).toBe(true);
    expect(await one.sees()).toBe(false);
  });
});

// The last ones: they move the clocks.
describe("a membership whose running period was paid with what went back", () => {
  it.each(["lost", "returned"] as const)("ends although a little was paid after it: %s", async (how) => {
    const { one, sale } = await joined(30_000);
    await daysGoBy(1);
    await changes(one, 30_200);
    expect((await salesOf(one)).length).toBe(2);
    if (how === "returned") await returns(sale);
    else {
      await disputed(sale);
      await decided(sale, "lost");
    }
    await settle();
    expect([(await one.row()).status, await one.sees()]).toEqual(["ended", false]);
  });

  it("ends when it was the month whose rest went into a year", async () => {
    const maker = await creator({ name: "Marisol", tiers: [{ name: "A", minAmount: 10_000 }] });
    await updateTier({ ctx: await maker.ctx(), input: { tierId: asId("tier", maker.tiers[0]?.id ?? ""), annualAmount: 12_000 } });
    const one = await member({ maker });
    await daysGoBy(1);
    await changes(one, 12_000, "year");
    await looks(one);
    await returns(await soldTo(one, 0));
    expect((await one.row()).status).toBe("ended");
  });
});

describe("days later", () => {
  it("the payment of a period that is over can go back, and the running one stands", async () => {
    const { one, sale } = await joined();
    await daysGoBy(32, [one]);
    await looks(one);
    expect(await one.sales()).toBe(2);
    await returns(sale);
    expect([(await one.row()).status, await one.sees()]).toEqual(["active", true]);
  });
  it("a payment made before the withdrawal and heard of after it goes back too", async () => {
    const { one } = await joined(1_000, { country: "DE" });
    await daysGoBy(1);
    await railNamed("stripe").changeNow({ changeId: `chg_${now().getTime()}`, subscriptionId: (await one.row()).providerId, productName: "Marisol: Front row", amount: 20_000, interval: "month", at: later(now(), -1_000) });
    await withdraw({ ctx: one.ctx(), input: { subscriptionId: one.subscriptionId } });
    await settle();
    await looks(one);
    const refunds = await database().refund.findMany({ where: { sale: { subscriptionId: one.subscriptionId } } });
    expect(refunds.reduce((sum, { amount }) => sum + amount, 0)).toBe((await salesOf(one)).reduce((sum, { gross }) => sum + gross, 0));
    expect([(await salesOf(one)).length, refunds.length]).toEqual([2, 2]);
  });
});
