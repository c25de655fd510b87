import Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setStage, type Stage } from "./support";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

/** What became of so many calls, in order. */
async function outcomes(count: number): Promise<string[]> {
  const heard: string[] = [];
  for (let index = 0; index < count; index += 1) {
    heard.push(await stage.stripe.customers.create({ name: `n${index}` }).then(() => "ok", (error: unknown) => (error instanceof Stripe.errors.StripeError ? error.type : "?")));
  }
  return heard;
}

describe("faults by a seed", () => {
  it("fall on the same calls again with the same seed, and on others with another", async () => {
    const rates = { dropBefore: 0.1, dropAfter: 0.1, error500: 0.1, rateLimit: 0.1 };
    await stage.set("faults", { seed: 7, ...rates });
    const first = await outcomes(40);
    await stage.set("faults", { seed: 7, ...rates });
    expect(await outcomes(40)).toEqual(first);
    await stage.set("faults", { seed: 8, ...rates });
    expect(await outcomes(40)).not.toEqual(first);
    expect(new Set(first)).toEqual(new Set(["ok", "StripeConnectionError", "StripeAPIError", "StripeRateLimitError"]));
  });

  it("after the work leave it done: the same key then gives the answer", async () => {
    await stage.set("faults", { seed: 1, dropAfter: 1 });
    await expect(stage.stripe.customers.create({ name: "once" }, { idempotencyKey: "k1" })).rejects.toMatchObject({ type: "StripeConnectionError" });
    await stage.set("faults", {});
    const customer = await stage.stripe.customers.create({ name: "once" }, { idempotencyKey: "k1" });
    expect((await stage.stripe.customers.list()).data.map(({ id }) => id)).toEqual([customer.id]);
  });

  it("refuse as many cards as they say, and no more when they are over", async () => {
    await stage.set("faults", { seed: 3, declineRate: 0.5 });
    const pay = () => stage.stripe.paymentIntents.create({ amount: 500, currency: "usd", payment_method: "pm_card_visa", confirm: true }).then(() => true, () => false);
    const paid: boolean[] = [];
    for (let index = 0; index < 40; index += 1) paid.push(await pay());
    const count = paid.filter(Boolean).length;
    expect(count).toBeGreaterThan(8);
    expect(count).toBeLessThan(32);
    await stage.set("faults", {});
    expect(await pay()).toBe(true);
  });
});

describe("a forged webhook", () => {
  it("of live mode or of a stranger's account is signed well, so that the receiver must look", async () => {
    await stage.set("forge", { kind: "other-mode" });
    await stage.set("forge", { kind: "other-account" });
    expect(stage.inbox.events).toMatchObject([{ livemode: true }]);
    expect(stage.connected.events).toMatchObject([{ account: expect.stringMatching(/^acct_/) as string }]);
  });

  it("of another time fails the check of its age", async () => {
    await stage.set("forge", { kind: "old-timestamp" });
    expect(stage.inbox.forged).toBe(1);
    await stage.set("forge", { kind: "future-timestamp" });
    expect(stage.inbox.events.length + stage.inbox.forged).toBe(2);
  });
});
