import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as changeCard } from "@/app/api/v1/subscriptions/[subscriptionId]/card-updates/route";
import { checkLedger } from "@/lib/commerce/ledger";
import { stripe } from "@/lib/commerce/rails";
import { confirmCardUpdate, mySubscription, startCardUpdate } from "@/lib/commerce/subscriptions";
import { memberDunning } from "@/lib/commerce/subscriptions/rules";
import { now } from "@/lib/platform/clock";
import { cards, deliver, payAt, providerEvents } from "../../support/payments";
import { call, closeWorld, database, drain, openWorld, person } from "../../support/world";
import { daysGoBy, daysUntil, member, type Member } from "./support";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

/** A month has gone by and the card was refused. */
async function late(card: string = cards.failsLater): Promise<Member> {
  const one = await member({ card });
  await daysGoBy(daysUntil((await one.row()).currentPeriodEnd), [one]);
  expect((await one.row()).status).toBe("past_due");
  return one;
}

async function takesCard(one: Member, card: string): Promise<string> {
  const visit = await startCardUpdate({ ctx: one.ctx(), input: { subscriptionId: one.subscriptionId } });
  expect(await payAt(visit.url, card)).toBe(303);
  return visit.id;
}

describe("a card that is refused at a renewal", () => {
  it("is told at once with the reason, warned of before the end, and ends with the grace: nothing more is asked for", async () => {
    const one = await late();
    expect(await one.sees()).toBe(true);
    expect(await mySubscription(one.ctx(), one.subscriptionId)).toMatchObject({ status: "past_due", overdue: { amount: 500, why: "The bank refused the card and did not say why." } });
    expect(await one.subjects()).toEqual([expect.stringMatching(/^Your receipt/u), "Your payment to Marisol did not go through"]);

    await daysGoBy(memberDunning.graceDays - memberDunning.warnDaysBefore, [one]);
    expect((await one.subjects()).at(-1)).toMatch(/^Marisol closes to you on /u);
    expect(await one.sees()).toBe(true);
    await daysGoBy(0.5, [one]);
    expect((await one.subjects()).filter((subject) => subject.includes("closes to you"))).toHaveLength(1);

    await daysGoBy(memberDunning.warnDaysBefore, [one]);
    const row = await one.row();
    expect(row.status).toBe("ended");
    expect(await one.sees()).toBe(false);
    expect((await one.subjects()).at(-1)).toBe("Your membership of Marisol has ended");
    const bills = await stripe().invoices.list({ subscription: row.providerId });
    expect(bills.data.map(({ status }) => status)).toEqual(["void", "paid"]);
    expect(await database().overdue.findMany({ where: { subscriptionId: row.id } })).toEqual([expect.objectContaining({ outcome: "ended" })]);
    expect(await one.sales()).toBe(1);
  });

  it("is tried on the days that the rules say", async () => {
    const one = await late();
    const [first] = await database().overdue.findMany({ where: { subscriptionId: one.subscriptionId } });
    if (!first?.nextTryAt) throw new Error("not tried again");
    const [soonest = 0, second = 0] = memberDunning.retryAfterDays;
    expect(Math.round((first.nextTryAt.getTime() - first.failedAt.getTime()) / 86_400_000)).toBe(soonest);
    await daysGoBy(daysUntil(first.nextTryAt), [one]);
    const again = await database().overdue.findFirstOrThrow({ where: { subscriptionId: one.subscriptionId } });
    expect(again.tries).toBe(2);
    expect(Math.round(((again.nextTryAt?.getTime() ?? 0) - first.failedAt.getTime()) / 86_400_000)).toBe(second);
    expect(second).toBeLessThan(memberDunning.graceDays);
  });
});

describe("another card", () => {
  it("pays what is overdue at once, books it once, and pays from then on", async () => {
    const one = await late();
    const visit = await takesCard(one, cards.good);
    const input = { cardUpdateId: visit as Parameters<typeof confirmCardUpdate>[0]["input"]["cardUpdateId"] };
    expect(await confirmCardUpdate({ ctx: one.ctx(), input })).toMatchObject({ state: "completed", overdue: false, refusal: null });
    expect(await confirmCardUpdate({ ctx: one.ctx(), input })).toMatchObject({ state: "completed" });
    for (const event of await providerEvents([visit])) await deliver(event);
    await drain();
    expect(await one.row()).toMatchObject({ status: "active" });
    expect((await one.row()).currentPeriodEnd > now()).toBe(true);
    expect(await one.sales()).toBe(2);
    expect((await one.subjects()).slice(-2).sort()).toEqual(["Paid: you stay a member of Marisol", expect.stringMatching(/^Your receipt/u)]);

    await daysGoBy(daysUntil((await one.row()).currentPeriodEnd), [one]);
    expect(await one.sales()).toBe(3);
    expect(await checkLedger(database())).toMatchObject({ unbalanced: 0, salesAstray: 0 });
  });

  it("works through the webhook alone, when the fan never comes back", async () => {
    const one = await late();
    const visit = await takesCard(one, cards.good);
    for (const event of await providerEvents([visit])) await deliver(event);
    await drain();
    expect((await one.row()).status).toBe("active");
    expect(await database().cardUpdate.findUniqueOrThrow({ where: { id: visit } })).toMatchObject({ state: "completed", url: expect.any(String) as string });
  });

  it("that is refused too is kept, said in words, and changes nothing else", async () => {
    const one = await late();
    const visit = await takesCard(one, cards.failsLater);
    const input = { cardUpdateId: visit as Parameters<typeof confirmCardUpdate>[0]["input"]["cardUpdateId"] };
    expect(await confirmCardUpdate({ ctx: one.ctx(), input })).toMatchObject({ state: "completed", overdue: true, refusal: "The bank refused the card and did not say why." });
    expect(await one.sales()).toBe(1);
    expect((await one.row()).status).toBe("past_due");
  });

  it("is nobody else's to give, and the same page is given twice", async () => {
    const one = await member();
    const params = { subscriptionId: one.subscriptionId };
    expect((await call(changeCard, { method: "POST", as: await person(), params })).status).toBe(404);
    expect((await call(changeCard, { method: "POST", params })).status).toBe(401);
    const [first, second] = [await startCardUpdate({ ctx: one.ctx(), input: params }), await startCardUpdate({ ctx: one.ctx(), input: params })];
    expect(second).toEqual(first);
    expect(first.url).toMatch(/^http/u);
  });
});
