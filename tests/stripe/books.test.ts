import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { idOf, onboarded, setStage, type Stage } from "./support";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/** Every booking of an account, by all pages. */
async function sumOf(account?: string): Promise<number> {
  let sum = 0;
  for await (const row of stage.stripe.balanceTransactions.list({ limit: 100 }, account === undefined ? {} : { stripeAccount: account })) sum += row.net;
  return sum;
}

async function balanceOf(account?: string): Promise<number> {
  const { available, pending } = await stage.stripe.balance.retrieve({}, account === undefined ? {} : { stripeAccount: account });
  return [...available, ...pending].reduce((sum, { amount }) => sum + amount, 0);
}

const steps = fc.array(
  fc.record({
    act: fc.constantFrom("pay", "pay", "refund", "dispute", "answer", "decide", "transfer", "reverse", "payout", "cancel", "fail", "wait"),
    card: fc.constantFrom("pm_card_visa", "pm_card_bypassPending", "pm_card_createDispute", "pm_card_refundFail", "pm_card_pendingRefund", "pm_card_chargeDeclined"),
    amount: fc.integer({ min: 50, max: 5000 }),
  }),
  { minLength: 5, maxLength: 25 },
);

interface Things {
  account: string;
  charges: string[];
  disputes: string[];
  transfers: string[];
  payouts: string[];
}

type Step = { act: string; card: string; amount: number };

/** Does one thing; whatever is refused leaves no trace. */
async function take({ act, card, amount }: Step, things: Things): Promise<void> {
  const { stripe } = stage;
  const last = (list: string[]): string => list.at(-1) ?? "none";
  const theirs = { stripeAccount: things.account };
  if (act === "pay") things.charges.push(idOf((await stripe.paymentIntents.create({ amount, currency: "usd", payment_method: card, confirm: true })).latest_charge));
  if (act === "refund") await stripe.refunds.create({ charge: last(things.charges), amount });
  if (act === "dispute") things.disputes.push(((await stage.set("dispute", { charge: last(things.charges), reason: "fraudulent" })) as { dispute: string | null }).dispute ?? "none");
  if (act === "answer") await stripe.disputes.update(last(things.disputes), { evidence: { uncategorized_text: amount % 2 === 0 ? "winning_evidence" : "losing_evidence" } });
  if (act === "decide") await stage.set("decide", { dispute: last(things.disputes), outcome: amount % 2 === 0 ? "won" : "lost" });
  if (act === "transfer") things.transfers.push((await stripe.transfers.create({ amount, currency: "usd", destination: things.account })).id);
  if (act === "reverse") await stripe.transfers.createReversal(last(things.transfers), { amount });
  if (act === "payout") things.payouts.push((await stripe.payouts.create({ amount, currency: "usd" }, theirs)).id);
  if (act === "cancel") await stripe.payouts.cancel(last(things.payouts), {}, theirs);
  if (act === "fail") await stage.set("fail-payout", { payout: last(things.payouts) });
  if (act === "wait") await stage.set("advance", { days: amount % 9 });
}

describe("the books of an account", () => {
  it("sum up to its balance after anything that can happen, for the platform and for those it pays", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        const things: Things = { account: await onboarded(stage), charges: [], disputes: [], transfers: [], payouts: [] };
        for (const step of list) await take(step, things).catch((error: unknown) => expect(error).toHaveProperty("statusCode"));
        expect(await sumOf()).toBe(await balanceOf());
        expect(await sumOf(things.account)).toBe(await balanceOf(things.account));
      }),
      { numRuns: 25, seed: 20_261_124 },
    );
  });

  it("can be read by type, source and payout", async () => {
    const account = await onboarded(stage);
    await stage.stripe.paymentIntents.create({ amount: 9000, currency: "usd", payment_method: "pm_card_bypassPending", confirm: true });
    await stage.stripe.transfers.create({ amount: 1000, currency: "usd", destination: account });
    const payout = await stage.stripe.payouts.create({ amount: 900, currency: "usd" }, { stripeAccount: account });
    const theirs = { stripeAccount: account };
    const [byType, bySource, byPayout] = await Promise.all([{ type: "payout" }, { source: payout.id }, { payout: payout.id }].map(async (filter) => (await stage.stripe.balanceTransactions.list(filter, theirs)).data.map(({ id }) => id)));
    expect(byType).toHaveLength(1);
    expect(bySource).toEqual(byType);
    expect(byPayout).toEqual(byType);
    expect((await stage.stripe.balanceTransactions.list({ type: "payment" }, theirs)).data).toMatchObject([{ amount: 1000, source: expect.stringMatching(/^py_/) as string }]);
  });
});
