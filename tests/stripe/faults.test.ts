import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as checkout } from "@/app/api/v1/checkouts/route";
import { ask } from "@/lib/commerce/rails";
import { flushSentry, startSentry } from "@/lib/platform/sentry";
import { testUrls } from "../support/cloud";
import { call, closeWorld, creator, openWorld, person } from "../support/world";
import { clientOf, setStage, type Stage } from "./support";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  // A key that the double does not know, of the form ours has.
  await openWorld({ STRIPE_SECRET_KEY: "sk_test_revoked_long_ago" });
  startSentry();
});
afterAll(async () => {
  await stage.close();
  await closeWorld();
});

/** A provider that gives every request this answer. */
async function answering(status: number, body: string): Promise<{ client: Stripe; server: Server }> {
  const server = createServer((_request, response) => response.writeHead(status, { "stripe-should-retry": "false" }).end(body));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { client: clientOf({ port: (server.address() as AddressInfo).port }), server };
}

const notAnswering = { code: "provider_failed", message: expect.stringContaining("is not answering") as string };

describe("a provider that is away", () => {
  it("is foreseen while it is out of service", async () => {
    await stage.set("outage", { seconds: 60 });
    await expect(ask(() => stage.stripe.balance.retrieve())).rejects.toMatchObject(notAnswering);
    await stage.set("outage", { seconds: 0 });
  });

  it("is foreseen when nothing listens", async () => {
    await expect(ask(() => clientOf({ port: 9 }).balance.retrieve())).rejects.toMatchObject(notAnswering);
  });

  it.each([
    ["asks us to slow down", 429, JSON.stringify({ error: { type: "invalid_request_error", code: "rate_limit", message: "Too many requests" } })],
    ["answers with a gateway's page", 502, "<html>Bad gateway</html>"],
  ])("is foreseen when it %s", async (_what, status, body) => {
    const { client, server } = await answering(status, body);
    await expect(ask(() => client.balance.retrieve())).rejects.toMatchObject(notAnswering);
    server.close();
  });
});

describe("a refusal that is our own fault", () => {
  it("is never taken for a provider that is away", async () => {
    await expect(ask(() => clientOf(stage.double, "sk_test_somebody_else_entirely").balance.retrieve())).rejects.toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
    await expect(ask(() => stage.stripe.paymentIntents.create({ amount: -1, currency: "usd" }))).rejects.toBeInstanceOf(Stripe.errors.StripeInvalidRequestError);
    await stage.stripe.customers.create({ email: "one@example.com" }, { idempotencyKey: "fault-1" });
    await expect(ask(() => stage.stripe.customers.create({ email: "other@example.com" }, { idempotencyKey: "fault-1" }))).rejects.toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
  });

  it("leaves an object that is not there to the caller", async () => {
    expect(await ask(() => stage.stripe.customers.retrieve("cus_nobody"))).toBeUndefined();
  });

  it("is answered as our mistake and reported", async () => {
    const maker = await creator({ tiers: [{ name: "Backstage", minAmount: 800 }] });
    const answer = await call(checkout, { as: await person(), body: { tierId: maker.tiers[0]?.id, amount: 800, currency: "usd" }, headers: { "idempotency-key": "checkout-fault" } });
    expect([answer.status, answer.body.title]).toEqual([500, "Our mistake"]);
    await flushSentry();
    const text = await (await fetch(`${testUrls().sentry}/envelopes`)).text();
    expect(text).toContain(answer.headers.get("x-request-id"));
    expect(text).not.toContain("revoked_long_ago");
  });
});
