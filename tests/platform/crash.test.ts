import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkLedger } from "@/lib/commerce/ledger";
import { stripe } from "@/lib/commerce/rails";
import { config } from "@/lib/platform/config";
import { runCron } from "@/lib/platform/jobs";
import { pays, providerEvents } from "../support/payments";
import type { Creator, Person } from "../support/people";
import { startWebhookProcess } from "../support/processes";
import { openValve } from "../support/valve";
import { closeWorld, creator, database, events, openWorld, person } from "../support/world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

async function paid(): Promise<{ fan: Person; maker: Creator; signed: { payload: string; signature: string }[] }> {
  const maker = await creator({ tiers: [{ name: "Backstage", minAmount: 800 }] });
  const fan = await person();
  const { checkoutId, sessionId } = await pays(fan, maker);
  const signed = (await providerEvents([checkoutId, sessionId])).map((event) => {
    const payload = JSON.stringify(event);
    return { payload, signature: stripe().webhooks.generateTestHeaderString({ payload, secret: config().STRIPE_WEBHOOK_SECRET ?? "" }) };
  });
  return { fan, maker, signed };
}

async function expectSoldOnce(fan: Person): Promise<void> {
  const sales = await database().sale.findMany({ where: { fanUserId: fan.userId } });
  expect(sales).toMatchObject([{ gross: 800, platformFee: 80, processingFee: 53, net: 667 }]);
  expect(await database().ledgerTransaction.count({ where: { causeId: sales[0]?.id ?? "" } })).toBe(1);
  expect(await database().grant.count({ where: { userId: fan.userId } })).toBe(1);
  expect((await events("sale.recorded")).filter((event) => (event as { saleId: string }).saleId === sales[0]?.id)).toHaveLength(1);
  const health = await checkLedger(database());
  expect(health).toMatchObject({ unbalanced: 0, salesAstray: 0 });
  expect(await database().$queryRaw`SELECT currency FROM "LedgerEntry" GROUP BY currency HAVING sum(amount) <> 0`).toEqual([]);
}

describe("kill -9", { timeout: 60_000 }, () => {
  it("between a webhook and its job loses nothing: the next minute's cron books the money once", async () => {
    const { fan, signed } = await paid();
    const server = await startWebhookProcess();
    for (const event of signed) expect(await server.takes(event)).toBe(200);
    await server.kill();
    expect(await database().sale.count({ where: { fanUserId: fan.userId } })).toBe(0);

    await runCron("work-queues");
    await expectSoldOnce(fan);

    const restarted = await startWebhookProcess();
    for (const event of signed) expect(await restarted.takes(event)).toBe(200);
    await restarted.kill();
    await runCron("work-queues");
    await expectSoldOnce(fan);
  });

  it("in the middle of a job loses nothing: when its time is up another process does it, once", async () => {
    const { fan, signed } = await paid();
    const provider = await openValve(config().STRIPE_API_BASE);
    provider.stall();
    const server = await startWebhookProcess({ STRIPE_API_BASE: provider.url });
    for (const event of signed) expect(await server.takes(event)).toBe(200);
    server.works();
    await provider.reached;
    await server.kill();
    await provider.close();
    const held = await database().$executeRaw`UPDATE pgboss.job SET started_on = started_on - interval '10 minutes' WHERE name = 'webhooks' AND state = 'active'`;
    expect(held).toBeGreaterThan(0);
    expect(await database().sale.count({ where: { fanUserId: fan.userId } })).toBe(0);

    await database().$executeRaw`UPDATE pgboss.queue SET monitor_on = monitor_on - interval '1 hour', monitor_claim_on = monitor_claim_on - interval '1 hour'`;
    await runCron("work-queues");
    await database().$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE name = 'webhooks' AND state = 'retry'`;
    await runCron("work-queues");
    await expectSoldOnce(fan);
  });
});
